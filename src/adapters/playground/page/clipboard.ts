/** Copy buttons: whatever has `data-copy` copies it on a click and says so. */

import type { Labels } from './labels/labels';

/** How long a button shows that it has copied. */
const SHOWN_FOR_MS = 1_500;

/** Listens for all copy buttons below `root`, also those yet to come. */
export function listenForCopies(root: HTMLElement, labels: () => Labels, announce: (text: string) => void): void {
  root.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-copy]') : null;
    if (button instanceof HTMLElement) void copy(button, labels(), announce);
  });
}

async function copy(button: HTMLElement, labels: Labels, announce: (text: string) => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(button.dataset.copy ?? '');
  } catch {
    announce(labels.notCopied);
    return;
  }
  announce(labels.copied);
  button.classList.add('done');
  button.textContent = labels.copied;
  setTimeout(() => {
    button.classList.remove('done');
    button.textContent = labels.copy;
  }, SHOWN_FOR_MS);
}

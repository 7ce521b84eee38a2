/** The file that goes with the next message: chosen by button or keyboard, shown by its name, taken along once. */

import type { AttachedFile } from './api';
import { find } from './dom';
import type { Labels } from './labels/labels';

/** One byte more than is read: the bot says itself that a file is too long. */
const ENOUGH_BYTES = 1_048_577;

export interface Attachment {
  isChosen(): boolean;
  /** The file, which is then no longer chosen. Tells and gives nothing where the browser cannot read it. */
  take(): Promise<AttachedFile | undefined>;
  /** Puts the name into the page's language. */
  relabel(): void;
}

/** Makes it around the controls of the page. */
export function createAttachment(labels: () => Labels, announce: (text: string) => void): Attachment {
  const input = find('file', HTMLInputElement);
  const attached = find('attached', HTMLParagraphElement);
  const name = find('attached-name', HTMLSpanElement);

  function show(): void {
    const [file] = input.files ?? [];
    attached.hidden = file === undefined;
    name.textContent = file === undefined ? '' : labels().attached(file.name);
  }

  function drop(): void {
    input.value = '';
    show();
  }

  input.addEventListener('change', () => {
    show();
    if (!attached.hidden) announce(name.textContent ?? '');
  });

  find('detach', HTMLButtonElement).addEventListener('click', () => {
    drop();
    announce(labels().detached);
    // The button is gone with the file.
    input.focus();
  });

  return {
    isChosen: () => (input.files?.length ?? 0) > 0,
    relabel: show,

    async take() {
      const [file] = input.files ?? [];
      if (file === undefined) return undefined;
      drop();
      const base64 = await toBase64(file.slice(0, ENOUGH_BYTES));
      if (base64 === undefined) announce(labels().unreadableFile);
      return base64 === undefined ? undefined : { name: file.name, base64 };
    },
  };
}

function toBase64(blob: Blob): Promise<string | undefined> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).split(',')[1] ?? ''));
    reader.addEventListener('error', () => resolve(undefined));
    reader.readAsDataURL(blob);
  });
}

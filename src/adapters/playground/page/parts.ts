/** Small parts that both panels share. */

import { type Tree, tree } from './tree';

/** A command with a button that copies it. */
export function commandBox(command: string, copyLabel: string): Tree {
  return tree('div', { class: 'command' }, tree('pre', {}, tree('code', {}, command)), copyButton(command, copyLabel));
}

/** A button that copies `text`. */
export function copyButton(text: string, label: string): Tree {
  return tree('button', { type: 'button', class: 'copy', 'data-copy': text, 'aria-label': `${label}: ${text}` }, label);
}

/** A link to another site: a new tab, which learns nothing of this page. Addresses other than `https` become text. */
export function externalLink(url: string, text: string, look = ''): Tree {
  if (!url.startsWith('https://')) return tree('span', {}, text);
  const attributes = { href: url, target: '_blank', rel: 'noopener noreferrer' };
  return tree('a', look === '' ? attributes : { ...attributes, class: look }, text);
}

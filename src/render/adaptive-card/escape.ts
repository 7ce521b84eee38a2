/**
 * Escaping for the Markdown that Teams renders in a TextBlock. RichTextBlock needs none, so it is used wherever text is
 * not a heading or a link.
 * @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
 */

import { toHttpsLink } from '../https-link';

/** Emphasis, links, code, HTML, entities, and the braces of `{{DATE(…)}}`. */
const INLINE_MARKUP = /[\\`*_~[\]<>&{}]/g;
/** What makes a line a heading, a list or a quotation. */
const LINE_MARKUP = /^(\s*)([-+#>])/gm;
const NUMBERED_LINE = /^(\s*\d+)([.)])(?=\s|$)/gm;

/** `text` so that a TextBlock shows it letter by letter. */
export function escapeMarkdown(text: string): string {
  return text.replace(INLINE_MARKUP, '\\$&').replace(LINE_MARKUP, '$1\\$2').replace(NUMBERED_LINE, '$1\\$2');
}

/** A Markdown link, or the title alone where the address must not be followed. */
export function markdownLink(title: string, address: string | undefined): string {
  const link = address === undefined ? undefined : toHttpsLink(address);
  const label = escapeMarkdown(title);
  return link === undefined ? label : `[${label}](${link})`;
}

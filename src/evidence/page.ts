/** A pasted text as its readers see it: folded to plain characters, without what a chat wraps around it. */

import { normalize } from '../code/normalize';

export interface Page {
  /** The text without quote marks, code fences and carriage returns. */
  readonly text: string;
  readonly lines: readonly string[];
  /** The cheap look before a reader sets to work: does one of these words, in lower case, occur? */
  mentions(words: readonly string[]): boolean;
}

/** What chats and mail put around what was pasted, with the prefix of the terminal's prompt left alone. */
const QUOTE_MARK = /^(?:\s?(?:>|&gt;)){1,4}\s?/;
/** Slack makes links of hosts: `<http://kms01.contoso.com:1688|kms01.contoso.com:1688>`. */
const LABELED_LINK = /<https?:\/\/[^\s|<>]{1,300}\|([^<>\n]{1,300})>/g;
const FENCE = /^\s{0,8}(?:```|~~~)/;

/**
 * More than twice the longest message of any platform. Of a longer text, a log, the beginning and the end are read: what is
 * in between has been tried again since.
 */
export const LONGEST_PAGE = 100_000;

/** A text of at most so many characters; the line end between its parts keeps them from being read as one line. */
function bothEnds(text: string): string {
  if (text.length <= LONGEST_PAGE) return text;
  const half = LONGEST_PAGE / 2;
  return `${text.slice(0, half)}\n${text.slice(-half)}`;
}

/** Opens a text. Lines are made when the first reader asks for them, which most messages never see. */
export function openPage(text: string): Page {
  const folded = normalize(bothEnds(text)).text.replace(LABELED_LINK, '$1');
  const lower = folded.toLowerCase();
  let lines: readonly string[] | undefined;
  let clean: string | undefined;
  return {
    get lines() {
      lines ??= splitLines(folded);
      return lines;
    },
    get text() {
      clean ??= this.lines.join('\n');
      return clean;
    },
    mentions: (words) => words.some((word) => lower.includes(word)),
  };
}

function splitLines(folded: string): readonly string[] {
  return folded
    .split(/\r\n|[\r\n]/)
    .filter((line) => !FENCE.test(line))
    .map((line) => line.replace(QUOTE_MARK, '').replaceAll('\t', ' '));
}

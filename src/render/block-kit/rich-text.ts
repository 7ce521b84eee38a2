/**
 * Small makers for `rich_text`, the structure Slack's own composer writes. Its text is literal: a mention, a link or an
 * emoji would be an element of its own, so what a person typed cannot become one, and a command stays as it is.
 * @see https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */

import type {
  RichTextBlock,
  RichTextBlockElement,
  RichTextDate,
  RichTextElement,
  RichTextPreformatted,
  RichTextSection,
  RichTextText,
} from '@slack/types';
import { assertNever } from '../../reply/reply';
import type { RichText, Run } from '../../reply/rich-text';

/** What our sentences are made of. */
export type SentenceElement = RichTextText | RichTextDate;

/** A block of rich text. */
export function richText(elements: RichTextBlockElement[]): RichTextBlock {
  return { type: 'rich_text', elements };
}

/** One line or paragraph. */
export function line(elements: RichTextElement[]): RichTextSection {
  return { type: 'rich_text_section', elements };
}

/** One run of plain characters. */
export function run(text: string, style?: NonNullable<RichTextText['style']>): RichTextText {
  return style === undefined ? { type: 'text', text } : { type: 'text', text, style };
}

/** A short line that stands out: a heading or a label. */
export function bold(text: string): RichTextText {
  return run(text, { bold: true });
}

/** The runs of a sentence, inline code as code. Slack refuses empty text. */
export function runs(rich: RichText): SentenceElement[] {
  return rich.filter(({ text }) => text !== '').map(toElement);
}

function toElement(part: Run): SentenceElement {
  switch (part.kind) {
    case 'text':
    // A name is text: an element of type `user` would be a mention, and ping whom the message only speaks of.
    case 'person':
      return run(part.text);
    case 'code':
      return run(part.text, { code: true });
    case 'time':
      return moment(part.atMs, part.text);
    default:
      return assertNever(part);
  }
}

/**
 * A moment in the reader's own time zone and language, for example "today 10:32". Clients that cannot show it show the
 * fallback.
 * @see https://docs.slack.dev/reference/block-kit/block-elements/date-element
 */
function moment(atMs: number, fallback: string): RichTextDate {
  return { type: 'date', timestamp: Math.floor(atMs / 1000), format: '{date_short_pretty} {time}', fallback };
}

/** A sentence with its tag behind it. */
export function taggedRuns(rich: RichText, tag: string | undefined): SentenceElement[] {
  return tag === undefined ? runs(rich) : [...runs(rich), run(tag)];
}

/** Lines to copy, verbatim. */
export function preformatted(text: string): RichTextPreformatted {
  return { type: 'rich_text_preformatted', elements: [run(text)] };
}

/**
 * Small makers for `rich_text`, the structure Slack's own composer writes. Its text is literal: a mention, a link or an
 * emoji would be an element of its own, so what a person typed cannot become one, and a command stays as it is.
 * @see https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */

import type {
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
  RichTextPreformatted,
  RichTextSection,
  RichTextText,
} from '@slack/types';
import type { RichText } from '../../reply/rich-text';

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
export function runs(rich: RichText): RichTextText[] {
  return rich
    .filter(({ text }) => text !== '')
    .map(({ kind, text }) => run(text, kind === 'code' ? { code: true } : undefined));
}

/** A sentence with its tag behind it. */
export function taggedRuns(rich: RichText, tag: string | undefined): RichTextText[] {
  return tag === undefined ? runs(rich) : [...runs(rich), run(tag)];
}

/** Lines to copy, verbatim. */
export function preformatted(text: string): RichTextPreformatted {
  return { type: 'rich_text_preformatted', elements: [run(text)] };
}

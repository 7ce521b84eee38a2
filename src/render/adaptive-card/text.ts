/** Small makers for the text of a card, so that every part of it gets its text the same safe way. */

import type { RichText } from '../../reply/rich-text';
import type { Inline, RichTextBlock, RunStyle, TextBlock, TextRun } from './elements';
import { escapeMarkdown } from './escape';

type Spacing = NonNullable<RichTextBlock['spacing']>;

/** A section's heading. Size and weight are given because old clients do not know the style. */
export function heading(text: string): TextBlock {
  return {
    type: 'TextBlock',
    text: escapeMarkdown(text),
    wrap: true,
    style: 'heading',
    size: 'Default',
    weight: 'Bolder',
    spacing: 'Medium',
  };
}

/** A paragraph of runs, shown letter by letter. */
export function paragraph(inlines: readonly Inline[], spacing?: Spacing): RichTextBlock {
  return { type: 'RichTextBlock', inlines, ...(spacing !== undefined && { spacing }) };
}

/** One run in a style. */
export function run(text: string, style: RunStyle): TextRun {
  return { type: 'TextRun', text, ...style };
}

/** A sentence, with its tag behind it. A moment in it is written as the reader's own client writes moments. */
export function sentence(rich: RichText, spacing?: Spacing, tag?: string): RichTextBlock | TextBlock {
  if (!rich.some(({ kind }) => kind === 'time')) return paragraph(taggedRuns(rich, tag), spacing);
  const text = `${markdownWithTimes(rich)}${escapeMarkdown(tag ?? '')}`;
  return { type: 'TextBlock', text, wrap: true, ...(spacing !== undefined && { spacing }) };
}

/** The runs of a sentence, inline code in monospace. People and moments are the words that stand for them. */
export function runs(rich: RichText): Inline[] {
  return rich.map(({ kind, text }) => (kind === 'code' ? run(text, { fontType: 'Monospace' }) : text));
}

/** A sentence with its tag behind it, set back. */
export function taggedRuns(rich: RichText, tag: string | undefined): Inline[] {
  return tag === undefined ? runs(rich) : [...runs(rich), run(tag, { isSubtle: true })];
}

/**
 * Only a TextBlock knows `{{DATE()}}` and `{{TIME()}}`, and it reads Markdown; what stands between two moments is escaped
 * in one piece, because a list's number and its dot may be in different runs.
 * @see https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features
 */
function markdownWithTimes(rich: RichText): string {
  let markdown = '';
  let literal = '';
  for (const each of rich) {
    if (each.kind !== 'time') {
      literal += each.text;
      continue;
    }
    markdown += escapeMarkdown(literal) + moment(each.atMs);
    literal = '';
  }
  return markdown + escapeMarkdown(literal);
}

/** The clients know no fractions of seconds, and show a moment that has them as it is written. */
function moment(atMs: number): string {
  const at = new Date(atMs).toISOString().replace(/\.\d+Z$/, 'Z');
  return `{{DATE(${at}, SHORT)}} {{TIME(${at})}}`;
}

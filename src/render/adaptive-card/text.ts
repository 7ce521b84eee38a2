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

/** The runs of a sentence, inline code in monospace. */
export function runs(rich: RichText): Inline[] {
  return rich.map(({ kind, text }) => (kind === 'code' ? run(text, { fontType: 'Monospace' }) : text));
}

/** A sentence with its tag behind it, set back. */
export function taggedRuns(rich: RichText, tag: string | undefined): Inline[] {
  return tag === undefined ? runs(rich) : [...runs(rich), run(tag, { isSubtle: true })];
}

/** Small makers for the text of a card, so that every part of it gets its text the same safe way. */

import type { RichText } from '../../reply/rich-text';
import type { RichTextBlock, RunStyle, TextBlock, TextRun } from './elements';
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
export function paragraph(inlines: readonly TextRun[], spacing: Spacing = 'Small'): RichTextBlock {
  return { type: 'RichTextBlock', inlines, spacing };
}

/** One run of plain characters. */
export function run(text: string, style: RunStyle = {}): TextRun {
  return { type: 'TextRun', text, ...style };
}

/** The runs of a sentence, inline code in monospace. */
export function runs(rich: RichText): TextRun[] {
  return rich.map(({ kind, text }) => run(text, kind === 'code' ? { fontType: 'Monospace' } : {}));
}

/** A sentence with its tag behind it in small print. */
export function taggedRuns(rich: RichText, tag: string | undefined): TextRun[] {
  return tag === undefined ? runs(rich) : [...runs(rich), run(`  ${tag}`, { size: 'Small', isSubtle: true })];
}

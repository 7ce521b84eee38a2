/** Text with inline code, the only markup that our sentences use. Renderers escape each run at their edge. */

/** A stretch of text in one style. */
export interface Run {
  readonly kind: 'text' | 'code';
  readonly text: string;
}

export type RichText = readonly Run[];

/** Splits a sentence of ours at its backticks: ``run `slmgr /ato` `` is a text run and a code run. */
export function toRichText(sentence: string): RichText {
  return sentence
    .split('`')
    .map((text, index): Run => ({ kind: index % 2 === 0 ? 'text' : 'code', text }))
    .filter((run) => run.text !== '');
}

/** The characters alone, for screen readers and plain text. */
export function plainText(rich: RichText): string {
  return rich.map((run) => run.text).join('');
}

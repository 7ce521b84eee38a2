/**
 * Text with inline code, the only markup that our sentences use, and with people and times where we tell what happened.
 * Renderers escape each run at their edge.
 */

/** A stretch of text; its `text` always serves, and a renderer may do better where it knows how. */
export type Run =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  /** Somebody, by the platform's id. `text` stands for the name until the platform has told it. */
  | { readonly kind: 'person'; readonly text: string; readonly id: string }
  /** A moment in milliseconds since 1970; `text` is in UTC, and says so. */
  | { readonly kind: 'time'; readonly text: string; readonly atMs: number };

export type RichText = readonly Run[];

/** Splits a sentence of ours at its backticks: ``run `slmgr /ato` `` is a text run and a code run. */
export function toRichText(sentence: string): RichText {
  return sentence
    .split('`')
    .map((text, index) => ({ kind: index % 2 === 0 ? ('text' as const) : ('code' as const), text }))
    .filter((run) => run.text !== '');
}

/** The characters alone, for screen readers and plain text. */
export function plainText(rich: RichText): string {
  return rich.map((run) => run.text).join('');
}

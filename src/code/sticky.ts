/** Matching at one place only. */

/** Where the match of a sticky pattern that begins at `place` ends, or `undefined` where none begins. */
export function matchEnd(pattern: RegExp, text: string, place: number): number | undefined {
  pattern.lastIndex = place;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

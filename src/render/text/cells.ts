/**
 * How many terminal cells a text takes: Chinese and full-width characters and emoji take two, marks none.
 * @see https://www.unicode.org/reports/tr11/
 */

const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;
const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Whether the character is two cells wide; lines may break beside it. */
export function isWide(character: string): boolean {
  return WIDE.test(character);
}

/** The width of a text in cells. */
export function countCells(text: string): number {
  let cells = 0;
  for (const character of text) cells += isWide(character) ? 2 : ZERO.test(character) ? 0 : 1;
  return cells;
}

/**
 * How many terminal cells a text takes: Chinese and full-width characters and emoji take two, marks none.
 * @see https://www.unicode.org/reports/tr11/
 */

const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;
const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Below it nothing is wide. */
const FIRST_WIDE = 0x1100;
/** One cell a character. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Whether the character is two cells wide; lines may break beside it. */
export function isWide(character: string): boolean {
  return character.charCodeAt(0) >= FIRST_WIDE && WIDE.test(character);
}

/** Whether no character of the text can be anything but one cell wide, which is quickly seen. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** The width of a text in cells. */
export function countCells(text: string): number {
  if (isPlain(text)) return text.length;
  let cells = 0;
  for (const character of text) cells += isWide(character) ? 2 : ZERO.test(character) ? 0 : 1;
  return cells;
}

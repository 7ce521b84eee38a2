/** What an ASCII character can be in a code. Everything outside ASCII is `OTHER`. */

/** Not part of any number. */
export const OTHER = 0;
export const DIGIT = 1;
/** `a` to `f`, either case. */
export const HEX_LETTER = 2;
export const LETTER = 3;

/** One byte for every code unit: a table without gaps is what makes the passes over a text fast. */
const classes = new Uint8Array(0x1_0000);
for (let unit = 0; unit < 0x80; unit += 1) classes[unit] = classify(String.fromCharCode(unit));

/** The class of a UTF-16 code unit; `NaN`, which stands before and after every text, is `OTHER`. */
export function classOf(unit: number): number {
  return classes[unit & 0xffff] ?? OTHER;
}

/** Tells whether the unit is an ASCII letter or digit. */
export function isAlphanumeric(unit: number): boolean {
  return classOf(unit) !== OTHER;
}

export function isHexDigit(unit: number): boolean {
  const kind = classOf(unit);
  return kind === DIGIT || kind === HEX_LETTER;
}

export function isLetter(unit: number): boolean {
  return classOf(unit) >= HEX_LETTER;
}

function classify(character: string): number {
  if (/[0-9]/.test(character)) return DIGIT;
  if (/[a-f]/i.test(character)) return HEX_LETTER;
  return /[a-z]/i.test(character) ? LETTER : OTHER;
}

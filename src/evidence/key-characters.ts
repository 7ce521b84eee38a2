/** What a character can be in a product key or between the characters of one. */

import { foldUnit, KEEP } from '../code/fold-table';

/** Ends whatever went before. */
export const BREAK = 0;
/** One of the 24 characters that keys are made of; Microsoft leaves out the vowels and what is mistaken for them. */
export const KEY = 1;
/** Any other letter or digit: a slip of the pen or of a scanner, or no key at all. */
export const SLIP = 2;
/** Markup that may stand anywhere: emphasis, code, strike-through, a table's bar. */
export const MARK = 3;
/** The end of a line, and what quotes the next one. */
export const WRAP = 4;
export const BLANK = 5;
/** A dot, a slash, a bracket between groups. */
export const SEPARATOR = 6;
export const HYPHEN = 7;

/** A separator written as in an address: `%2D` for the hyphen. */
export const ENCODED = '%(?:2[0-9a-f]|0[9ad]|[357][cde])';

/** Marks that are drawn over the character before them, a line through it among them. */
const FIRST_COMBINING = 0x0300;
const LAST_COMBINING = 0x036f;
const ALPHABET = 'BCDFGHJKMNPQRTVWXY2346789';
/** Letters of other alphabets that look like ours in every font, and what they look like. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ...Array.from('ВСНКМРТХУ', (letter, index): [string, string] => [letter, 'BCHKMPTXY'.charAt(index)]),
  ...Array.from('ВСНКМРТХУ'.toLowerCase(), (letter, index): [string, string] => [letter, 'BCHKMPTXY'.charAt(index)]),
]);

/** Between a small letter and its capital. */
const CASE = 0x20;

const classes = buildClasses();

/** The class of a UTF-16 code unit, full-width and other forms included. */
export function keyClassOf(unit: number): number {
  return classes[unit] ?? BREAK;
}

/** The code unit of a letter or digit as the key has it: a capital of the ASCII alphabet. */
export function keyCharacterOf(unit: number): number {
  const folded = unit < 0x80 ? KEEP : foldUnit(unit);
  const plain = folded === KEEP ? unit : folded;
  if (plain < 0x80) return isSmallLetter(plain) ? plain - CASE : plain;
  return LOOKALIKES.get(String.fromCharCode(plain))?.charCodeAt(0) ?? plain;
}

function isSmallLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function buildClasses(): Uint8Array {
  const table = new Uint8Array(0x1_0000);
  const set = (characters: string, kind: number): void => {
    for (const character of characters) table[character.charCodeAt(0)] = kind;
  };
  set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', SLIP);
  set(ALPHABET + ALPHABET.toLowerCase(), KEY);
  set([...LOOKALIKES.keys()].join(''), KEY);
  set('*`_~|', MARK);
  set('\r\n>\u2028\u2029', WRAP);
  set(' \t', BLANK);
  set('%.,:;/\\+\'"=&#!?@^$()[]{}<·•・。，、：（）【】「」《》', SEPARATOR);
  // Hands that type Chinese or Japanese reach these before the hyphen.
  set('-–—―¯ー➖杠', HYPHEN);
  for (let unit = FIRST_COMBINING; unit <= LAST_COMBINING; unit += 1) table[unit] = MARK;
  for (let unit = 0x80; unit < 0x1_0000; unit += 1) {
    const folded = foldUnit(unit);
    if (folded > 1) table[unit] = table[folded] ?? BREAK;
    else if (folded === 1) table[unit] = MARK;
  }
  return table;
}

/**
 * Finds product keys in a text: 25 characters in five groups, whatever stands between the groups, and in one piece where
 * nothing does. One pass, linear.
 */

import type { Span } from '../code/mention';
import { BLANK, BREAK, HYPHEN, KEY, keyCharacterOf, keyClassOf, SEPARATOR, SLIP, WRAP } from './key-characters';

export interface FoundKey extends Span {
  /** The 25 characters in capitals. */
  readonly characters: string;
}

/** All letters and digits of a text, in order. */
interface Row {
  readonly text: string;
  readonly length: number;
  readonly places: Uint32Array;
  /** What stands before each: `NOTHING` where it touches the last one, `FOREIGN` where they belong to different things. */
  readonly gaps: Uint8Array;
  /** How many of those before each are slips, and how many letters. */
  readonly slips: Uint32Array;
  readonly letters: Uint32Array;
}

const NOTHING = 0;
/** Wider than any of the classes. */
const FOREIGN = 99;

const LENGTH = 25;
const GROUP = 5;
/** What people put between two groups is shorter: a hyphen with blanks, a line end with quote marks. */
const LONGEST_GAP = 12;
/** Fewer letters than this in 25 characters make a number. */
const FEWEST_LETTERS = 3;
const MOST_SLIPS = 2;
/** Behind "key:" a scanner's slips are believed more readily. */
const MOST_SLIPS_NAMED = 4;
const FEWEST_DIGITS_NAMED = 2;

const NAMED =
  /(?:ipk|inpkey|pidkey|key|密钥|密鑰|金鑰|激活码|序列号|schlüssel|clé|clave|ключ\p{L}{0,4}|キー)\W{0,6}$/iu;
const LONGEST_NAME = 24;
const HEX = /[0-9A-F]/g;
const FEWEST_BEYOND_HEX = 4;
/** A separator written as in an address: `%2D` for the hyphen. */
const ENCODED = /%(?:2[0-9a-f]|0[9ad]|[357][cde])/iy;
const ENCODED_LENGTH = '%2D'.length;

/** The keys of a text in order; none overlaps another. */
export function findKeys(text: string): readonly FoundKey[] {
  const row = readRow(text);
  const found: FoundKey[] = [];
  for (let first = 0; first + LENGTH <= row.length; ) {
    if (!isKey(row, first)) {
      first += 1;
      continue;
    }
    const start = row.places[first] ?? 0;
    const end = (row.places[first + LENGTH - 1] ?? start) + 1;
    found.push({ start, end, characters: readCharacters(row, first) });
    first += LENGTH;
  }
  return found;
}

function readRow(text: string): Row {
  const places = new Uint32Array(text.length);
  const gaps = new Uint8Array(text.length);
  const slips = new Uint32Array(text.length + 1);
  const letters = new Uint32Array(text.length + 1);
  let length = 0;
  let gap = FOREIGN;
  let gapStart = 0;
  for (let place = 0; place < text.length; ) {
    const kind = keyClassOf(text.charCodeAt(place));
    if (kind === KEY || kind === SLIP) {
      places[length] = place;
      gaps[length] = gap;
      slips[length + 1] = (slips[length] ?? 0) + (kind === SLIP ? 1 : 0);
      letters[length + 1] = (letters[length] ?? 0) + (isDigit(text.charCodeAt(place)) ? 0 : 1);
      length += 1;
      place += 1;
      gap = NOTHING;
      gapStart = place;
      continue;
    }
    const isEncoded = text[place] === '%' && isEncodedAt(text, place);
    place += isEncoded ? ENCODED_LENGTH : 1;
    const width = kind === BREAK || place - gapStart > LONGEST_GAP ? FOREIGN : isEncoded ? HYPHEN : kind;
    gap = Math.max(gap, width);
  }
  return { text, length, places, gaps, slips, letters };
}

function isEncodedAt(text: string, place: number): boolean {
  ENCODED.lastIndex = place;
  return ENCODED.test(text);
}

function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

function isKey(row: Row, first: number): boolean {
  const gapAt = (index: number): number =>
    first + index < row.length ? (row.gaps[first + index] ?? FOREIGN) : FOREIGN;
  const gap = gapAt(GROUP);
  const widest = Math.max(gap, gapAt(2 * GROUP), gapAt(3 * GROUP), gapAt(4 * GROUP));
  const narrowest = Math.min(gap, gapAt(2 * GROUP), gapAt(3 * GROUP), gapAt(4 * GROUP));
  const isGrouped = narrowest > NOTHING && widest < FOREIGN;
  const letters = countIn(row.letters, first);
  if (letters < FEWEST_LETTERS) return false;
  const slips = countIn(row.slips, first);
  // No word in any language has so many consonants on end.
  if (slips === 0 && isInOddGroups(row, first)) return true;
  if (!isGrouped && widest > WRAP) return false;

  const isHyphenated = isGrouped && narrowest === HYPHEN;
  if (isHyphenated && slips === 0) return widestWithin(row, first) <= BLANK;

  // Groups without a slip stand for themselves where a word has lost its blank: "my key4JD8R R3WQ2 …".
  const mayTouch = isGrouped && slips === 0;
  const isBounded = (gapAt(0) !== NOTHING || mayTouch || isNamed(row, first)) && gapAt(LENGTH) !== NOTHING;
  if (!isBounded || widestWithin(row, first) > WRAP) return false;
  const digits = LENGTH - letters;
  if (isHyphenated && digits > 0) return true;
  if (slips === 0) return isGrouped || isOneCase(row, first);
  // Bars, dots and colons also part the members of a list, which a slip or two would make a key.
  const isSpaced = narrowest >= WRAP && widest !== SEPARATOR;
  if (isGrouped && isSpaced && slips <= MOST_SLIPS) return true;
  return slips <= MOST_SLIPS_NAMED && digits >= FEWEST_DIGITS_NAMED && isNamed(row, first);
}

/** Letter by letter, or in any groups behind a word for a key, even one that touches it: "my key4JD8 R3WQ …". */
function isInOddGroups(row: Row, first: number): boolean {
  const within = row.gaps.subarray(first + 1, first + LENGTH);
  if (within.includes(FOREIGN)) return false;
  const [gap = NOTHING] = within;
  const isSpelled = gap > NOTHING && within.every((other) => other === gap);
  if (isSpelled || (isNamed(row, first) && (within.some(isWide) || isOneCase(row, first)))) return true;
  return within.some(isWide) && standsAlone(row, first) && hasLettersOfKeys(row, first) && isOneCase(row, first);
}

function standsAlone({ gaps, length }: Row, first: number): boolean {
  return gaps[first] !== NOTHING && (first + LENGTH >= length || gaps[first + LENGTH] !== NOTHING);
}

/** More letters than a dump in hex has, so that groups of four or ten are no part of one. */
function hasLettersOfKeys(row: Row, first: number): boolean {
  return readCharacters(row, first).replace(HEX, '').length >= FEWEST_BEYOND_HEX;
}

function isWide(gap: number): boolean {
  return gap > WRAP;
}

function readCharacters({ text, places }: Row, first: number): string {
  let characters = '';
  for (let index = first; index < first + LENGTH; index += 1) {
    characters += keyCharacterOf(text.charAt(places[index] ?? 0));
  }
  return characters;
}

function countIn(sums: Uint32Array, first: number): number {
  return (sums[first + LENGTH] ?? 0) - (sums[first] ?? 0);
}

/** The widest of the gaps inside the five groups. */
function widestWithin({ gaps }: Row, first: number): number {
  let widest = NOTHING;
  for (let index = 1; index < LENGTH; index += 1) {
    if (index % GROUP !== 0) widest = Math.max(widest, gaps[first + index] ?? NOTHING);
  }
  return widest;
}

/** Keys in one piece are typed in one case; base64 and the ids of programs mix both. */
function isOneCase({ text, places }: Row, first: number): boolean {
  const characters = Array.from(places.subarray(first, first + LENGTH), (place) => text.charAt(place)).join('');
  return characters === characters.toUpperCase() || characters === characters.toLowerCase();
}

function isNamed({ text, places }: Row, first: number): boolean {
  const start = places[first] ?? 0;
  return NAMED.test(text.slice(Math.max(0, start - LONGEST_NAME), start));
}

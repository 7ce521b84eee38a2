/** All letters and digits of a text in order, and what stands between them: a key is 25 of them. */

import { BREAK, HYPHEN, KEY, keyCharacterOf, keyClassOf, MARK, SLIP } from './key-characters';

export interface KeyRow {
  readonly text: string;
  readonly length: number;
  readonly places: Uint32Array;
  /** What stands before each: `NOTHING` where it touches the last one, `FOREIGN` where they belong to different things. */
  readonly gaps: Uint8Array;
  /** How many of those before each are slips, and how many letters, capital and small ones. */
  readonly slips: Uint32Array;
  readonly letters: Uint32Array;
  readonly capitals: Uint32Array;
  readonly smalls: Uint32Array;
  /** How many of those up to each have something foreign before them. */
  readonly foreign: Uint32Array;
}

export const NOTHING = 0;
/** Wider than any of the classes. */
export const FOREIGN = 99;

/** What people put between two groups is shorter: a hyphen with blanks, a line end with quote marks. */
const LONGEST_GAP = 12;
const HEX = /[0-9A-F]/g;
const FEWEST_BEYOND_HEX = 4;
/** A separator written as in an address: `%2D` for the hyphen. */
const ENCODED = /%(?:2[0-9a-f]|0[9ad]|[357][cde])/iy;
const ENCODED_LENGTH = '%2D'.length;

/** Reads the row of a text. */
export function readRow(text: string): KeyRow {
  const places = new Uint32Array(text.length);
  const gaps = new Uint8Array(text.length);
  const slips = new Uint32Array(text.length + 1);
  const letters = new Uint32Array(text.length + 1);
  const capitals = new Uint32Array(text.length + 1);
  const smalls = new Uint32Array(text.length + 1);
  const foreign = new Uint32Array(text.length + 1);
  let length = 0;
  let gap = FOREIGN;
  let gapStart = 0;
  for (let place = 0; place < text.length; ) {
    const kind = keyClassOf(text.charCodeAt(place));
    if (kind === KEY || kind === SLIP) {
      places[length] = place;
      gaps[length] = gap;
      foreign[length + 1] = (foreign[length] ?? 0) + (gap === FOREIGN ? 1 : 0);
      slips[length + 1] = (slips[length] ?? 0) + (kind === SLIP ? 1 : 0);
      letters[length + 1] = (letters[length] ?? 0) + (isDigit(text.charCodeAt(place)) ? 0 : 1);
      capitals[length + 1] = (capitals[length] ?? 0) + (isCapital(text, place) ? 1 : 0);
      smalls[length + 1] = (smalls[length] ?? 0) + (isSmall(text, place) ? 1 : 0);
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
  return { text, length, places, gaps, slips, letters, capitals, smalls, foreign };
}

function isEncodedAt(text: string, place: number): boolean {
  ENCODED.lastIndex = place;
  return ENCODED.test(text);
}

function isCapital(text: string, place: number): boolean {
  const unit = text.charCodeAt(place);
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : text.charAt(place) !== text.charAt(place).toLowerCase();
}

function isSmall(text: string, place: number): boolean {
  const unit = text.charCodeAt(place);
  return unit < 0x80 ? unit >= 0x61 && unit <= 0x7a : text.charAt(place) !== text.charAt(place).toUpperCase();
}

function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

/** What stands before a character; beyond the last one as much as can be. */
export function gapAt({ gaps, length }: KeyRow, index: number): number {
  return index < length ? (gaps[index] ?? FOREIGN) : FOREIGN;
}

/** Where the characters end that touch each other from this one on, or with markup between; no more of them than asked for. */
export function pieceEnd(row: KeyRow, first: number, most: number, widest = MARK): number {
  let end = first + 1;
  while (end - first < most && gapAt(row, end) <= widest) end += 1;
  return end;
}

/** How many slips, or letters, stand from one place up to another. */
export function countIn(sums: Uint32Array, first: number, end: number): number {
  return (sums[end] ?? 0) - (sums[first] ?? 0);
}

/** The characters as a key has them. */
export function readCharacters({ text, places }: KeyRow, first: number, end: number): string {
  return Array.from(places.subarray(first, end), (place) => keyCharacterOf(text.charAt(place))).join('');
}

/** More letters than a dump in hex has, so that groups of four or ten are no part of one. */
export function hasLettersOfKeys(characters: string): boolean {
  return countBeyondHex(characters) >= FEWEST_BEYOND_HEX;
}

/** How many of the characters no number in hex has. */
export function countBeyondHex(characters: string): number {
  return characters.replace(HEX, '').length;
}

/** Keys in one piece are typed in one case; base64 and the ids of programs mix both. */
export function isOneCase({ capitals, smalls }: KeyRow, first: number, end: number): boolean {
  return countIn(capitals, first, end) === 0 || countIn(smalls, first, end) === 0;
}

/** Tells whether what begins here is of one case, and touches a letter of the other: "myBCDFG". */
export function isBehindOtherCase(row: KeyRow, first: number, end: number): boolean {
  return first > 0 && isOneCase(row, first, end) && !isOneCase(row, first - 1, end);
}

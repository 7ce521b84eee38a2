/** All letters and digits of a text in order, and what stands between them: a key is 25 of them. */

import { unitsOf } from '../code/units';
import { BREAK, ENCODED, HYPHEN, KEY, keyCharacterOf, keyClassOf, MARK, SLIP, WRAP } from './key-characters';

export interface KeyRow {
  readonly text: string;
  readonly length: number;
  /** The letters and digits as a key has them: capitals of the ASCII alphabet. */
  readonly characters: string;
  readonly places: Uint32Array;
  /** What stands before each: `NOTHING` where it touches the last one, `FOREIGN` where they belong to different things. */
  readonly gaps: Uint8Array;
  /** From which one on all have the same before them up to each, and how many of those up to each have more than a line end. */
  readonly evenSince: Uint32Array;
  readonly wide: Uint32Array;
  /** How many of those before each are slips; letters, capital and small ones; characters that no number in hex has. */
  readonly slips: Uint32Array;
  readonly letters: Uint32Array;
  readonly capitals: Uint32Array;
  readonly smalls: Uint32Array;
  readonly beyondHex: Uint32Array;
  /** How many of those up to each have something foreign before them. */
  readonly foreign: Uint32Array;
}

export const NOTHING = 0;
/** Wider than any of the classes. */
export const FOREIGN = 99;

/** What people put between two groups is shorter: a hyphen with blanks, a line end with quote marks. */
const LONGEST_GAP = 12;
/** More letters than a dump in hex has, so that groups of four or ten are no part of one. */
export const FEWEST_BEYOND_HEX = 4;
const ENCODED_HERE = new RegExp(ENCODED, 'iy');
const ENCODED_LENGTH = '%2D'.length;
const PERCENT = 0x25;
const CAPITAL_A = 0x41;
const CAPITAL_F = 0x46;
const SMALL_A = 0x61;

/** Reads the row of a text. */
export function readRow(text: string): KeyRow {
  const units = unitsOf(text);
  const characters = Buffer.allocUnsafe(text.length);
  const places = new Uint32Array(text.length);
  const gaps = new Uint8Array(text.length);
  const evenSince = new Uint32Array(text.length);
  const wide = new Uint32Array(text.length + 1);
  const slips = new Uint32Array(text.length + 1);
  const letters = new Uint32Array(text.length + 1);
  const capitals = new Uint32Array(text.length + 1);
  const smalls = new Uint32Array(text.length + 1);
  const beyondHex = new Uint32Array(text.length + 1);
  const foreign = new Uint32Array(text.length + 1);
  let length = 0;
  let gap = FOREIGN;
  let gapStart = 0;
  for (let place = 0; place < text.length; ) {
    const unit = units[place] ?? 0;
    const kind = keyClassOf(unit);
    if (kind === KEY || kind === SLIP) {
      const character = keyCharacterOf(unit);
      const isLetter = character >= CAPITAL_A;
      const isSmallLetter = isLetter && isSmall(unit);
      characters[length] = character;
      places[length] = place;
      gaps[length] = gap;
      evenSince[length] = gap === gaps[length - 1] ? (evenSince[length - 1] ?? 0) : length;
      const next = length + 1;
      wide[next] = (wide[length] ?? 0) + (gap > WRAP ? 1 : 0);
      foreign[next] = (foreign[length] ?? 0) + (gap === FOREIGN ? 1 : 0);
      slips[next] = (slips[length] ?? 0) + (kind === SLIP ? 1 : 0);
      letters[next] = (letters[length] ?? 0) + (isLetter ? 1 : 0);
      capitals[next] = (capitals[length] ?? 0) + (isLetter && !isSmallLetter ? 1 : 0);
      smalls[next] = (smalls[length] ?? 0) + (isSmallLetter ? 1 : 0);
      beyondHex[next] = (beyondHex[length] ?? 0) + (character > CAPITAL_F ? 1 : 0);
      length = next;
      place += 1;
      gap = NOTHING;
      gapStart = place;
      continue;
    }
    const isEncoded = unit === PERCENT && isEncodedAt(text, place);
    place += isEncoded ? ENCODED_LENGTH : 1;
    const width = kind === BREAK || place - gapStart > LONGEST_GAP ? FOREIGN : isEncoded ? HYPHEN : kind;
    gap = Math.max(gap, width);
  }
  const written = characters.toString('latin1', 0, length);
  const sums = { wide, slips, letters, capitals, smalls, beyondHex, foreign };
  return { text, length, characters: written, places, gaps, evenSince, ...sums };
}

function isEncodedAt(text: string, place: number): boolean {
  ENCODED_HERE.lastIndex = place;
  return ENCODED_HERE.test(text);
}

function isSmall(unit: number): boolean {
  if (unit < 0x80) return unit >= SMALL_A;
  const character = String.fromCharCode(unit);
  return character !== character.toUpperCase();
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

/** Tells whether so many letters are there that no number in hex has. */
export function hasLettersOfKeys({ beyondHex }: KeyRow, first: number, end: number): boolean {
  return countIn(beyondHex, first, end) >= FEWEST_BEYOND_HEX;
}

/** Keys in one piece are typed in one case; base64 and the ids of programs mix both. */
export function isOneCase({ capitals, smalls }: KeyRow, first: number, end: number): boolean {
  return countIn(capitals, first, end) === 0 || countIn(smalls, first, end) === 0;
}

/** Tells whether what begins here is of one case, and touches a letter of the other: "myBCDFG". */
export function isBehindOtherCase(row: KeyRow, first: number, end: number): boolean {
  return first > 0 && isOneCase(row, first, end) && !isOneCase(row, first - 1, end);
}

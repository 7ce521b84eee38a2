/**
 * Finds product keys in a text: 25 characters in five groups, whatever stands between the groups, and in one piece where
 * nothing does. One pass, linear.
 */

import type { Span } from '../code/mention';
import { BLANK, HYPHEN, MARK, SEPARATOR, WRAP } from './key-characters';
import { findUneven } from './key-groups';
import { createPartsReader } from './key-parts';
import {
  countBeyondHex,
  countIn,
  FOREIGN,
  gapAt,
  isBehindOtherCase,
  isOneCase,
  type KeyRow,
  NOTHING,
  readCharacters,
  readRow,
} from './key-row';
import { findRun } from './key-run';

export interface FoundKey extends Span {
  /** The characters in capitals: 25, one more or less where a group is not whole, more where something touches the key. */
  readonly characters: string;
}

const LENGTH = 25;
const GROUP = 5;
/** Fewer letters than this in 25 characters make a number. */
const FEWEST_LETTERS = 3;
const MOST_SLIPS = 2;
/** In one piece; the ids of programs have more. */
const MOST_SLIPS_WHOLE = 1;
/** `XXXXX-XXXXX-…` stands for a key in instructions. */
const FEWEST_DIFFERENT = 2;
/** Behind "key:" a scanner's slips are believed more readily. */
const MOST_SLIPS_NAMED = 4;
const FEWEST_DIGITS_NAMED = 2;

const NAMED =
  /(?:ipk|inpkey|pidkey|key|密钥|密鑰|金鑰|激活码|序列号|schlüssel|clé|clave|ключ\p{L}{0,4}|キー)\W{0,6}$/iu;
const LONGEST_NAME = 24;

/** The keys of a text in order; none overlaps another. */
export function findKeys(text: string): readonly FoundKey[] {
  const row = readRow(text);
  const parts = createPartsReader(row);
  const found: FoundKey[] = [];
  for (let first = 0; first < row.length; ) {
    const end = findEnd(row, first);
    const key = end === undefined ? parts.read(first) : { first, end, characters: readCharacters(row, first, end) };
    if (end !== undefined) parts.forget();
    if (key !== undefined && new Set(key.characters).size >= FEWEST_DIFFERENT) {
      const start = row.places[key.first] ?? 0;
      found.push({ start, end: (row.places[key.end - 1] ?? start) + 1, characters: key.characters });
    }
    first = key?.end ?? first + 1;
  }
  return found;
}

/** Where the key that begins here ends. */
function findEnd(row: KeyRow, first: number): number | undefined {
  const end = first + LENGTH;
  if (end <= row.length && isKey(row, first) && countBeyondHex(readCharacters(row, first, end)) > 0) return end;
  return findRun(row, first) ?? findUneven(row, first);
}

function isKey(row: KeyRow, first: number): boolean {
  // Nearly every place of nearly every text ends here.
  if (countIn(row.foreign, first + 1, first + LENGTH) > 0) return false;
  const between = [1, 2, 3, 4].map((group) => gapAt(row, first + group * GROUP));
  const widest = Math.max(...between);
  const narrowest = Math.min(...between);
  const isGrouped = narrowest > NOTHING && widest < FOREIGN;
  const letters = countIn(row.letters, first, first + LENGTH);
  if (letters < FEWEST_LETTERS) return false;
  const slips = countIn(row.slips, first, first + LENGTH);
  // No word in any language has so many consonants on end.
  if (slips === 0 && isInOddGroups(row, first)) return true;
  if (!isGrouped && widest > WRAP) return false;

  const isHyphenated = isGrouped && narrowest === HYPHEN;
  if (isHyphenated && slips === 0) return widestWithin(row, first) <= BLANK;

  // Groups without a slip stand for themselves where a word has lost its blank: "my key4JD8R R3WQ2 …".
  const mayTouch = isGrouped && slips === 0;
  const isBounded =
    (gapAt(row, first) !== NOTHING || mayTouch || isNamed(row, first)) && gapAt(row, first + LENGTH) !== NOTHING;
  if (!isBounded || widestWithin(row, first) > WRAP) return false;
  const digits = LENGTH - letters;
  if (isHyphenated && digits > 0) return true;
  if (slips === 0) return isGrouped || isOneCase(row, first, first + LENGTH);
  if (
    widest <= MARK &&
    slips <= MOST_SLIPS_WHOLE &&
    digits >= FEWEST_DIGITS_NAMED &&
    isOneCase(row, first, first + LENGTH)
  )
    return true;
  // Bars, dots and colons also part the members of a list, which a slip or two would make a key.
  const isSpaced = narrowest >= WRAP && widest !== SEPARATOR;
  if (isGrouped && isSpaced && slips <= MOST_SLIPS) return true;
  return slips <= MOST_SLIPS_NAMED && digits >= FEWEST_DIGITS_NAMED && isNamed(row, first);
}

/** Letter by letter, or in any groups behind a word for a key, even one that touches it: "my key4JD8 R3WQ …". */
function isInOddGroups(row: KeyRow, first: number): boolean {
  const within = row.gaps.subarray(first + 1, first + LENGTH);
  if (within.includes(FOREIGN)) return false;
  const [gap = NOTHING] = within;
  const isSpelled = gap > NOTHING && within.every((other) => other === gap);
  if (isSpelled || (isNamed(row, first) && (within.some(isWide) || isOneCase(row, first, first + LENGTH)))) return true;
  return within.some(isWide) && standsAlone(row, first) && isOneCase(row, first, first + LENGTH);
}

/** From where a word or a change of case ends to the end of a group. */
function standsAlone(row: KeyRow, first: number): boolean {
  const end = first + LENGTH;
  return (gapAt(row, first) !== NOTHING || isBehindOtherCase(row, first, end)) && gapAt(row, end) !== NOTHING;
}

function isWide(gap: number): boolean {
  return gap > WRAP;
}

/** The widest of the gaps inside the five groups. */
function widestWithin({ gaps }: KeyRow, first: number): number {
  let widest = NOTHING;
  for (let index = 1; index < LENGTH; index += 1) {
    if (index % GROUP !== 0) widest = Math.max(widest, gaps[first + index] ?? NOTHING);
  }
  return widest;
}

function isNamed({ text, places }: KeyRow, first: number): boolean {
  const start = places[first] ?? 0;
  return NAMED.test(text.slice(Math.max(0, start - LONGEST_NAME), start));
}

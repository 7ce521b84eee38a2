/**
 * Finds product keys in a text: 25 characters in five groups, whatever stands between the groups, and in one piece where
 * nothing does. One pass, linear.
 */

import type { Span } from '../code/mention';
import { BLANK, HYPHEN, MARK, SEPARATOR, WRAP } from './key-characters';
import { findUneven } from './key-groups';
import { createNames, type Names } from './key-names';
import { createPartsReader } from './key-parts';
import { countIn, FOREIGN, gapAt, isBehindOtherCase, isOneCase, type KeyRow, NOTHING, readRow } from './key-row';
import { createRunFinder, type RunFinder } from './key-run';

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

/** The keys of a text in order; none overlaps another. */
export function findKeys(text: string): readonly FoundKey[] {
  const row = readRow(text);
  const parts = createPartsReader(row);
  const isNamed = createNames(row);
  const findRun = createRunFinder(row);
  const found: FoundKey[] = [];
  for (let first = 0; first < row.length; ) {
    const end = findEnd(row, first, isNamed, findRun);
    const key = end === undefined ? parts.read(first) : { first, end, characters: row.characters.slice(first, end) };
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
function findEnd(row: KeyRow, first: number, isNamed: Names, findRun: RunFinder): number | undefined {
  const end = first + LENGTH;
  if (end <= row.length && isKey(row, first, isNamed) && countIn(row.beyondHex, first, end) > 0) return end;
  return findRun(first) ?? findUneven(row, first);
}

function isKey(row: KeyRow, first: number, isNamed: Names): boolean {
  // Nearly every place of nearly every text ends here.
  if (countIn(row.foreign, first + 1, first + LENGTH) > 0) return false;
  const letters = countIn(row.letters, first, first + LENGTH);
  if (letters < FEWEST_LETTERS) return false;
  const slips = countIn(row.slips, first, first + LENGTH);
  // No word in any language has so many consonants on end.
  if (slips === 0 && isInOddGroups(row, first, isNamed)) return true;
  // Only hyphens between the groups let more pass.
  if (slips > MOST_SLIPS_NAMED && gapAt(row, first + GROUP) !== HYPHEN) return false;
  const { narrowest, widest } = measureGroupGaps(row, first);
  const isGrouped = narrowest > NOTHING;
  if (!isGrouped && widest > WRAP) return false;

  const isHyphenated = isGrouped && narrowest === HYPHEN;
  if (isHyphenated && slips === 0) return widestWithin(row, first) <= BLANK;

  // Groups without a slip stand for themselves where a word has lost its blank: "my key4JD8R R3WQ2 …".
  const mayTouch = isGrouped && slips === 0;
  if (gapAt(row, first + LENGTH) === NOTHING) return false;
  if (gapAt(row, first) === NOTHING && !mayTouch && !isNamed(first)) return false;
  if (widestWithin(row, first) > WRAP) return false;
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
  return slips <= MOST_SLIPS_NAMED && digits >= FEWEST_DIGITS_NAMED && isNamed(first);
}

/** Letter by letter, or in any groups behind a word for a key, even one that touches it: "my key4JD8 R3WQ …". */
function isInOddGroups(row: KeyRow, first: number, isNamed: Names): boolean {
  const [second, end] = [first + 1, first + LENGTH];
  const isSpelled = gapAt(row, second) > NOTHING && (row.evenSince[end - 1] ?? end) <= second;
  if (isSpelled) return true;
  const isWide = countIn(row.wide, second, end) > 0;
  if (!isWide && !isOneCase(row, first, end)) return false;
  if (isNamed(first)) return true;
  return isWide && standsAlone(row, first) && isOneCase(row, first, end);
}

/** From where a word or a change of case ends to the end of a group. */
function standsAlone(row: KeyRow, first: number): boolean {
  const end = first + LENGTH;
  return (gapAt(row, first) !== NOTHING || isBehindOtherCase(row, first, end)) && gapAt(row, end) !== NOTHING;
}

interface Gaps {
  readonly narrowest: number;
  readonly widest: number;
}

/** The narrowest and the widest of the gaps between the five groups. */
function measureGroupGaps({ gaps }: KeyRow, first: number): Gaps {
  let narrowest = FOREIGN;
  let widest = NOTHING;
  for (let start = first + GROUP; start < first + LENGTH; start += GROUP) {
    const gap = gaps[start] ?? NOTHING;
    narrowest = Math.min(narrowest, gap);
    widest = Math.max(widest, gap);
  }
  return { narrowest, widest };
}

/** The widest of the gaps inside the five groups. */
function widestWithin({ gaps }: KeyRow, first: number): number {
  let widest = NOTHING;
  for (let index = 1; index < LENGTH; index += 1) {
    if (index % GROUP !== 0) widest = Math.max(widest, gaps[first + index] ?? NOTHING);
  }
  return widest;
}

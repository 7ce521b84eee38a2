/**
 * Keys in five groups one of which has lost or won a character, or with a word that touches the first or the last:
 * "BCDFG-HJKM-…", "myBCDFG-HJ0MN-…".
 */

import { HYPHEN, MARK } from './key-characters';
import { countIn, FOREIGN, gapAt, hasLettersOfKeys, type KeyRow, pieceEnd } from './key-row';

interface Group {
  readonly first: number;
  readonly end: number;
}

const GROUPS = 5;
const GROUP = 5;
const FEWEST_LETTERS = 3;
const MOST_SLIPS = 1;
const MOST_SLIPS_WHOLE = 4;
/** Enough to see that a piece is no group. */
const TOO_LONG = GROUP + 2;

/** Where the key ends whose first group begins here. Each group is read five times at most. */
export function findUneven(row: KeyRow, first: number): number | undefined {
  const head = pieceEnd(row, first, TOO_LONG);
  if (gapAt(row, first) <= MARK ? head - first !== GROUP : !isGroup(head - first)) return undefined;
  const groups = readGroups(row, first, head);
  if (groups === undefined) return undefined;
  const separators = groups.slice(1).map((group) => gapAt(row, group.first));
  const end = groups.at(-1)?.end ?? first;
  const isHyphenated = separators.every((gap) => gap === HYPHEN);
  const isWhole = groups.every((group) => group.end - group.first === GROUP);
  const slips = countIn(row.slips, first, end);
  const letters = countIn(row.letters, first, end);
  if (letters < FEWEST_LETTERS || !hasLettersOfKeys(row, first, end)) return undefined;
  if (!isHyphenated) {
    const isEven = separators.every((gap) => gap === separators[0]);
    return isEven && slips === 0 && gapAt(row, first) > MARK && gapAt(row, end) > MARK ? end : undefined;
  }
  // A word has no digit.
  const mayHaveSlips = letters < end - first;
  return slips === 0 || (mayHaveSlips && slips <= (isWhole ? MOST_SLIPS_WHOLE : MOST_SLIPS)) ? end : undefined;
}

function isGroup(length: number): boolean {
  return length >= GROUP - 1 && length <= GROUP + 1;
}

function readGroups(row: KeyRow, first: number, head: number): readonly Group[] | undefined {
  const groups: Group[] = [{ first, end: head }];
  let uneven = head - first === GROUP ? 0 : 1;
  for (let next = head; groups.length < GROUPS; ) {
    if (gapAt(row, next) === FOREIGN) return undefined;
    const whole = pieceEnd(row, next, TOO_LONG);
    // A word that touches the last group is left behind.
    const isGlued = groups.length === GROUPS - 1 && whole - next > GROUP + 1;
    const end = isGlued ? next + GROUP : whole;
    if (!isGroup(end - next)) return undefined;
    if (end - next !== GROUP) uneven += 1;
    if (uneven > 1) return undefined;
    groups.push({ first: next, end });
    next = end;
  }
  return groups;
}

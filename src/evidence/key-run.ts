/** Keys in one piece that a word or another key touches: "keyBCDFG…", "…XY234abc". */

import { KEY, keyClassOf } from './key-characters';
import { countIn, gapAt, hasLettersOfKeys, type KeyRow, NOTHING } from './key-row';

const LENGTH = 25;
/** A key has about fifteen; "hmmmm…" two. */
const FEWEST_DIFFERENT = 8;
const NEITHER = 0;
const CAPITAL = 1;
const SMALL = 2;

/** Where the run of at least 25 characters of keys in one case ends that begins here. */
export type RunFinder = (first: number) => number | undefined;

/** Makes a finder of the runs of a row, to be asked in order. */
export function createRunFinder(row: KeyRow): RunFinder {
  /** What was read as no key is none from any later character on, so that a text is read once. */
  let settledUntil = 0;

  return (first) => {
    if (first < settledUntil || !isRunStart(row, first)) return undefined;
    const { end, lastLetter } = readRun(row, first);
    if (isVaried(row, first, end)) return end;
    // Digits at its end belong to what follows, too.
    settledUntil = lastLetter + 1;
    return undefined;
  };
}

function readRun(row: KeyRow, first: number): { readonly end: number; readonly lastLetter: number } {
  let runCase = NEITHER;
  let lastLetter = first;
  let end = first;
  for (; end < row.length; end += 1) {
    if (!isKeyCharacter(row, end) || (end > first && gapAt(row, end) !== NOTHING)) break;
    const ownCase = caseAt(row, end);
    if (ownCase === NEITHER) continue;
    if (runCase !== NEITHER && ownCase !== runCase) break;
    runCase = ownCase;
    lastLetter = end;
  }
  return { end, lastLetter };
}

/** As long and as varied as a key; what is not has no part that is. */
function isVaried(row: KeyRow, first: number, end: number): boolean {
  if (end - first < LENGTH || !hasLettersOfKeys(row, first, end)) return false;
  return new Set(row.characters.slice(first, end)).size >= FEWEST_DIFFERENT;
}

/** Behind a gap, a slip or a letter of the other case; digits belong to what follows them, too. */
function isRunStart(row: KeyRow, first: number): boolean {
  if (gapAt(row, first) !== NOTHING || !isKeyCharacter(row, first - 1)) return true;
  const before = caseAt(row, first - 1);
  return before !== NEITHER && caseAt(row, first) !== before;
}

function isKeyCharacter({ text, places }: KeyRow, index: number): boolean {
  return keyClassOf(text.charCodeAt(places[index] ?? 0)) === KEY;
}

function caseAt({ capitals, smalls }: KeyRow, index: number): number {
  if (countIn(smalls, index, index + 1) > 0) return SMALL;
  return countIn(capitals, index, index + 1) > 0 ? CAPITAL : NEITHER;
}

/** Keys in one piece that a word or another key touches: "keyBCDFG…", "…XY234abc". */

import { KEY, keyClassOf } from './key-characters';
import { countIn, gapAt, hasLettersOfKeys, type KeyRow, NOTHING } from './key-row';

const LENGTH = 25;
/** A key has about fifteen; "hmmmm…" two. */
const FEWEST_DIFFERENT = 8;
const NEITHER = 0;
const CAPITAL = 1;
const SMALL = 2;

/**
 * Where the run of at least 25 characters of keys in one case ends that begins here. Only the first character of a run
 * is asked further, so that a text is read once.
 */
export function findRun(row: KeyRow, first: number): number | undefined {
  if (!isRunStart(row, first)) return undefined;
  let runCase = NEITHER;
  let end = first;
  for (; end < row.length; end += 1) {
    if (!isKeyCharacter(row, end) || (end > first && gapAt(row, end) !== NOTHING)) break;
    const ownCase = caseAt(row, end);
    if (ownCase !== NEITHER && runCase !== NEITHER && ownCase !== runCase) break;
    runCase = Math.max(runCase, ownCase);
  }
  if (end - first < LENGTH || !hasLettersOfKeys(row, first, end)) return undefined;
  return new Set(row.characters.slice(first, end)).size >= FEWEST_DIFFERENT ? end : undefined;
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

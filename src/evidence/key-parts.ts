/** Keys whose groups are numbered, named or parted by words: "1) BCDFG 2) HJKMN …", "第一组：BCDFG …", "… and XY234". */

import { HYPHEN } from './key-characters';
import {
  countIn,
  gapAt,
  hasLettersOfKeys,
  isBehindOtherCase,
  type KeyRow,
  NOTHING,
  pieceEnd,
  readCharacters,
} from './key-row';

export interface PartedKey {
  readonly first: number;
  readonly end: number;
  readonly characters: string;
}

export interface PartsReader {
  /** Takes the piece that begins here for the next part, and tells the key that it completes. */
  read(index: number): PartedKey | undefined;
  /** Begins anew: a whole key stood between. */
  forget(): void;
}

interface Part {
  readonly first: number;
  readonly end: number;
}

const LENGTH = 25;
const GROUP = 5;
/** What stands between two parts is shorter: ", and then the third group is: ". */
const LONGEST_LABEL = 40;
const MOST_SLIPS = 1;
const FEWEST_DIFFERENT = 8;

/** Makes a reader of the pieces of a row, to be asked in order. */
export function createPartsReader(row: KeyRow): PartsReader {
  let parts: Part[] = [];
  let length = 0;

  function read(index: number): PartedKey | undefined {
    const part = readPart(row, index, parts.length);
    const last = parts.at(-1);
    if (part === undefined || (last !== undefined && part.first < last.end)) return undefined;
    if (last !== undefined && distance(row, last, part) > LONGEST_LABEL) forget();
    parts.push(part);
    length += part.end - part.first;
    while (length > LENGTH) {
      const oldest = parts.shift();
      length -= oldest === undefined ? length : oldest.end - oldest.first;
    }
    const start = parts[0]?.first;
    if (length < LENGTH || start === undefined) return undefined;
    const characters = parts.map(({ first, end }) => readCharacters(row, first, end));
    if (!isKey(row, parts, characters)) return undefined;
    forget();
    return { first: start, end: part.end, characters: characters.join('') };
  }

  function forget(): void {
    parts = [];
    length = 0;
  }

  return { read, forget };
}

/** One group or several in one piece, hardly a slip in it; its number may touch it: "②HJKMN". */
function readPart(row: KeyRow, index: number, before: number): Part | undefined {
  const isInPiece = gapAt(row, index) === NOTHING;
  const end = pieceEnd(row, index, isInPiece ? GROUP + 1 : LENGTH + 1, NOTHING);
  const isNumbered = end - index === GROUP + 1 && row.text.charAt(row.places[index] ?? 0) === String(before + 1);
  const first = isNumbered ? index + 1 : index;
  const length = end - first;
  if (length % GROUP !== 0 || length >= LENGTH) return undefined;
  // A word may touch the first part.
  if (isInPiece && gapAt(row, end) !== HYPHEN && !isBehindOtherCase(row, first, end)) return undefined;
  const slips = countIn(row.slips, first, end);
  const letters = countIn(row.letters, first, end);
  // A word has no digit.
  const mayHaveSlips = length === GROUP && letters < length && letters > 0;
  return slips === 0 || (mayHaveSlips && slips <= MOST_SLIPS) ? { first, end } : undefined;
}

function isKey(row: KeyRow, parts: readonly Part[], characters: readonly string[]): boolean {
  const slips = parts.reduce((sum, { first, end }) => sum + countIn(row.slips, first, end), 0);
  const numbers = parts.filter(({ first, end }) => countIn(row.letters, first, end) === 0);
  // Without a label they are any list of short names, one of which has a slip.
  const isLabeled = parts.every(({ first }, index) => index === 0 || first > (parts[index - 1]?.end ?? first));
  return (
    new Set(characters).size === characters.length &&
    (slips === 0 || (slips <= MOST_SLIPS && isLabeled)) &&
    numbers.length <= 1 &&
    hasLettersOfKeys(characters.join('')) &&
    new Set(characters.join('')).size >= FEWEST_DIFFERENT
  );
}

function distance({ places }: KeyRow, last: Part, next: Part): number {
  return (places[next.first] ?? 0) - (places[last.end - 1] ?? 0);
}

/** Keys whose groups are numbered, named or parted by words: "1) BCDFG 2) HJKMN …", "第一组：BCDFG …", "… and XY234". */

import { HYPHEN } from './key-characters';
import { countIn, FEWEST_BEYOND_HEX, gapAt, isBehindOtherCase, type KeyRow, NOTHING, pieceEnd } from './key-row';

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
    const characters = readKey(row, parts);
    if (characters === undefined) return undefined;
    forget();
    return { first: start, end: part.end, characters };
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

/** The characters of a key in parts, or `undefined` where they are none. */
function readKey(row: KeyRow, parts: readonly Part[]): string | undefined {
  const slips = sum(row.slips, parts);
  // Without a label they are any list of short names, one of which has a slip.
  const isLabeled = parts.every(({ first }, index) => index === 0 || first > (parts[index - 1]?.end ?? first));
  if (slips > MOST_SLIPS || (slips > 0 && !isLabeled) || sum(row.beyondHex, parts) < FEWEST_BEYOND_HEX)
    return undefined;
  const numbers = parts.filter(({ first, end }) => countIn(row.letters, first, end) === 0);
  if (numbers.length > 1) return undefined;
  const pieces = parts.map(({ first, end }) => row.characters.slice(first, end));
  const characters = pieces.join('');
  const isVaried = new Set(pieces).size === pieces.length && new Set(characters).size >= FEWEST_DIFFERENT;
  return isVaried ? characters : undefined;
}

function sum(sums: Uint32Array, parts: readonly Part[]): number {
  return parts.reduce((total, { first, end }) => total + countIn(sums, first, end), 0);
}

function distance({ places }: KeyRow, last: Part, next: Part): number {
  return (places[next.first] ?? 0) - (places[last.end - 1] ?? 0);
}

/** Which codes a miswritten one may have meant, by the slips that people make. */

import type { ErrorCode } from './error-code';

export interface Nearest {
  readonly code: ErrorCode;
  /** Edits apart, adjacent swaps counted as one; a doubled digit, a lost double or a lookalike counts half. */
  readonly distance: number;
}

/** In half edits. */
const EDIT = 2;
const SMALL_EDIT = 1;
/** Longer than any code with its slips; what lies beyond is not compared. */
const LONGEST = 16;

/** Characters that stand in for a digit, as people type them or a scanner reads them. Cyrillic letters look the same. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ...pairs('OQØО', '0'),
  ...pairs('IL|!', '1'),
  ...pairs('Z', '2'),
  ...pairs('S', '5'),
  ...pairs('G', '6'),
  ...pairs('А', 'A'),
  ...pairs('В', 'B'),
  ...pairs('С', 'C'),
  ...pairs('Е', 'E'),
]);

/** Hex digits that are taken for each other. */
const CONFUSED = confusions('8B', 'B8', '0D', 'D0', 'EF', 'FE', '6B', 'B6');

/** Three rows of the table of distances, used in turn: thousands of comparisons need no memory of their own. */
const ROWS: readonly [Uint8Array, Uint8Array, Uint8Array] = [row(), row(), row()];

/** What stands in front of the digits when `0x` was meant: `Ox`, `0×`, a lone `x`; also Visual Basic's `&H`. */
const PREFIX = /^\s*(?:&H|[0OQØО]{0,2}\s?[X×Х]{1,2})/;
const SEPARATORS = /[\s\-_.,·]+/g;

/** The digits of a code as someone wrote it: no prefix, no separators, lookalike letters as the digits they stand for. */
export function foldDigits(written: string): string {
  const digits = written.toUpperCase().replace(PREFIX, '').replace(SEPARATORS, '');
  return Array.from(digits, (character) => LOOKALIKES.get(character) ?? character).join('');
}

/**
 * The `limit` codes of `known` closest to what was written, none farther than `farthest`; equally close ones keep the
 * order of `known`.
 */
export function nearestCodes(
  written: string,
  known: Iterable<ErrorCode>,
  limit: number,
  farthest = Number.POSITIVE_INFINITY,
): readonly Nearest[] {
  const digits = foldDigits(written).slice(0, LONGEST);
  const near: Nearest[] = [];
  for (const code of known) {
    const distance = editDistance(digits, code.slice(2), farthest);
    if (distance <= farthest) near.push({ code, distance });
  }
  return near.sort((a, b) => a.distance - b.distance).slice(0, limit);
}

/**
 * Optimal string alignment: each stretch is edited once, which is all that one slip does. Counts in half edits, and
 * gives up, with infinity, once every way is longer than `farthest`.
 */
function editDistance(from: string, to: string, farthest: number): number {
  let [beforeLast, last, current] = ROWS;
  for (let column = 0; column <= to.length; column += 1) last[column] = column * EDIT;
  for (let row = 1; row <= from.length; row += 1) {
    const typed = from.charCodeAt(row - 1);
    const typedBefore = row > 1 ? from.charCodeAt(row - 2) : 0;
    const surplus = typed === typedBefore ? SMALL_EDIT : EDIT;
    let least = row * EDIT;
    current[0] = least;
    let meantBefore = 0;
    for (let column = 1; column <= to.length; column += 1) {
      const meant = to.charCodeAt(column - 1);
      let distance = at(last, column - 1) + replacing(typed, meant);
      distance = Math.min(distance, at(last, column) + surplus);
      distance = Math.min(distance, at(current, column - 1) + (meant === meantBefore ? SMALL_EDIT : EDIT));
      if (typed === meantBefore && typedBefore === meant) {
        distance = Math.min(distance, at(beforeLast, column - 2) + EDIT);
      }
      current[column] = distance;
      least = Math.min(least, distance);
      meantBefore = meant;
    }
    if (least > farthest * EDIT) return Number.POSITIVE_INFINITY;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return at(last, to.length) / EDIT;
}

function replacing(typed: number, meant: number): number {
  if (typed === meant) return 0;
  return CONFUSED[(typed & 0x7f) * 0x80 + (meant & 0x7f)] === 1 ? SMALL_EDIT : EDIT;
}

function at(row: Uint8Array, column: number): number {
  return row[column] ?? 0;
}

function row(): Uint8Array {
  return new Uint8Array(LONGEST + 1);
}

function confusions(...pairs: readonly string[]): Uint8Array {
  const table = new Uint8Array(0x4000);
  for (const pair of pairs) table[pair.charCodeAt(0) * 0x80 + pair.charCodeAt(1)] = 1;
  return table;
}

function pairs(letters: string, digit: string): [string, string][] {
  return Array.from(letters, (letter) => [letter, digit]);
}

/** Which codes a miswritten one may have meant, by the slips that people make. */

import type { ErrorCode } from './error-code';

export interface Nearest {
  readonly code: ErrorCode;
  /** Edits apart, adjacent swaps counted as one; a doubled digit, a lost double or a lookalike counts half. */
  readonly distance: number;
}

const EDIT = 1;
const SMALL_EDIT = 0.5;
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
const CONFUSED = new Set(['8B', 'B8', '0D', 'D0', '5S', 'S5', 'EF', 'FE', '6B', 'B6']);

/** Everything that may stand in front of the digits when `0x` was meant: `Ox`, `0×`, a lone `x`, `0C` never. */
const PREFIX = /^\s*(?:&H|[0OQØО]{0,2}\s?[X×Х]{1,2})/;
const SEPARATORS = /[\s\-_.,·]+/g;

/** The digits of a code as someone wrote it: no prefix, no separators, lookalike letters as the digits they stand for. */
export function foldDigits(written: string): string {
  const digits = written.toUpperCase().replace(PREFIX, '').replace(SEPARATORS, '');
  return Array.from(digits, (character) => LOOKALIKES.get(character) ?? character).join('');
}

/** The `limit` codes of `known` closest to what was written; equally close ones keep the order of `known`. */
export function nearestCodes(written: string, known: Iterable<ErrorCode>, limit: number): readonly Nearest[] {
  const digits = foldDigits(written).slice(0, LONGEST);
  return Array.from(known, (code) => ({ code, distance: editDistance(digits, code.slice(2)) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit);
}

/** Optimal string alignment: each stretch is edited once, which is all that one slip does. */
function editDistance(from: string, to: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column * EDIT);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row * EDIT];
    for (let column = 1; column <= to.length; column += 1) {
      const typed = from.charAt(row - 1);
      const meant = to.charAt(column - 1);
      const isSwap = row > 1 && column > 1 && typed === to.charAt(column - 2) && from.charAt(row - 2) === meant;
      current.push(
        Math.min(
          at(last, column - 1) + replacing(typed, meant),
          at(last, column) + (typed === from.charAt(row - 2) ? SMALL_EDIT : EDIT),
          at(current, column - 1) + (meant === to.charAt(column - 2) ? SMALL_EDIT : EDIT),
          isSwap ? at(beforeLast, column - 2) + EDIT : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

function replacing(typed: string, meant: string): number {
  if (typed === meant) return 0;
  return CONFUSED.has(typed + meant) ? SMALL_EDIT : EDIT;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

function pairs(letters: string, digit: string): [string, string][] {
  return Array.from(letters, (letter) => [letter, digit]);
}

/** Which codes a miswritten one may have meant, by the slips that people make. */

import { codeValue, type ErrorCode, toErrorCode } from './error-code';
import { EDIT, findNear, LONGEST } from './near-digits';

export interface Nearest {
  readonly code: ErrorCode;
  /** Edits apart, adjacent swaps counted as one; a doubled digit, a lost double or a lookalike counts half. */
  readonly distance: number;
}

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

/** What stands in front of the digits when `0x` was meant: `Ox`, `0×`, a lone `x`; also Visual Basic's `&H`. */
const PREFIX = /^\s*(?:&H|[0OQØО]{0,2}\s?[X×Х]{1,2})/;
const SEPARATORS = /[\s\-_.,·]+/g;

/** The digits of a code as someone wrote it: no prefix, no separators, lookalike letters as the digits they stand for. */
export function foldDigits(written: string): string {
  const digits = written.toUpperCase().replace(PREFIX, '').replace(SEPARATORS, '');
  return Array.from(digits, (character) => LOOKALIKES.get(character) ?? character).join('');
}

/** The values of a set of codes in ascending order; a bot keeps one set for as long as it runs. */
const ascendingOf = new WeakMap<ReadonlySet<ErrorCode>, Uint32Array>();

/**
 * The `limit` codes of `known` closest to what was written, none farther than `farthest`; of those equally close the lower
 * number first. What is near is looked for before what is farther off: where many are known, few of them are looked at.
 */
export function nearestCodes(
  written: string,
  known: ReadonlySet<ErrorCode>,
  limit: number,
  farthest = LONGEST,
): readonly Nearest[] {
  const digits = foldDigits(written);
  const ascending = ascendingOf.get(known) ?? Uint32Array.from(known, codeValue).sort();
  ascendingOf.set(known, ascending);
  for (let edits = 1; ; edits += 1) {
    const near = findNear(digits, ascending, Math.min(edits, farthest) * EDIT);
    if (near.length < limit && edits < farthest) continue;
    return [...near]
      .sort((a, b) => a.distance - b.distance)
      .slice(0, limit)
      .map(({ value, distance }) => ({ code: toErrorCode(value), distance: distance / EDIT }));
  }
}

function pairs(letters: string, digit: string): [string, string][] {
  return Array.from(letters, (letter) => [letter, digit]);
}

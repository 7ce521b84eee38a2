/**
 * Repairs codes that were typed wrong: letter O for zero, `Ox`, a digit doubled, lost or swapped. A repair is a guess
 * and is made only where one code is nearer than every other.
 */

import { forEachMatch } from './candidate';
import { type ErrorCode, isErrorCode } from './error-code';
import { isPartOfId } from './exclusions';
import type { Span } from './mention';
import { foldDigits, nearestCodes } from './nearest';
import { isPlausible } from './plausible';
import type { Scene } from './scene';

export interface Slip extends Span {
  readonly code: ErrorCode;
}

/** Hex digits and the characters that pass for them; Cyrillic letters look the same in every font. */
const DIGITS = '[0-9a-foqlisgzОАВСЕоавсе|]';

/** Something like `0x` and something like eight digits, perhaps with one break. */
const PREFIXED = new RegExp(
  `(?<![0-9a-z])(?:[0oqøО]{0,2} ?[x×Х*]{1,2}|0) ?(${DIGITS}{3,10}(?:[ -]?${DIGITS}{2,5})?)(?![0-9a-z])`,
  'gi',
);

/** Without a prefix only where the first digits are those of a family that people paste, and a label stands before it. */
const BARE = /(?<![0-9a-z])((?:[cс][0oо]{2}4|8[0oо]{2}[47]|8[0oо]24)[0-9a-foqlisgz]{3,5})(?![0-9a-z])/gi;

/** Nobody mistypes more codes in one message; beyond that it is a dump, and looking closer is not worth the time. */
const MOST_ATTEMPTS = 16;
const FARTHEST = 1;

/** The slips of a text outside the stretches that already hold a code. */
export function findSlips(scene: Scene, taken: readonly Span[]): readonly Slip[] {
  const slips: Slip[] = [];
  let attempts = 0;
  const attempt = (start: number, end: number, needsLabel: boolean): void => {
    if (attempts >= MOST_ATTEMPTS || isTaken({ start, end }, taken) || isTaken({ start, end }, slips)) return;
    if (!mayBeSlip(scene, start, end, needsLabel)) return;
    attempts += 1;
    const code = repair(scene.text.slice(start, end), scene.known);
    if (code !== undefined) slips.push({ start, end, code });
  };
  forEachMatch(PREFIXED, scene.text, ({ 0: whole, index }) => attempt(index, index + whole.length, false));
  forEachMatch(BARE, scene.text, ({ 0: whole, index }) => attempt(index, index + whole.length, true));
  return slips;
}

function mayBeSlip(scene: Scene, start: number, end: number, needsLabel: boolean): boolean {
  const { text, words } = scene;
  if (scene.isInUrl(start)) return false;
  if (isPartOfId(text, { start, end, value: 0, spelling: 'hex', form: 'whole' })) return false;
  const label = words.labelBefore(start);
  if (label === 'place' || label === 'name') return false;
  return !needsLabel || label !== undefined;
}

function repair(written: string, known: ReadonlySet<ErrorCode>): ErrorCode | undefined {
  const digits = foldDigits(written);
  if (digits.length < 7 || digits.length > 9) return undefined;
  const folded = `0x${digits}`;
  if (isErrorCode(folded)) {
    if (known.has(folded)) return folded;
    // A code in full without an entry is what it says; only its prefix or its zeros were mistyped.
    if (!/[sbzgil|]/i.test(written) && isPlausible(Number.parseInt(digits, 16)))
      return isExact(written) ? undefined : folded;
    if (isExact(written)) return undefined;
  }
  const [first, second] = nearestCodes(digits, known, 2);
  if (first === undefined || first.distance > FARTHEST) return undefined;
  return second !== undefined && second.distance === first.distance ? undefined : first.code;
}

function isExact(written: string): boolean {
  return /^0x[0-9a-f]{8}$/i.test(written);
}

function isTaken(span: Span, taken: readonly Span[]): boolean {
  return taken.some(({ start, end }) => start < span.end && span.start < end);
}

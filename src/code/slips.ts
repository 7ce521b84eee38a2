/**
 * Repairs codes that were typed wrong: letter O for zero, `Ox`, a digit doubled, lost or swapped. A repair is a guess
 * and is made only where one code is nearer than every other.
 */

import { type ErrorCode, isErrorCode } from './error-code';
import { isAttached, isPartOfId } from './exclusions';
import type { Span } from './mention';
import { foldDigits, nearestCodes } from './nearest';
import { isPlausible } from './plausible';
import { isDeclared } from './program-text';
import { forEachRun, type Run } from './runs';
import type { Scene } from './scene';
import { matchEnd } from './sticky';

export interface Slip extends Span {
  readonly code: ErrorCode;
}

/** Hex digits and the characters that pass for them; some Cyrillic letters look the same in every font. */
const DIGITS = '[0-9a-foqlisgzОАВСЕоавсе|]';

/** Something like `0x` and something like eight digits, perhaps with one break. */
const PREFIXED = new RegExp(
  `(?:[0oq]{0,2} ?[x×х*]{1,2}|0(?=[c8])) ?(?:${DIGITS}{3,10}(?:[ -]?${DIGITS}{2,5})?)(?![0-9a-z])`,
  'iy',
);

/** Without a prefix only where the first digits are those of a family that people paste, and a label stands before it. */
const BARE = /(?:c[0o]{2}4|8[0o]{2}[47]|8[0o]24)[0-9a-foqlisgz]{3,5}(?![0-9a-z])/iy;

/** A code in full; a reader that passed it over had its reasons. */
const EXACT = /^(?:0x)?[0-9a-f]{8}$/i;
const BREAKS = /[ -]/g;
/** Characters that stand for a digit only when nothing else is meant. */
const DOUBTFUL = /[sbzgil|]/i;

/** Nobody mistypes more codes in one message; beyond that it is a dump, and looking closer is not worth the time. */
const MOST_ATTEMPTS = 8;
const FARTHEST = 1;

/** The slips of a text outside the stretches that are taken. */
export function findSlips(scene: Scene): readonly Slip[] {
  const slips: Slip[] = [];
  let attempts = 0;
  forEachRun(scene.text, (run) => {
    const stretch = findStretch(scene, run);
    if (stretch === undefined) return 'go on';
    attempts += 1;
    const code = repair(scene.text.slice(stretch.start, stretch.end), scene.known);
    if (code !== undefined) {
      slips.push({ ...stretch, code });
      scene.take(stretch);
    }
    return attempts < MOST_ATTEMPTS ? 'go on' : 'stop';
  });
  return slips;
}

function findStretch(scene: Scene, run: Run): Span | undefined {
  const { text, words } = scene;
  const { start } = run;
  if (scene.isTaken(run)) return undefined;
  const prefixed = matchEnd(PREFIXED, text, start);
  const end = prefixed ?? matchEnd(BARE, text, start);
  if (end === undefined || scene.isTaken({ start, end }) || scene.isInUrl(start)) return undefined;
  if (EXACT.test(text.slice(start, end).replace(BREAKS, ''))) return undefined;
  if (isPartOfId(text, { start, end }) || isAttached(text, { start, end }) || isDeclared(text, { start, end })) {
    return undefined;
  }
  const label = words.labelBefore(start);
  if (label === 'place' || label === 'name') return undefined;
  return prefixed === undefined && label === undefined ? undefined : { start, end };
}

function repair(written: string, known: ReadonlySet<ErrorCode>): ErrorCode | undefined {
  const digits = foldDigits(written);
  if (digits.length < 7 || digits.length > 9) return undefined;
  const folded = `0x${digits}`;
  if (isErrorCode(folded)) {
    const isDoubtful = DOUBTFUL.test(written);
    if (known.has(folded) && !(isDoubtful && isSmall(folded))) return folded;
    // Only the prefix or its zeros were mistyped: the code is what it says, with an entry or without.
    if (!isDoubtful) return isPlausible(Number.parseInt(digits, 16)) ? folded : undefined;
  }
  const [first, second] = nearestCodes(digits, known, 2, FARTHEST);
  if (first === undefined || isSmall(first.code)) return undefined;
  return second?.distance === first.distance ? undefined : first.code;
}

/** Nearly all zeros: as many small numbers have entries, any number is close to one. */
function isSmall(code: ErrorCode): boolean {
  return code.startsWith('0x0000');
}

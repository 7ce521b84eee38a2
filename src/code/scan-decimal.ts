/** Reads codes printed as decimal numbers: `-1073418124`, `3221549172`. */

import type { Collect } from './candidate';
import { classOf, DIGIT } from './characters';
import type { Run } from './runs';

/** At the end of a run: letters run together with it, the digits, a literal's suffix. */
const NUMBER = /^([a-z_]{0,24})([0-9]{9,10})(?:u?l{0,2}|ul)$/i;
const SHORTEST = 9;
const LONGEST_RUN = 36;
const LONGEST_SHORT = 5;
/** A negative number as 64 bits without a sign: 0xFFFFFFFFC0000005 is 18446744072635813893. */
const EXTENDED = /^184467440[67][0-9]{10}$/;

/** The WMI property that holds a failure or an information code, aligned by PowerShell or inside JSON. */
const REASON = /LicenseStatusReason["']?\s{0,60}[:=]?\s{0,8}["']?$/i;
const LONGEST_REASON = 96;

const TWO_TO_31 = 0x8000_0000;
const TWO_TO_32 = 0x1_0000_0000;
/** -1 in unsigned form says that something went wrong, not what. */
const MINUS_ONE = 0xffff_ffff;
const FIRST_INFORMATION = 0x4000_0000;

/** Collects the number that a run is or ends with. */
export function readDecimal(text: string, run: Run, collect: Collect): void {
  const length = run.end - run.start;
  if (length <= LONGEST_SHORT) readShort(text, run, collect);
  if (length < SHORTEST || length > LONGEST_RUN) return;
  readExtended(text, run, collect);
  const match = NUMBER.exec(text.slice(run.start, run.end));
  if (match === null) return;
  const [, letters = '', digits = ''] = match;
  const first = run.start + letters.length;
  const end = first + digits.length;
  const number = Number(digits);

  const isNegative = letters === '' && text[first - 1] === '-';
  const start = isNegative ? first - 1 : first;
  if (isPartOfNumber(text, start, run.end)) return;
  if (isNegative && number <= TWO_TO_31) {
    collect({ start, end, value: TWO_TO_32 - number, spelling: 'signed-decimal', form: 'whole' });
  } else if (!isNegative && number >= TWO_TO_31 && number < MINUS_ONE) {
    collect({ start, end, value: number, spelling: 'decimal', form: 'whole' });
  } else if (number >= FIRST_INFORMATION && number < TWO_TO_31 && isReason(text, first)) {
    collect({ start: first, end, value: number, spelling: 'decimal', form: 'glued' });
  }
}

/** A Win32 number by itself: `1603`. */
function readShort(text: string, { start, end }: Run, collect: Collect): void {
  const digits = text.slice(start, end);
  if (!/^[0-9]+$/.test(digits) || isPartOfNumber(text, start, end)) return;
  collect({ start, end, value: Number(digits), spelling: 'decimal', form: 'short' });
}

function readExtended(text: string, { start, end }: Run, collect: Collect): void {
  const digits = text.slice(start, end);
  if (!EXTENDED.test(digits) || isPartOfNumber(text, start, end)) return;
  const value = TWO_TO_32 - Number((1n << 64n) - BigInt(digits));
  if (value >= TWO_TO_31 && value < MINUS_ONE) collect({ start, end, value, spelling: 'decimal', form: 'extended' });
}

/** Part of a version, a phone number, an address with a port: digits beyond a separator. Commas also part columns. */
function isPartOfNumber(text: string, start: number, end: number): boolean {
  const isNumber = (place: number): boolean => classOf(text.charCodeAt(place)) === DIGIT;
  if (isNumber(start - 1)) return true;
  if (/[-.:/+]/.test(text.charAt(start - 1)) && isNumber(start - 2)) return true;
  return /[-.:%]/.test(text.charAt(end)) && isNumber(end + 1);
}

function isReason(text: string, start: number): boolean {
  return REASON.test(text.slice(Math.max(0, start - LONGEST_REASON), start));
}

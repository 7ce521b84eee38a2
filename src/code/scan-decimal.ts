/** Finds codes printed as decimal numbers: `-1073418124`, `3221549172`, `-1,073,418,124`. */

import { type Candidate, forEachMatch } from './candidate';

/** Not part of a longer number: a version, an amount, a phone number, an address with a port. */
const DECIMAL = /(?<![0-9]|[0-9][-.,:/])(-?)([0-9]{9,10})(?:u?l{0,2}|ul)(?![0-9a-z]|[-.,:/%][0-9])/gi;
const GROUPED =
  /(?<![0-9]|[0-9][-.,:/ ])(-?)([1-4])([., '])([0-9]{3})\3([0-9]{3})\3([0-9]{3})(?![0-9a-z]|[-.,:/% ][0-9])/gi;

/** The WMI property that holds a failure or an information code, aligned by PowerShell or inside JSON. */
const REASON = /LicenseStatusReason["']?\s{0,60}[:=]\s{0,8}["']?([0-9]{10})(?![0-9])/gi;

const TWO_TO_31 = 0x8000_0000;
const TWO_TO_32 = 0x1_0000_0000;
/** -1 in unsigned form says that something went wrong, not what. */
const MINUS_ONE = 0xffff_ffff;
const FIRST_INFORMATION = 0x4000_0000;

export function scanDecimals(text: string): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const add = (end: number, sign: string, digits: string, length: number, form: Candidate['form']): void => {
    const number = Number(digits);
    const value = sign === '-' ? TWO_TO_32 - number : number;
    const isSigned = sign === '-' && number <= TWO_TO_31;
    const isUnsigned = sign === '' && number >= TWO_TO_31 && number < MINUS_ONE;
    if (!isSigned && !isUnsigned) return;
    candidates.push({ start: end - length, end, value, spelling: isSigned ? 'signed-decimal' : 'decimal', form });
  };

  forEachMatch(DECIMAL, text, ({ index, 1: sign = '', 2: digits = '' }) => {
    const length = sign.length + digits.length;
    add(index + length, sign, digits, length, 'whole');
  });
  forEachMatch(GROUPED, text, ({ index, 0: whole, 1: sign = '', 2: a = '', 4: b = '', 5: c = '', 6: d = '' }) => {
    add(index + whole.length, sign, a + b + c + d, whole.length, 'joined');
  });
  forEachMatch(REASON, text, ({ index, 0: whole, 1: digits = '' }) => {
    const end = index + whole.length;
    const value = Number(digits);
    if (value < FIRST_INFORMATION || value >= TWO_TO_31) return;
    candidates.push({ start: end - digits.length, end, value, spelling: 'decimal', form: 'glued' });
  });
  return candidates;
}

/**
 * The canonical form of a 32-bit Windows error code, and the ways between its spellings.
 * @see https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/ for the layouts behind the bits
 */

/** A 32-bit code as `0x` and eight upper-case hex digits, for example `0xC004F074`. */
export type ErrorCode = string & { readonly __brand: 'ErrorCode' };

const CANONICAL = /^0x[0-9A-F]{8}$/;
const TWO_TO_32 = 0x1_0000_0000;

/** Win32 numbers and stop codes have 16 bits: which of the two a number up to here is, it does not tell by itself. */
export const LARGEST_SMALL = 0xffff;

/** Tells whether `text` already is in canonical form. */
export function isErrorCode(text: string): text is ErrorCode {
  return CANONICAL.test(text);
}

/** The canonical code of a 32-bit number, signed or unsigned: `-1073418124` and `3221549172` are `0xC004F074`. */
export function toErrorCode(value: number): ErrorCode {
  if (!Number.isInteger(value) || value < -0x8000_0000 || value >= TWO_TO_32) {
    throw new RangeError(`${value} is not a 32-bit number`);
  }
  return `0x${(value >>> 0).toString(16).toUpperCase().padStart(8, '0')}` as ErrorCode;
}

/** The unsigned value of a code, 0 to 4294967295. */
export function codeValue(code: ErrorCode): number {
  return Number.parseInt(code.slice(2), 16);
}

/** The value as a signed 32-bit number, as `%ERRORLEVEL%` shows it: `0xC004F074` is -1073418124. */
export function signedValue(code: ErrorCode): number {
  return codeValue(code) | 0;
}

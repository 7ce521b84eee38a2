/** Codes that say the same in another wrapping, by the rules of the layouts alone. */

import { codeValue, type ErrorCode, toErrorCode } from './error-code';

const WRAPPED_WIN32 = 0xc007;
const WIN32 = 0x8007_0000;
/** Set where an HRESULT carries an NTSTATUS. */
const NTSTATUS_BIT = 0x1000_0000;
const HRESULT_FILTER_MANAGER = 0x801f;
const NTSTATUS_FILTER_MANAGER = 0xc01c;

/**
 * The same fault as Windows writes it elsewhere: 0xC0000022 for 0xD0000022, 0x80070005 for 0xC0070005, the filter
 * manager's code in the other layout. `undefined` for a code that is its own.
 */
export function sameFault(code: ErrorCode): ErrorCode | undefined {
  const value = codeValue(code);
  const status = value & 0xffff;
  switch (value >>> 16) {
    case WRAPPED_WIN32:
      return toErrorCode(WIN32 + status);
    case HRESULT_FILTER_MANAGER:
      return toErrorCode(NTSTATUS_FILTER_MANAGER * 0x1_0000 + status);
    case NTSTATUS_FILTER_MANAGER:
      return toErrorCode(HRESULT_FILTER_MANAGER * 0x1_0000 + status);
    default:
      return value >= 0x8000_0000 && (value & 0x3000_0000) === NTSTATUS_BIT
        ? toErrorCode(value - NTSTATUS_BIT)
        : undefined;
  }
}

/** The HRESULT that carries a Win32 number of at most 16 bits: 0x80070643 for 1603. */
export function hresultOfWin32(number: number): ErrorCode {
  return toErrorCode(WIN32 + number);
}

/**
 * The bits of a code under the two layouts that share 32 bits, HRESULT and NTSTATUS.
 * @see https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/0642cb2f-2075-4469-918c-4441e69c548a (HRESULT)
 * @see https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/87fba13e-bf06-450e-83b1-9241dc81e781 (NTSTATUS)
 */

import { codeValue, type ErrorCode } from './error-code';

export interface BitFields {
  /** Bit 31: set in every HRESULT that reports a failure. */
  readonly isFailure: boolean;
  /** Bits 31 and 30 as NTSTATUS counts them: 0 success, 1 informational, 2 warning, 3 error. */
  readonly severity: number;
  /** Bit 30, which a proper HRESULT leaves clear unless it carries an NTSTATUS. */
  readonly reserved: boolean;
  /** Bit 29: defined by a vendor, not by Microsoft. */
  readonly customer: boolean;
  /** Bit 28: the HRESULT carries an NTSTATUS, and the facility is one of NTSTATUS' own. */
  readonly carriesNtStatus: boolean;
  /** Bits 27 to 16. The HRESULT layout says 11 bits, but facilities beyond 2047 are in use (winget's 2581). */
  readonly facility: number;
  /** Bits 15 to 0. */
  readonly status: number;
}

/** Splits a code into its fields; whether they mean anything is for the readings to say. */
export function readBitFields(code: ErrorCode): BitFields {
  return splitBits(codeValue(code));
}

/** The same for an unsigned 32-bit value. */
export function splitBits(value: number): BitFields {
  return {
    isFailure: value >= 0x8000_0000,
    severity: value >>> 30,
    reserved: (value & 0x4000_0000) !== 0,
    customer: (value & 0x2000_0000) !== 0,
    carriesNtStatus: (value & 0x1000_0000) !== 0,
    facility: (value >>> 16) & 0x0fff,
    status: value & 0xffff,
  };
}

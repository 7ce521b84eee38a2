/** One code read by one layout alone, whether or not its bits make that likely. */

import { readBitFields } from './bit-fields';
import { codeValue, type ErrorCode, toErrorCode } from './error-code';
import { hresultFacilityNames, ntStatusFacilityNames } from './facilities';
import type { Reading, ReadingReason } from './mention';
import { hresultOfWin32 } from './same-fault';

/** The reasons by NTSTATUS severity. */
const NTSTATUS_REASONS = [
  'ntstatus-success',
  'ntstatus-information',
  'ntstatus-warning',
  'ntstatus-error',
] as const satisfies readonly ReadingReason[];
const WARNING = 2;
const ERROR = 3;

/** Where a small dump repeats a stop code: 0x1000007E is 0x7E. */
const SMALL_DUMP = 0x1000;

export function readHresult(code: ErrorCode): Reading {
  const { severity, reserved, facility, status } = readBitFields(code);
  const name = hresultFacilityNames(facility).join('/');
  const reading = { kind: 'hresult', confidence: severity === WARNING ? 'likely' : 'guess', inner: status } as const;
  if (name === '') return { ...reading, reason: 'hresult-unnamed-facility' };
  return { ...reading, name, reason: reserved ? 'hresult-reserved-bit' : 'hresult-facility' };
}

export function readNtStatus(code: ErrorCode): Reading {
  const { severity, facility, status: inner } = readBitFields(code);
  const name = ntStatusFacilityNames(facility).join('/');
  const confidence = severity === ERROR ? 'likely' : 'guess';
  return { kind: 'ntstatus', name, reason: NTSTATUS_REASONS[severity] ?? 'ntstatus-error', confidence, inner };
}

/** A stop code that a small dump repeats leads to the stop code itself. */
export function readStopCode(code: ErrorCode): Reading {
  const value = codeValue(code);
  const reading = { kind: 'stop-code', reason: 'stop-code', confidence: 'likely' } as const;
  if (!isSmallDump(code)) return { ...reading, inner: value };
  return { ...reading, inner: value & 0xffff, code: toErrorCode(value & 0xffff) };
}

/** A number of at most 16 bits as the Win32 number that it may be, which an HRESULT carries as 0x8007xxxx. */
export function readWin32Number(code: ErrorCode): Reading {
  const inner = codeValue(code) & 0xffff;
  return { kind: 'win32', reason: 'win32-number', confidence: 'likely', inner, code: hresultOfWin32(inner) };
}

/** Tells whether the code is a stop code as a small dump has it. */
export function isSmallDump(code: ErrorCode): boolean {
  const value = codeValue(code);
  return value >>> 16 === SMALL_DUMP && (value & 0xffff) !== 0;
}

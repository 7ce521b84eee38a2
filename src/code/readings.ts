/**
 * The ways to read a code from its bits alone, the most trustworthy first. Names of single codes and of component
 * ranges are knowledge and live elsewhere.
 */

import { readBitFields } from './bit-fields';
import { codeValue, type ErrorCode, LARGEST_SMALL, toErrorCode } from './error-code';
import { hresultFacilityNames, ntStatusFacilityNames } from './facilities';
import { isSmallDump, readHresult, readNtStatus, readStopCode, readWin32Number } from './layouts';
import type { Mention, Reading, ReadingHint } from './mention';
import { sameFault } from './same-fault';

const FACILITY_WIN32 = 7;
const FACILITY_ITF = 4;
/** NTSTATUS severities. */
const SUCCESS = 0;
const WARNING = 2;
const HRESULT_FILTER_MANAGER = 0x801f;
const NTSTATUS_FILTER_MANAGER = 0xc01c;
/** Where the named NTSTATUS of facility 4 have ended (the last is 0xC00400A3) and Software Protection begins. */
const SOFTWARE_PROTECTION_FROM = 0xb000;

/** Values that a runtime throws as an exception code of its own. */
const VENDORS: ReadonlyMap<number, string> = new Map([
  [0xe043_4352, '.NET'],
  [0xe043_4f4d, '.NET'],
  [0xe06d_7363, 'Visual C++'],
]);

/**
 * All readings of a code, the best first; the last is always `bit-fields`. The low 16 bits are a Win32 number only
 * behind facility 7: anywhere else they belong to the facility.
 */
export function readCode(code: ErrorCode, hint: ReadingHint = {}): readonly Reading[] {
  return [...readLayouts(code, hint), ...readTwins(code), { kind: 'fields', reason: 'bit-fields', confidence: 'sure' }];
}

/** What the spelling of a small number says: stop codes are shown in hexadecimal, Win32 numbers in decimal. */
export function hintOf({ spelling, written }: Pick<Mention, 'spelling' | 'written'>): ReadingHint {
  if (spelling === 'decimal' || spelling === 'signed-decimal') return { as: 'win32' };
  return /^0x0{4}[0-9a-f]{4}$/i.test(written.trim()) ? { as: 'stop-code' } : {};
}

/**
 * The codes that differ only in their severity bits, error before warning before information: the same condition as
 * another component reports it (0xC004F065 and 0x4004F065). None for small numbers and for vendors' codes.
 */
export function severityTwins(code: ErrorCode): readonly ErrorCode[] {
  const { facility, customer, carriesNtStatus } = readBitFields(code);
  const value = codeValue(code);
  if (value <= LARGEST_SMALL || customer || carriesNtStatus || facility === FACILITY_WIN32) return [];
  return [0xc000_0000, 0x8000_0000, 0x4000_0000]
    .map((severity) => toErrorCode(severity + (value & 0x3fff_ffff)))
    .filter((twin) => twin !== code);
}

function readLayouts(code: ErrorCode, { as }: ReadingHint): readonly Reading[] {
  const value = codeValue(code);
  if (value <= LARGEST_SMALL) return readSmallNumber(code, as);
  const isStop = as === 'stop-code' || isSmallDump(code);
  return isStop ? [readStopCode(code), ...readLargeNumber(code)] : readLargeNumber(code);
}

/** A stop code when it is written with eight digits, as the blue screen does; a Win32 number all the same. */
function readSmallNumber(code: ErrorCode, as: ReadingHint['as']): readonly Reading[] {
  const win32 = readWin32Number(code);
  if (codeValue(code) === 0) return [win32];
  return as === 'win32' ? [win32, readStopCode(code)] : [readStopCode(code), win32];
}

function readLargeNumber(code: ErrorCode): readonly Reading[] {
  const { customer, carriesNtStatus, facility, isFailure, reserved } = readBitFields(code);
  if (customer) return [readVendor(code)];
  if (carriesNtStatus) return [readCarriedNtStatus(code)];
  if (facility === FACILITY_WIN32 && isFailure) return [readWin32(code, reserved)];
  return [...readFilterManager(code), ...readBySeverity(code)];
}

function readVendor(code: ErrorCode): Reading {
  const name = VENDORS.get(codeValue(code));
  const reading = { kind: 'hresult', reason: 'vendor-defined', confidence: 'likely' } as const;
  return name === undefined ? reading : { ...reading, name };
}

/** Beyond doubt only for an error of a facility that there is: 0xDEADDEAD has the N bit, too. */
function readCarriedNtStatus(code: ErrorCode): Reading {
  const inner = (codeValue(code) & ~0x1000_0000) >>> 0;
  const carried = toErrorCode(inner);
  const name = ntStatusFacilityNames(readBitFields(carried).facility).join('/');
  const confidence = inner >= 0x8000_0000 && name !== '' ? 'sure' : 'guess';
  const reading = { kind: 'ntstatus', reason: 'ntstatus-in-hresult', confidence, inner, code: carried } as const;
  return name === '' ? reading : { ...reading, name };
}

function readWin32(code: ErrorCode, isNtStatus: boolean): Reading {
  const inner = codeValue(code) & 0xffff;
  const reading = { kind: 'win32', confidence: 'sure', inner } as const;
  return isNtStatus
    ? { ...reading, reason: 'win32-in-ntstatus', ...otherCode(code) }
    : { ...reading, reason: 'win32-in-hresult' };
}

function readFilterManager(code: ErrorCode): readonly Reading[] {
  const high = codeValue(code) >>> 16;
  const mirror = sameFault(code);
  if (mirror === undefined || (high !== HRESULT_FILTER_MANAGER && high !== NTSTATUS_FILTER_MANAGER)) return [];
  const kind = high === HRESULT_FILTER_MANAGER ? 'ntstatus' : 'hresult';
  return [{ kind, reason: 'filter-manager-mirror', confidence: 'sure', inner: codeValue(mirror), code: mirror }];
}

/** An 8 in front is an HRESULT before it is an NTSTATUS warning, a C the other way round; so the best tools order. */
function readBySeverity(code: ErrorCode): readonly Reading[] {
  const { severity, facility, status } = readBitFields(code);
  const isSoftwareProtection = facility === FACILITY_ITF && status >= SOFTWARE_PROTECTION_FROM;
  const isNtStatus = ntStatusFacilityNames(facility).length > 0 && !isSoftwareProtection;
  const ntStatus = isNtStatus ? [readNtStatus(code)] : [];
  if (severity === WARNING) return [readHresult(code), ...ntStatus];
  const hresult = hresultFacilityNames(facility).length > 0 ? [readHresult(code)] : [];
  return severity === SUCCESS ? [...hresult, ...ntStatus] : [...ntStatus, ...hresult];
}

function readTwins(code: ErrorCode): readonly Reading[] {
  return severityTwins(code).map((twin) => ({
    kind: 'twin',
    reason: 'severity-twin',
    confidence: 'guess',
    inner: codeValue(twin),
    code: twin,
  }));
}

function otherCode(code: ErrorCode): Pick<Reading, 'code'> {
  const other = sameFault(code);
  return other === undefined ? {} : { code: other };
}

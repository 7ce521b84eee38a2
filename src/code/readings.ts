/**
 * The ways to read a code from its bits alone, the most trustworthy first. Names of single codes and of component
 * ranges are knowledge and live elsewhere.
 */

import { readBitFields } from './bit-fields';
import { codeValue, type ErrorCode, toErrorCode } from './error-code';
import { hresultFacilityNames, ntStatusFacilityNames } from './facilities';
import type { Confidence, Reading, ReadingHint, ReadingKind, ReadingReason } from './mention';

const FACILITY_WIN32 = 7;
const FACILITY_ITF = 4;
const HRESULT_FILTER_MANAGER = 0x801f_0000;
const NTSTATUS_FILTER_MANAGER = 0xc01c_0000;
/** Where the named NTSTATUS of facility 4 have ended (the last is 0xC00400A3) and Software Protection begins. */
const SOFTWARE_PROTECTION_FROM = 0xb000;

/** Values that a runtime throws as an exception code of its own. */
const VENDORS: ReadonlyMap<number, string> = new Map([
  [0xe043_4352, '.NET'],
  [0xe06d_7363, 'Visual C++'],
]);

/**
 * All readings of a code, the best first; the last is always `bit-fields`. The low 16 bits are a Win32 number only
 * behind facility 7: anywhere else they belong to the facility.
 */
export function readCode(code: ErrorCode, _hint: ReadingHint = {}): readonly Reading[] {
  return [...readLayouts(code), ...readTwins(code), { kind: 'fields', reason: 'bit-fields', confidence: 'sure' }];
}

/**
 * The codes that differ only in their severity bits, error before warning before information: the same condition as
 * another component reports it (0xC004F065 and 0x4004F065). None for small numbers and for vendors' codes.
 */
export function severityTwins(code: ErrorCode): readonly ErrorCode[] {
  const { facility, customer, carriesNtStatus } = readBitFields(code);
  const value = codeValue(code);
  if (value <= 0xffff || customer || carriesNtStatus || facility === FACILITY_WIN32) return [];
  return [0xc000_0000, 0x8000_0000, 0x4000_0000]
    .map((severity) => toErrorCode(severity + (value & 0x3fff_ffff)))
    .filter((twin) => twin !== code);
}

function readLayouts(code: ErrorCode): readonly Reading[] {
  const value = codeValue(code);
  const fields = readBitFields(code);
  if (value <= 0xffff) return readSmallNumber(value);
  if (fields.customer) return [withName('hresult', 'vendor-defined', 'likely', VENDORS.get(value))];
  if (fields.carriesNtStatus) return [readCarriedNtStatus(value)];
  if (fields.facility === FACILITY_WIN32 && fields.isFailure) return [readWin32(fields.reserved, fields.status)];
  return [...readFilterManager(value), ...readBySeverity(code)];
}

/** A stop code when it is written with eight digits, as the blue screen does; a Win32 number all the same. */
function readSmallNumber(value: number): readonly Reading[] {
  if (value === 0) return [];
  return [
    { kind: 'stop-code', reason: 'stop-code', confidence: 'likely', inner: value },
    { kind: 'win32', reason: 'win32-number', confidence: 'likely', inner: value },
  ];
}

function readCarriedNtStatus(value: number): Reading {
  const inner = (value & ~0x1000_0000) >>> 0;
  const name = ntStatusFacilityNames((inner >>> 16) & 0x0fff).join('/');
  return { ...withName('ntstatus', 'ntstatus-in-hresult', 'sure', name), inner };
}

function readWin32(isNtStatus: boolean, inner: number): Reading {
  const reason = isNtStatus ? 'win32-in-ntstatus' : 'win32-in-hresult';
  return { kind: 'win32', reason, confidence: 'sure', inner };
}

function readFilterManager(value: number): readonly Reading[] {
  const facility = (value & 0xffff_0000) >>> 0;
  const status = value & 0xffff;
  if (facility === HRESULT_FILTER_MANAGER) {
    const inner = NTSTATUS_FILTER_MANAGER + status;
    return [{ kind: 'ntstatus', reason: 'filter-manager-mirror', confidence: 'sure', inner }];
  }
  if (facility === NTSTATUS_FILTER_MANAGER) {
    const inner = HRESULT_FILTER_MANAGER + status;
    return [{ kind: 'hresult', reason: 'filter-manager-mirror', confidence: 'sure', inner }];
  }
  return [];
}

/** An 8 in front is an HRESULT before it is an NTSTATUS warning, a C the other way round; so the best tools order. */
function readBySeverity(code: ErrorCode): readonly Reading[] {
  const { severity, facility, status } = readBitFields(code);
  if (severity === 2) return [readHresult(facility, status), ...readNtStatus('ntstatus-warning', facility, status)];
  if (severity === 3) {
    const hresult = readReservedHresult(facility, status);
    const isSoftwareProtection = facility === FACILITY_ITF && status >= SOFTWARE_PROTECTION_FROM;
    if (isSoftwareProtection) return hresult;
    return [...readNtStatus('ntstatus-error', facility, status), ...hresult];
  }
  if (severity === 1) return readNtStatus('ntstatus-information', facility, status);
  return [];
}

function readHresult(facility: number, inner: number): Reading {
  const name = hresultFacilityNames(facility).join('/');
  if (name === '') return { kind: 'hresult', reason: 'hresult-unnamed-facility', confidence: 'likely', inner };
  return { kind: 'hresult', name, reason: 'hresult-facility', confidence: 'likely', inner };
}

function readReservedHresult(facility: number, inner: number): readonly Reading[] {
  const name = hresultFacilityNames(facility).join('/');
  return name === '' ? [] : [{ kind: 'hresult', name, reason: 'hresult-reserved-bit', confidence: 'guess', inner }];
}

function readNtStatus(reason: ReadingReason, facility: number, inner: number): readonly Reading[] {
  const name = ntStatusFacilityNames(facility).join('/');
  const confidence = reason === 'ntstatus-error' ? 'likely' : 'guess';
  return name === '' ? [] : [{ kind: 'ntstatus', name, reason, confidence, inner }];
}

function readTwins(code: ErrorCode): readonly Reading[] {
  return severityTwins(code).map((twin) => ({
    kind: 'twin',
    reason: 'severity-twin',
    confidence: 'guess',
    inner: codeValue(twin),
  }));
}

function withName(kind: ReadingKind, reason: ReadingReason, confidence: Confidence, name: string | undefined): Reading {
  return name ? { kind, name, reason, confidence } : { kind, reason, confidence };
}

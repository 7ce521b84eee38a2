/** Whether 32 bits look like a code that some Windows component hands out, or could as well be any number. */

import { splitBits } from './bit-fields';
import { hresultFacilityNames, ntStatusFacilityNames } from './facilities';
import { isHresultStatus, isNtStatusStatus } from './status-ranges';

/** The high halves of codes in wide use whose facility no header names. */
const UNNAMED_FAMILIES: ReadonlySet<number> = new Set([
  0x8018, 0x801c, 0x8078, 0x8086, 0x8096, 0x80c8, 0x80cf, 0x80ee, 0x84b1, 0x84b4, 0x84bb, 0x84be, 0x84c4, 0x851a,
  0x8600, 0x8876, 0x8889, 0x87af, 0x87c5, 0x87d0, 0x87d1, 0x87d3, 0x87dd, 0x87e0, 0x87e1, 0x87e5, 0x8a15, 0xc00d,
  0xc024, 0xc026, 0xc0aa, 0xc142, 0xc157, 0xc180, 0xc190, 0xc1a0, 0xcaa1, 0xcaa2, 0xcaa5, 0xcaa7, 0xcaa8, 0xcaa9,
  0xcaad,
]);

/** Exception codes of the .NET and Visual C++ runtimes, Delphi, and the stop code of a manual crash. */
const SINGLE_VALUES: ReadonlySet<number> = new Set([0xe043_4352, 0xe043_4f4d, 0xe06d_7363, 0x0eed_fade, 0xdead_dead]);

/** What programmers fill memory with. They have the severity bit, but nobody's call returned them. */
const FILLERS: ReadonlySet<number> = new Set([
  0x8bad_f00d, 0xabab_abab, 0xbaad_f00d, 0xcafe_babe, 0xcafe_d00d, 0xcccc_cccc, 0xcdcd_cdcd, 0xdddd_dddd, 0xdead_10cc,
  0xdead_beef, 0xdead_c0de, 0xdeaf_beef, 0xc0ff_ee00, 0xaaaa_aaaa, 0xa5a5_a5a5, 0xedb8_8320, 0x82f6_3b78,
]);

/** Highest of the HKEY_ constants, which start at 0x80000000 and show up as numbers in WMI scripts. */
const LAST_REGISTRY_ROOT = 0x8000_0006;

/** Tells whether a value has the severity, the facility and the size of a Windows failure code. */
export function isPlausible(value: number): boolean {
  if (SINGLE_VALUES.has(value)) return true;
  const { isFailure, severity, customer, carriesNtStatus, facility, status } = splitBits(value);
  if (!isFailure || customer || isArbitrary(value)) return false;
  if (UNNAMED_FAMILIES.has(value >>> 16)) return true;
  if (carriesNtStatus && severity !== 3) return false;
  return severity === 2
    ? hresultFacilityNames(facility).length > 0 && isHresultStatus(facility, status)
    : ntStatusFacilityNames(facility).length > 0 && isNtStatusStatus(facility, status);
}

/** Tells whether a failure value more likely is a flag, a fill pattern, a registry root or -1 than a code. */
export function isArbitrary(value: number): boolean {
  const isRoundFlag = (value & 0xffff) === 0 && !UNNAMED_FAMILIES.has(value >>> 16);
  const isRegistryRoot = value >= 0x8000_0000 && value <= LAST_REGISTRY_ROOT;
  return isRoundFlag || isRegistryRoot || value >= 0xf000_0000 || isFiller(value);
}

/** Tells whether a value is one of those that programmers fill memory with. */
export function isFiller(value: number): boolean {
  return FILLERS.has(value);
}

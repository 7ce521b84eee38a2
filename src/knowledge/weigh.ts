/** The order of the readings of one code, and how certain each is, once their names are known. */

import { codeValue, type ErrorCode, LARGEST_SMALL } from '../code/error-code';
import type { Confidence, Reading, ReadingHint } from '../code/mention';

/** As much of a named reading as its weight depends on. */
interface Weighed extends Reading {
  readonly symbols: readonly string[];
}

/** COM's facility for interfaces, of failure and of success, and where each interface begins to number for itself. */
const INTERFACE_CODES: ReadonlySet<number> = new Set([0x8004, 0x0004]);
const OWN_NUMBERS_FROM = 0x0200;

/**
 * Sorted: what the text around says, what the bits leave no doubt about, what has a name, what has none, twins, the bits.
 * Within a rank the order stays as it came.
 */
export function weigh<T extends Weighed>(code: ErrorCode, readings: readonly T[], hint: ReadingHint): readonly T[] {
  const named = readings.filter((reading) => isOpen(reading) && reading.symbols.length > 0);
  return readings
    .map((reading) => ({ ...reading, confidence: judge(reading, named, code, hint) }))
    .sort((a, b) => rank(a, hint) - rank(b, hint));
}

function rank(reading: Weighed, { as }: ReadingHint): number {
  const { kind, symbols } = reading;
  const isNamed = symbols.length > 0;
  if (kind === 'fields') return 6;
  if (kind === 'twin') return isNamed ? 4 : 5;
  if (kind === as) return 0;
  if (!isOpen(reading)) return 1;
  return isNamed ? 2 : 3;
}

function judge(reading: Weighed, named: readonly Weighed[], code: ErrorCode, { as }: ReadingHint): Confidence {
  const { kind, confidence, symbols } = reading;
  if (!isOpen(reading)) return confidence;
  if (symbols.length === 0) return named.length > 0 && kind !== as ? 'guess' : confidence;
  if (kind === as) return 'sure';
  if (isOwnNumber(reading, code)) return symbols.length > 1 ? 'guess' : 'likely';
  const isAlone = named.every((other) => other === reading);
  return isAlone && codeValue(code) > LARGEST_SMALL ? 'sure' : confidence;
}

/** Readings of the number itself by one of several layouts, none of which its bits rule out. */
function isOpen({ reason, confidence }: Reading): boolean {
  switch (reason) {
    case 'win32-in-hresult':
    case 'win32-in-ntstatus':
    case 'filter-manager-mirror':
    case 'hresult-alias':
    case 'vendor-defined':
    case 'severity-twin':
    case 'bit-fields':
      return false;
    case 'ntstatus-in-hresult':
      return confidence !== 'sure';
    default:
      return true;
  }
}

/** Two interfaces may give one number to different things, so that no name of it is certain. */
function isOwnNumber({ kind }: Reading, code: ErrorCode): boolean {
  const value = codeValue(code);
  return kind === 'hresult' && INTERFACE_CODES.has(value >>> 16) && (value & 0xffff) >= OWN_NUMBERS_FROM;
}

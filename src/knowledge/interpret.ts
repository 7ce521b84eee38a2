/** The readings of a code together with the names that headers and documentation have for each. */

import { codeValue, type ErrorCode } from '../code/error-code';
import { readHresult, readNtStatus, readStopCode } from '../code/layouts';
import type { Reading, ReadingHint } from '../code/mention';
import { readCode } from '../code/readings';
import type { NameTable } from './names';
import { weigh } from './weigh';

/** A reading and what the number is called when it is read so. */
export interface NamedReading extends Reading {
  /** The usual name first; empty where the table has none. */
  readonly symbols: readonly string[];
}

/** Names for a Win32 number in an HRESULT: `E_ACCESSDENIED`, `WININET_E_TIMEOUT`. Any other behind facility 7 is an alias. */
const GENERAL = /^(?:WININET_)?E_/;

/**
 * All readings of a code with their names, the most trustworthy first; the last is always `bit-fields`. Within what the
 * bits leave open a reading that has a name comes before one that has none, and is the more certain.
 */
export function interpret(code: ErrorCode, names: NameTable, hint: ReadingHint = {}): readonly NamedReading[] {
  const readings = readCode(code, hint).map((reading) => ({ ...reading, symbols: symbolsOf(reading, code, names) }));
  const all = [...readings, ...aliases(readings, code, names), ...unlikely(readings, code, names)];
  return weigh(code, all, hint);
}

function symbolsOf(reading: Reading, code: ErrorCode, names: NameTable): readonly string[] {
  const { kind, reason, inner = 0 } = reading;
  const value = codeValue(code);
  switch (reason) {
    case 'win32-in-hresult':
      return [
        ...names.namesOf('win32', inner),
        ...names.namesOf('hresult', value).filter((name) => GENERAL.test(name)),
      ];
    case 'win32-in-ntstatus':
    case 'win32-number':
      return names.namesOf('win32', inner);
    case 'ntstatus-in-hresult':
      return names.namesOf('ntstatus', inner);
    case 'filter-manager-mirror':
      return names.namesOf(kind === 'ntstatus' ? 'ntstatus' : 'hresult', inner);
    case 'stop-code':
      return firstNamed(names.namesOf('stop-code', value), names.namesOf('stop-code', inner));
    case 'severity-twin':
      return twinSymbols(inner, names);
    case 'bit-fields':
    case 'vendor-defined':
      return [];
    default:
      return names.namesOf(kind === 'ntstatus' ? 'ntstatus' : 'hresult', value);
  }
}

/** By the layout that the twin's own first digit speaks for. */
function twinSymbols(value: number, names: NameTable): readonly string[] {
  const hresult = names.namesOf('hresult', value);
  const ntStatus = names.namesOf('ntstatus', value);
  return value >>> 30 === 2 ? firstNamed(hresult, ntStatus) : firstNamed(ntStatus, hresult);
}

/** What other components have named in Win32's range for themselves: a scanner's fault on 0x8007007B. */
function aliases(readings: readonly Reading[], code: ErrorCode, names: NameTable): readonly NamedReading[] {
  const win32 = readings.find(({ reason }) => reason === 'win32-in-hresult');
  if (win32 === undefined) return [];
  const symbols = names.namesOf('hresult', codeValue(code)).filter((name) => !GENERAL.test(name));
  if (symbols.length === 0) return [];
  const name = [...new Set(symbols.map((symbol) => symbol.replace(/_.*/, '')))].join('/');
  return [{ kind: 'hresult', reason: 'hresult-alias', confidence: 'guess', inner: win32.inner ?? 0, name, symbols }];
}

/** The layouts that the bits speak against, where the table has a name all the same. */
function unlikely(readings: readonly Reading[], code: ErrorCode, names: NameTable): readonly NamedReading[] {
  const value = codeValue(code);
  const has = (kind: Reading['kind']) => readings.some((reading) => reading.kind === kind);
  return [
    ...(has('hresult') || has('win32') ? [] : [{ ...readHresult(code), symbols: names.namesOf('hresult', value) }]),
    ...(has('ntstatus') ? [] : [{ ...readNtStatus(code), symbols: names.namesOf('ntstatus', value) }]),
    ...(has('stop-code') ? [] : [{ ...readStopCode(code), symbols: names.namesOf('stop-code', value) }]),
  ].filter(({ symbols }) => symbols.length > 0);
}

function firstNamed(...lists: readonly (readonly string[])[]): readonly string[] {
  return lists.find((symbols) => symbols.length > 0) ?? [];
}

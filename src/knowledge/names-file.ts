/**
 * The name tables with their positions sorted, kept by the build: reading that takes a tenth of reading and sorting the tables,
 * for which the first mention of a name would hold everybody else.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBytes } from './checked-file';
import { NUMBER_KINDS, type NumberKind } from './name-text';

/** The tables as the text of their files, with sorted positions beside it. */
export interface NameIndex {
  readonly text: string;
  /** Of each kind the numbers with the positions of their lines, sorted. */
  readonly byValue: Readonly<Record<NumberKind, Float64Array>>;
  /** The hashes of all names with the positions of their lines, sorted. */
  readonly bySymbol: Float64Array;
}

/** Beside the compiled program; the sources have none. */
export const NAMES_FILE = join(__dirname, 'names.bin');

/** At the beginning of the file, and of this form of it. */
const MARK = 0x6e61_6d31;

/** Keeps the index: a mark, how long everything is, the positions and the text. A program that reads meanwhile finds the old file or the new. */
export function writeNamesFile(file: string, index: NameIndex): void {
  const lists = listsOf(index);
  const text = Buffer.from(index.text, 'latin1');
  const head = Float64Array.from([MARK, ...lists.map(({ length }) => length), text.length]);
  writeBytes(file, Buffer.concat([...[head, ...lists].map(({ buffer }) => new Uint8Array(buffer)), text]));
}

/** What the build has kept; `undefined` where it has kept nothing, or nothing whole. */
export function readNamesFile(file: string): NameIndex | undefined {
  const bytes = readBytes(file);
  if (bytes === undefined) return undefined;
  let at = 0;
  // Copied out: the bytes of a file need not begin where numbers may.
  const take = (length: number) => {
    const from = bytes.byteOffset + at;
    at += length * Float64Array.BYTES_PER_ELEMENT;
    return at <= bytes.length ? new Float64Array(bytes.buffer.slice(from, bytes.byteOffset + at)) : undefined;
  };
  const [mark, ...lengths] = take(NUMBER_KINDS.length + 3) ?? [];
  if (mark !== MARK) return undefined;
  const textLength = lengths.pop() ?? 0;
  const lists = lengths.map((length) => take(length) ?? NOTHING);
  if (at + textLength !== bytes.length) return undefined;
  return toIndex(bytes.toString('latin1', at), lists);
}

const NOTHING = new Float64Array();

function listsOf({ byValue, bySymbol }: NameIndex): readonly Float64Array<ArrayBufferLike>[] {
  return [...NUMBER_KINDS.map((kind) => byValue[kind]), bySymbol];
}

function toIndex(text: string, lists: readonly Float64Array[]): NameIndex {
  const byValue = Object.fromEntries(NUMBER_KINDS.map((kind, index) => [kind, lists[index] ?? NOTHING]));
  // The cast: `Object.fromEntries` forgets that every kind is there.
  return { text, byValue: byValue as NameIndex['byValue'], bySymbol: lists[NUMBER_KINDS.length] ?? NOTHING };
}

function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

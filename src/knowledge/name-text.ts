/** The files of the name tables as one text: `0x80070005`, a kind, names parted by blanks, a line for each number. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KnowledgeError } from './fault';

/** The four sets of numbers that share 32 bits; one number may have a name in each. */
export const NUMBER_KINDS = ['win32', 'hresult', 'ntstatus', 'stop-code'] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** Collected from documentation by hand, and generated from headers; the usual name of a number is that of the first. */
export const NAME_FILES = ['documented.tsv', 'headers.tsv'] as const;

/** One line: a number, what it is a number of, and its names. Whatever follows, such as a source, is for people. */
export interface NameLine {
  readonly kind: NumberKind;
  readonly value: number;
  readonly names: readonly string[];
}

const LINE = /0x([0-9A-F]{8})\t([a-z0-9-]+)\t([\w ]+)(?:\t[^\n]*)?$/my;

/**
 * The text of all files of `directory`, one character a byte, and where its lines begin. Throws a `KnowledgeError` for a
 * file that cannot be read, for a line of another form, and for more text than `limit` positions.
 */
export function readNameText(directory: string, limit: number): { readonly text: string; readonly lines: number[] } {
  const text = NAME_FILES.map((file) => readFile(directory, file)).join('');
  if (text.length > limit) throw broken(`they hold more than ${limit} characters`, 'leave out names that nobody meets');
  const lines: number[] = [];
  for (let position = 0; position < text.length; position = text.indexOf('\n', position) + 1) lines.push(position);
  return { text, lines };
}

/** The line that begins at `position`. */
export function readNameLine(text: string, position: number): NameLine {
  LINE.lastIndex = position;
  const [, value = '', kind = '', names = ''] = LINE.exec(text) ?? [];
  if (!isNumberKind(kind)) {
    const line = text.slice(position, text.indexOf('\n', position));
    throw broken(
      `"${line}" is no line of a name table`,
      'write 0x and eight digits, a kind and the names, parted by tabs',
    );
  }
  return { kind, value: Number.parseInt(value, 16), names: names.split(' ') };
}

function isNumberKind(text: string): text is NumberKind {
  return (NUMBER_KINDS as readonly string[]).includes(text);
}

function readFile(directory: string, file: string): string {
  try {
    // The names are ASCII; read so, each of them takes one byte in memory as well.
    return readFileSync(join(directory, file), 'latin1');
  } catch {
    throw broken(`names/${file} cannot be read`, 'restore the file from version control');
  }
}

function broken(what: string, fix: string): KnowledgeError {
  return new KnowledgeError([
    { file: 'names', path: '', what, why: 'a code without an entry is known by its name', fix },
  ]);
}

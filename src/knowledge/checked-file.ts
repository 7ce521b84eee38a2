/**
 * The knowledge as the build has checked it, in one file: to be read at a start without six hundred files to open and
 * without the schemas. Like the compiled program it is of the folder as that was at the build.
 */

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestFolder } from './digest-folder';
import type { Entry, Source } from './entry';
import type { Component } from './knowledge-base';
import type { Procedure } from './procedure';

/** What the knowledge files hold, checked. */
export interface CheckedParts {
  readonly entries: readonly Entry[];
  readonly procedures: readonly Procedure[];
  readonly components: readonly Component[];
  readonly sources: Readonly<Record<string, Source>>;
}

/** As it stands in the file: ours alone writes it, into the build. */
export interface Checked {
  /** Of the folder that they were read from. */
  readonly digest: string;
  readonly parts: CheckedParts;
}

/** Beside the compiled program; the sources have none. */
export const CHECKED_FILE = join(__dirname, 'checked.json');

/** Keeps what was found in `directory` for the starts to come. A program that starts meanwhile finds the old file or the new. */
export function writeCheckedFile(file: string, directory: string, parts: CheckedParts): void {
  const checked: Checked = { digest: digestFolder(directory), parts };
  writeKept(file, checked);
}

/** What the build has kept; `undefined` where it has kept nothing, or nothing whole, so that the folder has to be checked. */
export function readCheckedFile(file: string): Checked | undefined {
  return readKept<Checked>(file);
}

/** Keeps a value as JSON, for `readKept`. */
export function writeKept(file: string, value: object): void {
  writeBytes(file, JSON.stringify(value));
}

/** Writes beside and moves into place, so that nobody finds half of it. */
export function writeBytes(file: string, bytes: string | Uint8Array): void {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, bytes);
  renameSync(beside, file);
}

/** What stands in a file that the build alone writes; `undefined` where there is none, or half of one. */
export function readKept<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

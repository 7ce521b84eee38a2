/** The files of an overlay's folder: which there are, within limits, and a mark that changes when any of them does. */

import type { Dirent } from 'node:fs';
import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { OverlayFault, OverlayFile } from './fault';

/** Large enough for a hundred entries; a file beyond is no knowledge. */
const MOST_BYTES = 256 * 1024;
const MOST_FILES = 2_000;

export const ORGANIZATION_FILE = 'organization.json';
export const SOURCES_FILE = 'sources.json';
const ROOT_FILES: ReadonlySet<string> = new Set([ORGANIZATION_FILE, SOURCES_FILE]);
const FOLDERS: ReadonlySet<string> = new Set(['codes', 'procedures']);

export interface FolderContents {
  readonly files: readonly OverlayFile[];
  readonly faults: readonly OverlayFault[];
}

/** Reads every JSON file of the folder. What cannot be taken is told as a fault; nothing is thrown. */
export async function readFolder(directory: string): Promise<FolderContents> {
  const faults: OverlayFault[] = [];
  const files: OverlayFile[] = [];
  let paths: readonly string[];
  let root: string;
  try {
    root = await realpath(directory);
    paths = await listPaths(directory, (fault) => faults.push(fault));
  } catch {
    return { files, faults: [unreadableFolder()] };
  }
  if (paths.length > MOST_FILES) return { files, faults: [tooManyFiles(paths.length)] };
  const room = Buffer.alloc(MOST_BYTES + 1);
  for (const path of paths) {
    const read = await readFile({ root, directory, path, room });
    if ('text' in read) files.push(read);
    else faults.push(read);
  }
  return { files, faults };
}

/** A text that stays the same as long as no file is added, removed, or written to. */
export async function markFolder(directory: string): Promise<string> {
  try {
    const paths = (await listPaths(directory, () => undefined)).slice(0, MOST_FILES + 1);
    const marks = await Promise.all(paths.map((path) => markFile(join(directory, path))));
    return paths.map((path, index) => `${path} ${marks[index]}`).join('\n');
  } catch {
    return 'unreadable';
  }
}

/** A file that replaces another keeps neither its inode nor its times, even where both have one size. */
async function markFile(file: string): Promise<string> {
  try {
    const { size, mtimeMs, ctimeMs, ino } = await stat(file);
    return [size, mtimeMs, ctimeMs, ino].join(' ');
  } catch {
    return 'unreadable';
  }
}

/** Sorted, so that the order of the faults, and of what they are about, is the same everywhere. */
async function listPaths(directory: string, complain: (fault: OverlayFault) => void): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const entry of await listVisible(directory)) {
    const { name } = entry;
    if (await isFolder(directory, entry)) {
      const inner = (await listVisible(join(directory, name))).filter((each) => isJson(each.name));
      if (FOLDERS.has(name)) paths.push(...inner.map((each) => `${name}/${each.name}`));
      else if (inner.length > 0) complain(unknownFile(`${name}/`));
    } else if (isJson(name)) {
      if (ROOT_FILES.has(name)) paths.push(name);
      else complain(unknownFile(name));
    }
  }
  return paths.sort();
}

/** What begins with a dot belongs to version control, to editors, or to how the folder was mounted. */
async function listVisible(directory: string): Promise<readonly Dirent[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries.filter(({ name }) => !name.startsWith('.'));
}

/** A mounted folder may consist of links. */
async function isFolder(directory: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return stat(join(directory, entry.name)).then(
    (target) => target.isDirectory(),
    () => false,
  );
}

function isJson(name: string): boolean {
  return name.endsWith('.json');
}

interface Reading {
  readonly root: string;
  readonly directory: string;
  readonly path: string;
  /** One for all files: each takes a byte more than it may have. */
  readonly room: Buffer;
}

async function readFile({ root, directory, path, room }: Reading): Promise<OverlayFile | OverlayFault> {
  let handle: FileHandle | undefined;
  try {
    const target = await realpath(join(directory, path));
    if (!target.startsWith(root + sep)) return leavesFolder(path);
    // What is no file, such as a pipe, might never end.
    if (!(await stat(target)).isFile()) return unreadableFile(path);
    handle = await open(target);
    const { bytesRead } = await handle.read(room, 0, room.length, 0);
    if (bytesRead > MOST_BYTES) return tooLarge(path);
    const text = decode(room.subarray(0, bytesRead));
    return text === undefined ? notUtf8(path) : { path, text };
  } catch {
    return unreadableFile(path);
  } finally {
    await handle?.close();
  }
}

/** Windows' own tools begin a file with a byte order mark, which the decoder takes off. */
function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function unreadableFolder(): OverlayFault {
  return {
    file: '',
    what: 'the folder of the overlay cannot be read',
    why: 'without it your people would get answers that lack what your organization has added',
    fix: 'create it, let this account read it, or correct HEXFIX_OVERLAY_DIR',
  };
}

function tooManyFiles(count: number): OverlayFault {
  return {
    file: '',
    what: `the overlay has ${count} files of at most ${MOST_FILES}`,
    why: 'they are looked at every few seconds, to see whether one has changed',
    fix: 'put several entries into one file, as a list',
  };
}

function unknownFile(file: string): OverlayFault {
  return {
    file,
    what: 'this is no part of an overlay',
    why: 'a misspelled name would silently leave out what stands there',
    fix: 'an overlay has organization.json, sources.json, codes/*.json and procedures/*.json; move or rename it',
  };
}

function unreadableFile(file: string): OverlayFault {
  return {
    file,
    what: 'the file cannot be read',
    why: 'an overlay counts as a whole or not at all',
    fix: 'let this account read it, or remove it',
  };
}

function leavesFolder(file: string): OverlayFault {
  return {
    file,
    what: 'this is a link to a place outside the overlay',
    why: 'whoever may write into the overlay could have any file of this computer read',
    fix: 'copy the file into the overlay',
  };
}

function tooLarge(file: string): OverlayFault {
  return {
    file,
    what: `the file is larger than ${MOST_BYTES / 1024} KB`,
    why: 'a hundred entries fit; more in one file can hardly be read through',
    fix: 'split it into several files',
  };
}

function notUtf8(file: string): OverlayFault {
  return {
    file,
    what: 'the file is not UTF-8',
    why: 'its characters would be shown as others',
    fix: 'save it as UTF-8; in PowerShell, write it with -Encoding utf8',
  };
}

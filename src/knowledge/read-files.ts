/** Reads the JSON files of a knowledge folder as they are, without judging what they hold. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, KnowledgeError } from './fault';

/** One JSON file, parsed but not yet checked against its schema. */
export interface KnowledgeFile {
  /** Path below the knowledge folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly json: unknown;
}

export interface KnowledgeFiles {
  readonly files: readonly KnowledgeFile[];
  /** Files that cannot be read or are not JSON. */
  readonly faults: readonly Fault[];
}

/** The file that a knowledge folder must have beside `codes/`. */
export const COMPONENTS_FILE = 'components.json';

/**
 * Reads `components.json`, `codes/*.json`, `procedures/*.json` and `sources/*.json`, in the order of their paths.
 * Throws a `KnowledgeError` when the folder or its `codes/` is missing.
 */
export function readKnowledgeFiles(directory: string): KnowledgeFiles {
  const files: KnowledgeFile[] = [];
  const faults: Fault[] = [];
  for (const path of listKnowledgeFiles(directory)) {
    const read = readJson(directory, path);
    if ('json' in read) files.push(read);
    else faults.push(read);
  }
  return { files, faults };
}

/** The paths of those files, in order. Throws a `KnowledgeError` when the folder or its `codes/` is missing. */
export function listKnowledgeFiles(directory: string): readonly string[] {
  const codes = listJson(directory, 'codes');
  if (codes === undefined) throw new KnowledgeError([missingFolder(directory)]);
  const others = ['procedures', 'sources'].flatMap((folder) => listJson(directory, folder) ?? []);
  return [COMPONENTS_FILE, ...codes, ...others].sort();
}

function listJson(directory: string, folder: string): string[] | undefined {
  try {
    const names = readdirSync(join(directory, folder));
    return names.filter((name) => name.endsWith('.json')).map((name) => `${folder}/${name}`);
  } catch {
    return undefined;
  }
}

function readJson(directory: string, path: string): KnowledgeFile | Fault {
  let text: string;
  try {
    text = readFileSync(join(directory, path), 'utf8');
  } catch {
    return {
      file: path,
      path: '',
      what: 'the file cannot be read',
      why: 'every answer draws on it',
      fix: 'restore the file from version control and check that this account may read it',
    };
  }
  try {
    return { path, text, json: JSON.parse(text) };
  } catch (error) {
    return {
      file: path,
      path: '',
      what: error instanceof Error ? error.message : 'the file is not JSON',
      why: 'a file that is not JSON cannot be used at all',
      fix: 'correct the syntax at that place; an editor with JSON support marks it',
    };
  }
}

function missingFolder(directory: string): Fault {
  return {
    file: directory,
    path: '',
    what: 'there is no folder "codes" with knowledge files here',
    why: 'without it Hexfix knows no error code',
    fix: 'keep the folder "knowledge" beside the program, or name the right folder',
  };
}

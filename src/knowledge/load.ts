/** Loads the knowledge folder into memory: all of it and sound, or an error that lists everything wrong with it. */

import { join } from 'node:path';
import type { ErrorCode } from '../code/error-code';
import { codeValue } from '../code/error-code';
import { sameFault } from '../code/same-fault';
import { CHECKED_FILE, type CheckedParts, readCheckedFile } from './checked-file';
import { digestFolder } from './digest-folder';
import { KNOWLEDGE_DIRECTORY } from './directory';
import type { Entry } from './entry';
import type { Component, KnowledgeBase } from './knowledge-base';
import { namedCodes } from './named-codes';
import { createNameTable, type NameTable } from './names';
import type { Organization } from './overlay/organization';

/** Ours comes with the program and stays as it is while that runs: whoever else asks for it gets the same. */
const ours: { parts?: KnowledgeParts; base?: KnowledgeBase; digest?: string } = {};

/** Reads and checks every knowledge file. Throws a `KnowledgeError` with all faults when there is any. */
export function loadKnowledge(directory: string = KNOWLEDGE_DIRECTORY): KnowledgeBase {
  if (directory !== KNOWLEDGE_DIRECTORY) return createKnowledgeBase(loadKnowledgeParts(directory));
  ours.base ??= createKnowledgeBase(loadKnowledgeParts());
  return ours.base;
}

/** The same, for whoever has something to add before it becomes a knowledge base. */
export function loadKnowledgeParts(directory: string = KNOWLEDGE_DIRECTORY): KnowledgeParts {
  if (directory !== KNOWLEDGE_DIRECTORY) return readParts(directory);
  ours.parts ??= readBuilt() ?? readParts(KNOWLEDGE_DIRECTORY);
  return ours.parts;
}

/**
 * Tells whether the folder is still what was loaded of ours; so does none at all. Reads all of it, so that no start should wait
 * for the answer.
 */
export function isKnowledgeCurrent(): boolean {
  try {
    return ours.digest === undefined || ours.digest === digestFolder(KNOWLEDGE_DIRECTORY);
  } catch {
    return true;
  }
}

/** The digest of what the build has checked, where these are exactly those entries; `undefined` for all others. */
export function builtDigest({ entries }: KnowledgeBase): string | undefined {
  return entries === ours.base?.entries ? ours.digest : undefined;
}

/** What the build has checked needs no second look. */
function readBuilt(): KnowledgeParts | undefined {
  const checked = readCheckedFile(CHECKED_FILE);
  if (checked === undefined) return undefined;
  ours.digest = checked.digest;
  return { ...checked.parts, names: createNameTable() };
}

/** The schemas take longer to load than the knowledge, so they are loaded only where something is to be checked. */
function readParts(directory: string): KnowledgeParts {
  const { checkKnowledge }: typeof import('./check-knowledge') = require('./check-knowledge');
  return { ...checkKnowledge(directory), names: createNameTable(join(directory, 'names')) };
}

/** What a knowledge base is made of, checked already. */
export interface KnowledgeParts extends CheckedParts {
  readonly names?: NameTable;
  readonly organization?: Organization | undefined;
}

const NO_NAMES: NameTable = { namesOf: () => [], codesNamed: () => [] };

/** A knowledge base over values that have been checked already. */
export function createKnowledgeBase({
  entries,
  procedures,
  components,
  sources,
  names = NO_NAMES,
  organization,
}: KnowledgeParts): KnowledgeBase {
  const byCode = new Map([...entries].sort((a, b) => (a.code < b.code ? -1 : 1)).map((entry) => [entry.code, entry]));
  const byAnyCode = new Map([...byTwin(entries), ...byCode]);
  const byName = new Map(
    entries.flatMap(({ symbol, code }): [string, ErrorCode[]][] =>
      symbol === null ? [] : [[symbol.toUpperCase(), [code]]],
    ),
  );
  const narrowestFirst = [...components].sort((a, b) => width(a) - width(b));

  return {
    entries: byCode,
    codes: new Set([...byAnyCode.keys()].filter(isUnmistakable).sort()),
    names,
    organization,
    codesNamed: (symbol) => byName.get(symbol.toUpperCase()) ?? namedCodes(symbol, names),
    procedures: new Map(procedures.map((procedure) => [procedure.id, procedure])),
    find(code) {
      const entry = byAnyCode.get(code);
      if (entry !== undefined) return entry;
      const same = sameFault(code);
      return same === undefined ? undefined : byAnyCode.get(same);
    },
    // Canonical codes are of one length and case, so that their order as text is their order as numbers.
    component: (code) => narrowestFirst.find(({ from, to }) => from <= code && code <= to),
    source(id) {
      const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
      if (source === undefined)
        throw new Error(`There is no source "${id}" in knowledge/sources. Run the knowledge lint.`);
      return source;
    },
  };
}

/** Below this numbers are stop codes and plain numbers, and the first exception codes are roots of the registry, too. */
const FIRST_UNMISTAKABLE = 0x4000_0000;
const REGISTRY_ROOTS = 0x8000_0000;
const LAST_OF_ROOTS = 0x8000_0060;

function isUnmistakable(code: ErrorCode): boolean {
  const value = codeValue(code);
  return value >= FIRST_UNMISTAKABLE && !(value >= REGISTRY_ROOTS && value <= LAST_OF_ROOTS);
}

function byTwin(entries: readonly Entry[]): [ErrorCode, Entry][] {
  return entries.flatMap((entry) => (entry.twins ?? []).map((twin): [ErrorCode, Entry] => [twin, entry]));
}

function width({ from, to }: Component): number {
  return codeValue(to) - codeValue(from);
}

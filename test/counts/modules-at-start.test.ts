/**
 * What a start loads before it listens, in numbers that no machine changes: every module is found, read and compiled. Whoever
 * raises one says here why, or loads it where it is needed first.
 */

import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';

const SOURCES = path.join(__dirname, '../../src');
/** Imports that are still there when the program runs; a `require` within a function comes when that is called. */
const IMPORTED =
  /^(?:import|export) (?!type\b)(?:[^;'"]*? from )?'([^']+)';|^const [^;]*?=\s+require\(\s*'([^']+)',?\s*\);/gm;
/** Braces with types alone in them leave nothing. */
const TYPES_ALONE = /^(?:import|export) \{(?:\s*type [^,}]+,?)+\s*\} from/;

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORTED)]
    .filter(([statement]) => !TYPES_ALONE.test(statement))
    .map(([, imported, required]) => imported ?? required ?? '');
}

function fileOf(importer: string, target: string): string {
  const base = path.join(path.dirname(importer), target);
  const found = [`${base}.ts`, path.join(base, 'index.ts')].find((file) => existsSync(file));
  if (found === undefined) throw new Error(`${importer} imports ${target}, which is nowhere`);
  return found;
}

interface Loaded {
  readonly files: readonly string[];
  readonly packages: readonly string[];
}

/** All that comes with the files, each once. */
function loadedBy(...names: readonly string[]): Loaded {
  const files = new Set(names.map((name) => path.join(SOURCES, name)));
  const packages = new Set<string>();
  for (const file of files) {
    for (const target of importsOf(file)) {
      if (target.startsWith('.')) files.add(fileOf(file, target));
      else if (!isBuiltin(target)) packages.add(target);
    }
  }
  return { files: [...files].map((file) => path.relative(SOURCES, file)), packages: [...packages].sort() };
}

const CORE = loadedBy('main.ts', 'start.ts');

function beside({ files, packages }: Loaded): { readonly files: number; readonly packages: readonly string[] } {
  return {
    files: files.filter((file) => !CORE.files.includes(file)).length,
    packages: packages.filter((name) => !CORE.packages.includes(name)),
  };
}

test('what every start loads', () => {
  expect(CORE.packages).toEqual(['lru-cache', 'pino', 'zod']);
  expect(CORE.files.length).toBeLessThanOrEqual(323);
});

test('what the thread of the store loads beside it', () => {
  const thread = loadedBy('store/thread/thread.ts');
  expect(thread.packages).toEqual(['kysely', 'kysely/migration', 'zod']);
  expect(thread.files.length).toBeLessThanOrEqual(53);
});

test.each([
  ['Teams', 'adapters/teams/adapter.ts', 53, ['jose/jwt/verify', 'jose/key/import']],
  ['Slack', 'adapters/slack/adapter.ts', 76, []],
  ['the local page', 'adapters/playground/adapter.ts', 42, []],
  ['the API', 'api/http/routes.ts', 18, []],
])('what %s adds where it is on', (_name, file, most, packages) => {
  const added = beside(loadedBy(file));
  expect(added.packages).toEqual(packages);
  expect(added.files).toBeLessThanOrEqual(most);
});

test.each([
  ['a room that is off', /^(?:adapters|api|mcp|overlay|cli)\//],
  [
    'what checks the knowledge',
    /^knowledge\/(?:check-knowledge|parse-files|entry|procedure|component|json-schema|lint\/)/,
  ],
])('a start without any loads nothing of %s', (_what, pattern) => {
  expect(CORE.files.filter((file) => pattern.test(file))).toEqual([]);
});

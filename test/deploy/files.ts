/** Reads the files that deploy the program, and finds things in them, as the tests of this folder need it. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { safeLoad, safeLoadAll } from 'js-yaml';

export const ROOT = path.join(__dirname, '../..');

export function readText(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** Every file below a folder, by its path from the root of the project. */
export function listFiles(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** Throws on a file that is no YAML or says a key twice. */
export function readYaml(file: string): unknown {
  return safeLoad(readText(file), { filename: file });
}

/** A file of several documents; empty ones are left out. */
export function readYamlDocuments(file: string): unknown[] {
  return safeLoadAll(readText(file), undefined, { filename: file }).filter((document) => document !== null);
}

/** What stands at a path of keys, or undefined. */
export function at(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
}

/** Arrays count: their indexes are keys. */
export function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Every object inside, the outermost first. */
export function everyRecord(value: unknown): Record<string | number, unknown>[] {
  return isRecord(value) ? [value, ...Object.values(value).flatMap(everyRecord)] : [];
}

/** Every value that has this name, wherever it stands. */
export function everyValue(value: unknown, name: string): unknown[] {
  return everyRecord(value).flatMap((record) => (Object.hasOwn(record, name) ? [record[name]] : []));
}

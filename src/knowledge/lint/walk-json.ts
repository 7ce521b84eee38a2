/** Visits every value of a JSON document with its path. */

import { formatPath } from '../parse-files';
import type { KnowledgeFile } from '../read-files';

/** A string anywhere in a file. */
export interface JsonString {
  readonly file: string;
  readonly path: string;
  readonly value: string;
}

/** Calls `visit` for a value and everything in it, outer values first. */
export function walkJson(
  json: unknown,
  visit: (node: unknown, path: string) => void,
  path: readonly PropertyKey[] = [],
): void {
  visit(json, formatPath(path));
  if (Array.isArray(json)) {
    for (const [index, item] of json.entries()) walkJson(item, visit, [...path, index]);
  } else if (typeof json === 'object' && json !== null) {
    for (const [key, value] of Object.entries(json)) walkJson(value, visit, [...path, key]);
  }
}

/** All strings of a file. */
export function listStrings(file: KnowledgeFile): JsonString[] {
  const strings: JsonString[] = [];
  walkJson(file.json, (node, path) => {
    if (typeof node === 'string') strings.push({ file: file.path, path, value: node });
  });
  return strings;
}

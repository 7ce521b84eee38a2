/** Visits every value of a JSON document with its path. */

import { extendPath } from '../parse-files';
import type { KnowledgeFile } from '../read-files';

/** A string anywhere in a file. */
export interface JsonString {
  readonly file: string;
  readonly path: string;
  readonly value: string;
}

/** Calls `visit` for a value and everything in it, outer values first, with paths such as `causes[0].text.zh-CN`. */
export function walkJson(json: unknown, visit: (node: unknown, path: string) => void, path = ''): void {
  visit(json, path);
  if (Array.isArray(json)) {
    for (let index = 0; index < json.length; index += 1) walkJson(json[index], visit, extendPath(path, index));
  } else if (typeof json === 'object' && json !== null) {
    for (const key of Object.keys(json)) walkJson(Reflect.get(json, key), visit, extendPath(path, key));
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

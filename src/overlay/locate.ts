/** Where something stands in a JSON file: for syntax faults, for keys that are given twice, and for any path in it. */

import { type Node, type ParseError, parseTree, printParseErrorCode, visit } from 'jsonc-parser';

/** Counted from 1, as editors do; the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something wrong at a place in the text. */
export interface Flaw {
  readonly offset: number;
  readonly what: string;
}

const [QUOTE, COLON, BACKSLASH] = [0x22, 0x3a, 0x5c];
const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** The first thing that makes the text no JSON. */
export function findSyntaxFlaw(text: string): Flaw {
  const errors: ParseError[] = [];
  parseTree(text, errors, STRICT);
  const [first] = errors;
  if (first === undefined) return { offset: 0, what: 'the file is not JSON' };
  return { offset: Math.min(first.offset, text.length), what: `the file is not JSON: ${wordsOf(first)}` };
}

/** The first key that an object has twice, of which all but the last would silently be lost; `json` is what came of it. */
export function findDoubleKey(text: string, json: unknown): Flaw | undefined {
  if (countColons(text) === countKeys(json)) return undefined;
  const keys: Set<string>[] = [];
  let found: Flaw | undefined;
  visit(
    text,
    {
      onObjectBegin: () => void keys.push(new Set()),
      onObjectEnd: () => void keys.pop(),
      onObjectProperty(key, offset) {
        if (keys.at(-1)?.has(key)) found ??= { offset, what: `the key "${key}" stands here a second time` };
        keys.at(-1)?.add(key);
      },
    },
    STRICT,
  );
  return found;
}

/** Outside strings, as many as there are keys. */
function countColons(text: string): number {
  let count = 0;
  let isInString = false;
  for (let place = 0; place < text.length; place += 1) {
    const character = text.charCodeAt(place);
    if (character === QUOTE) isInString = !isInString;
    else if (!isInString) count += character === COLON ? 1 : 0;
    else if (character === BACKSLASH) place += 1;
  }
  return count;
}

function countKeys(json: unknown): number {
  if (typeof json !== 'object' || json === null) return 0;
  const values = Object.values(json);
  return values.reduce((count: number, value) => count + countKeys(value), Array.isArray(json) ? 0 : values.length);
}

/**
 * The place of a path such as `items[2].causes[0].text.zh-CN`, or of as much of it as is there: what is missing is told
 * where it should stand. A name may also be the id of an item in a list.
 */
export function locate(text: string, path: string): Position {
  let node = parseTree(text, [], STRICT);
  let offset = node?.offset ?? 0;
  for (const name of segmentsOf(path)) {
    const next = node && childOf(node, name);
    if (next === undefined) break;
    node = next;
    // A member is told by its key: that is what one looks for in the line.
    offset = next.parent?.type === 'property' ? next.parent.offset : next.offset;
  }
  return positionAt(text, offset);
}

function childOf(node: Node, name: string): Node | undefined {
  const children = node.children ?? [];
  if (node.type === 'object') return children.find((each) => keyOf(each) === name)?.children?.[1];
  if (node.type !== 'array') return undefined;
  return /^\d+$/.test(name) ? children[Number(name)] : children.find((each) => childOf(each, 'id')?.value === name);
}

function keyOf(property: Node): unknown {
  return property.children?.[0]?.value;
}

function segmentsOf(path: string): string[] {
  return path.split(/[.[\]]+/).filter((segment) => segment !== '');
}

/** `CommaExpected` as "comma expected". */
function wordsOf({ error }: ParseError): string {
  return printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

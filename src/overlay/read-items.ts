/**
 * The files of an overlay as knowledge files, one for each entry and procedure, with the way back from a fault in one of
 * them to the place where somebody wrote it.
 */

import type { ErrorCode } from '../code/error-code';
import type { Entry } from '../knowledge/entry';
import { applyOverride, isOverride, overrideSchema } from '../knowledge/overlay/item';
import { formatPath } from '../knowledge/parse-files';
import type { KnowledgeFile } from '../knowledge/read-files';
import type { OverlayFault } from './fault';

/** One entry or procedure, as if it stood in a knowledge folder of its own. */
export interface Item extends KnowledgeFile {
  /** The file that it stands in, and the path of a fault there. */
  readonly origin: { readonly file: string; readonly pathTo: (path: string) => string };
}

export interface Items {
  readonly items: readonly Item[];
  readonly faults: readonly OverlayFault[];
}

/** The items of a file in `codes/`; a change to an entry is told as the entry that it makes. */
export function readCodeItems(file: KnowledgeFile, entries: ReadonlyMap<ErrorCode, Entry>): Items {
  const items: Item[] = [];
  const faults: OverlayFault[] = [];
  for (const { json, prefix } of listed(file.json)) {
    const path = `codes/${nameOf(json, 'code')}.json`;
    if (!isOverride(json)) {
      items.push({ path, text: '', json, origin: { file: file.path, pathTo: (at) => joined(prefix, at) } });
      continue;
    }
    const read = readOverride(file.path, json, prefix, entries);
    if ('faults' in read) faults.push(...read.faults);
    else items.push({ path, text: '', ...read });
  }
  return { items, faults };
}

/** The one item of a file in `procedures/`. */
export function readProcedureItems(file: KnowledgeFile): Items {
  const path = `procedures/${nameOf(file.json, 'id')}.json`;
  return { items: [{ ...file, path, origin: { file: file.path, pathTo: (at) => at } }], faults: [] };
}

function readOverride(
  file: string,
  json: unknown,
  prefix: string,
  entries: ReadonlyMap<ErrorCode, Entry>,
): Pick<Item, 'json' | 'origin'> | { readonly faults: readonly OverlayFault[] } {
  const parsed = overrideSchema.safeParse(json);
  if (!parsed.success) {
    return {
      faults: parsed.error.issues.map((issue) => ({
        file,
        at: joined(prefix, formatPath(issue.path)),
        what: issue.message,
        why: 'the program relies on the shape of this file',
        fix: 'correct the value as knowledge/schema/overlay-codes.schema.json describes it',
      })),
    };
  }
  const { code, override } = parsed.data;
  const entry = entries.get(code);
  if (entry === undefined) return { faults: [nothingToOverride(file, joined(prefix, 'code'), code)] };
  const pathTo = (at: string) => {
    const [key = ''] = at.split(/[.[]/, 1);
    return joined(prefix, Object.hasOwn(override, key) ? `override.${at}` : '');
  };
  return { json: applyOverride(entry, override), origin: { file, pathTo } };
}

/** A file holds one item, or a list of them. */
function listed(json: unknown): { readonly json: unknown; readonly prefix: string }[] {
  if (!Array.isArray(json)) return [{ json, prefix: '' }];
  return json.map((item: unknown, index) => ({ json: item, prefix: `[${index}]` }));
}

/** What has no name will be told by its schema. */
function nameOf(json: unknown, key: 'code' | 'id'): string {
  const name: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, key) : undefined;
  return typeof name === 'string' ? name : 'unnamed';
}

function joined(prefix: string, path: string): string {
  if (prefix === '' || path === '') return `${prefix}${path}`;
  return path.startsWith('[') ? `${prefix}${path}` : `${prefix}.${path}`;
}

function nothingToOverride(file: string, at: string, code: ErrorCode): OverlayFault {
  return {
    file,
    at,
    what: `Hexfix has no entry for ${code}`,
    why: 'a change needs something that it changes',
    fix: 'write a whole entry, or correct the code; a twin is changed through the entry that names it',
  };
}

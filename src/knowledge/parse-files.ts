/** Checks knowledge files against their schemas and collects everything wrong with them, not just the first fault. */

import type { z } from 'zod';
import { componentsSchema } from './component';
import { type Entry, entrySchema, type Source, sourcesSchema } from './entry';
import type { Fault } from './fault';
import type { Component } from './knowledge-base';
import { type Procedure, procedureSchema } from './procedure';
import { COMPONENTS_FILE, type KnowledgeFile } from './read-files';

/** A value that passed its schema, and the file that it stands in. */
export interface Parsed<T> {
  readonly file: KnowledgeFile;
  readonly value: T;
}

/** What a knowledge folder holds. Files with faults are left out. */
export interface ParsedFiles {
  readonly entries: readonly Parsed<Entry>[];
  readonly procedures: readonly Parsed<Procedure>[];
  readonly components: readonly Component[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly faults: readonly Fault[];
}

/** Parses every file by the schema that its path calls for. */
export function parseKnowledgeFiles(files: readonly KnowledgeFile[]): ParsedFiles {
  const entries: Parsed<Entry>[] = [];
  const procedures: Parsed<Procedure>[] = [];
  const faults: Fault[] = [];
  let components: readonly Component[] = [];
  const sources: Record<string, Source> = {};

  function check<T>(file: KnowledgeFile, schema: z.ZodType<T>, schemaName: string): T | undefined {
    const result = schema.safeParse(file.json);
    if (result.success) return result.data;
    faults.push(...result.error.issues.map((issue) => toFault(file.path, issue, schemaName)));
    return undefined;
  }

  for (const file of files) {
    if (file.path === COMPONENTS_FILE) {
      components = check(file, componentsSchema, 'components')?.components ?? components;
    } else if (file.path.startsWith('sources/')) {
      const more = check(file, sourcesSchema, 'sources') ?? {};
      faults.push(...idsTaken(file.path, more, sources));
      Object.assign(sources, more);
    } else if (file.path.startsWith('procedures/')) {
      const value = check(file, procedureSchema, 'procedure');
      if (value) procedures.push({ file, value });
    } else {
      const value = check(file, entrySchema, 'entry');
      if (value) entries.push({ file, value });
    }
  }
  return { entries, procedures, components, sources, faults };
}

/** A JSON path as people write it: `causes[0].text.zh-CN`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(extendPath, '');
}

/** The path of what stands in a value under a key or at an index. */
export function extendPath(path: string, key: PropertyKey): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? String(key) : `${path}.${String(key)}`;
}

/** An id in two files would mean whichever was read last. */
function idsTaken(file: string, more: object, sources: object): Fault[] {
  return Object.keys(more)
    .filter((id) => Object.hasOwn(sources, id))
    .map((id) => ({
      file,
      path: id,
      what: `there is a source "${id}" in another file already`,
      why: 'a statement that cites it would rest on one of two documents',
      fix: 'keep it in one file, or give it another id',
    }));
}

function toFault(file: string, issue: z.core.$ZodIssue, schemaName: string): Fault {
  return {
    file,
    path: formatPath(issue.path),
    what: issue.message,
    why: 'the program relies on the shape of this file and refuses to start without it',
    fix: `correct the value as knowledge/schema/${schemaName}.schema.json describes it`,
  };
}

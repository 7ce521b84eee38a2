/** Checks a whole knowledge folder by its schemas: every value of it sound, or an error that lists everything wrong. */

import type { CheckedParts } from './checked-file';
import { type Fault, KnowledgeError } from './fault';
import { type Parsed, parseKnowledgeFiles } from './parse-files';
import { readKnowledgeFiles } from './read-files';

/** Reads and checks every file. Throws a `KnowledgeError` with all faults when there is any. */
export function checkKnowledge(directory: string): CheckedParts {
  const read = readKnowledgeFiles(directory);
  const { entries, procedures, components, sources, faults } = parseKnowledgeFiles(read.files);
  const all = [
    ...read.faults,
    ...faults,
    ...misnamedFiles(entries, 'codes', ({ code }) => code),
    ...misnamedFiles(procedures, 'procedures', ({ id }) => id),
  ];
  if (all.length > 0) throw new KnowledgeError(all);
  return {
    entries: entries.map(({ value }) => value),
    procedures: procedures.map(({ value }) => value),
    components,
    sources,
  };
}

/** A file named after another code or procedure would take its place, or leave it without a file. */
function misnamedFiles<T>(parsed: readonly Parsed<T>[], folder: string, nameOf: (value: T) => string): Fault[] {
  return parsed
    .map(({ file, value }) => ({ file, name: nameOf(value) }))
    .filter(({ file, name }) => file.path !== `${folder}/${name}.json`)
    .map(({ file, name }) => ({
      file: file.path,
      path: folder === 'codes' ? 'code' : 'id',
      what: `the file holds ${name}`,
      why: 'two files could then hold the same, and one of them would be lost',
      fix: `rename the file to ${name}.json, or correct what it says`,
    }));
}

/** Has a compiled program read the knowledge once and keep the outcome beside itself, where its starts and searches read it. */

import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** `program` is the folder of the compiled sources, with `knowledge/` of the package beside it. */
export function shipKnowledge(program) {
  const load = (name) => createRequire(import.meta.url)(path.join(program, 'knowledge', name));
  const { KNOWLEDGE_DIRECTORY: directory } = load('directory.js');
  const { checkKnowledge } = load('check-knowledge.js');
  const { CHECKED_FILE: file, writeCheckedFile } = load('checked-file.js');
  const { SEARCH_FILE, writeSearchFile } = load('search-file.js');
  const { NAMES_FILE, writeNamesFile } = load('names-file.js');
  const { builtDigest, loadKnowledge } = load('load.js');
  try {
    writeCheckedFile(file, directory, checkKnowledge(directory));
    writeNamesFile(NAMES_FILE, load('names.js').readNameIndex());
    const knowledge = loadKnowledge();
    writeSearchFile(SEARCH_FILE, builtDigest(knowledge), load('search-index.js').readTextsAtOnce(knowledge));
  } catch (error) {
    rmSync(file, { force: true });
    // Not the end of a build: the lint, which names the faults and their places, is in it.
    console.error(`${error.message}\nUntil that is corrected, Hexfix does not start.`);
  }
}

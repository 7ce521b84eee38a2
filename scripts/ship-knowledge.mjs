/** Has a compiled program check the knowledge once and keep the outcome beside itself, where its starts read it. */

import { createRequire } from 'node:module';
import path from 'node:path';

/** `program` is the folder of the compiled sources, with `knowledge/` of the package beside it. */
export function shipKnowledge(program) {
  const load = (name) => createRequire(import.meta.url)(path.join(program, 'knowledge', name));
  const { KNOWLEDGE_DIRECTORY: directory } = load('directory.js');
  const { writeCheckedFile } = load('checked-file.js');
  const { checkKnowledge } = load('check-knowledge.js');
  try {
    writeCheckedFile(path.join(program, 'knowledge', 'checked.json'), directory, checkKnowledge(directory));
  } catch (error) {
    // Not the end of a build: the lint, which names the faults and their places, is in it.
    console.error(`${error.message}\nUntil that is corrected, every start checks the knowledge itself.`);
  }
}

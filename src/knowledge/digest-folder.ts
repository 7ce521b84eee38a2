/** Tells whether a knowledge folder is still what it was, by the bytes of its files: times change with every copy. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listKnowledgeFiles } from './read-files';

/** A digest of the names of all knowledge files and of what is in them. A file that cannot be read counts as one of its own. */
export function digestFolder(directory: string): string {
  const hash = createHash('sha256');
  for (const path of listKnowledgeFiles(directory)) {
    const bytes = readBytes(join(directory, path));
    // With its length, so that nothing can move over the edge of a file and leave the digest as it was.
    hash.update(`${path} ${bytes?.length ?? 'unreadable'}\n`);
    if (bytes !== undefined) hash.update(bytes);
  }
  return hash.digest('hex');
}

function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Rule: a file is named after what it holds. */

import { basename } from 'node:path';
import type { KnowledgeFile } from '../../read-files';
import type { Rule } from '../rule';

/** The key that names a file, by folder. */
const NAMING_KEYS: Readonly<Record<string, 'code' | 'id'>> = { codes: 'code', procedures: 'id' };

export const filenameIsCode: Rule = {
  id: 'filename-is-code',
  description: 'A file of codes/ is named after its code, a file of procedures/ after its id.',
  check: ({ files }) =>
    files.flatMap((file) => {
      const name = basename(file.path, '.json');
      const held = heldName(file);
      if (held === undefined || held === name) return [];
      return {
        file: file.path,
        path: '',
        value: held,
        what: `the file holds ${held}`,
        why: 'files are found by their names; two files could hold the same code and one would be lost',
        fix: `rename the file to ${held}.json, or correct what it holds`,
      };
    }),
};

function heldName({ path, json }: KnowledgeFile): string | undefined {
  const key = NAMING_KEYS[path.split('/', 1)[0] ?? ''];
  if (key === undefined || typeof json !== 'object' || json === null) return undefined;
  return String(Reflect.get(json, key));
}

/** Where the knowledge that ships with Hexfix lies. */

import { join } from 'node:path';

/** `knowledge/` at the package root, seen from `dist/knowledge/` and from `src/knowledge/` alike. */
export const KNOWLEDGE_DIRECTORY = join(__dirname, '..', '..', 'knowledge');

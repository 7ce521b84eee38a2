/** Writes `knowledge/schema/*.schema.json` from the zod schemas: `npm run schema`. */

import { mkdirSync, writeFileSync } from 'node:fs';
import jsonSchema from '../dist/knowledge/json-schema.js';

const folder = new URL('../knowledge/schema/', import.meta.url);

mkdirSync(folder, { recursive: true });
for (const name of jsonSchema.SCHEMA_NAMES) {
  writeFileSync(new URL(`${name}.schema.json`, folder), jsonSchema.formatJsonSchema(name));
}

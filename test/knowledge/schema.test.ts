import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KNOWLEDGE_DIRECTORY } from '../../src/knowledge/directory';
import { formatJsonSchema, SCHEMA_NAMES } from '../../src/knowledge/json-schema';

const folder = join(KNOWLEDGE_DIRECTORY, 'schema');

describe('knowledge/schema', () => {
  test.each(SCHEMA_NAMES)('%s.schema.json is what `npm run schema` writes', (name) => {
    expect(readFileSync(join(folder, `${name}.schema.json`), 'utf8')).toBe(formatJsonSchema(name));
  });

  test('holds no other file', () => {
    expect(readdirSync(folder).sort()).toEqual(SCHEMA_NAMES.map((name) => `${name}.schema.json`).sort());
  });
});

/** The JSON Schemas of the knowledge files, for editors and for the fixed order of keys. Generated from zod. */

import { z } from 'zod';
import { componentsSchema } from './component';
import { entrySchema, sourcesSchema } from './entry';
import { overlayCodesSchema } from './overlay/item';
import { organizationSchema } from './overlay/organization';
import { procedureSchema } from './procedure';

const SCHEMAS = {
  entry: entrySchema,
  sources: sourcesSchema,
  components: componentsSchema,
  procedure: procedureSchema,
  'overlay-codes': overlayCodesSchema,
  'overlay-organization': organizationSchema,
};

export type SchemaName = keyof typeof SCHEMAS;
export const SCHEMA_NAMES = [
  'entry',
  'sources',
  'components',
  'procedure',
  'overlay-codes',
  'overlay-organization',
] as const satisfies readonly SchemaName[];

/** The part of a JSON Schema that says which keys come in which order. */
export interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
}

/** The schema of the file as it is written, before zod transforms it. */
export function toJsonSchema(name: SchemaName): SchemaNode {
  // An overlay's file holds entries in four ways; written out each time, nobody could read the schema.
  const reused = name === 'overlay-codes' ? 'ref' : 'inline';
  // The type of zod's schemas is wider than what our own schemas use.
  return z.toJSONSchema(SCHEMAS[name], { io: 'input', reused }) as SchemaNode;
}

/** The contents of `knowledge/schema/<name>.schema.json`. */
export function formatJsonSchema(name: SchemaName): string {
  return `${JSON.stringify(toJsonSchema(name), null, 2)}\n`;
}

/** Which schema a knowledge file follows, by its path. */
export function schemaOf(path: string): SchemaName {
  if (path.startsWith('sources/')) return 'sources';
  if (path === 'components.json') return 'components';
  return path.startsWith('procedures/') ? 'procedure' : 'entry';
}

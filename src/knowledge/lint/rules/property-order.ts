/** Rule: keys come in the order of the schema. Fixable. */

import { formatJson } from '../../format-json';
import { SCHEMA_NAMES, type SchemaNode, schemaOf, toJsonSchema } from '../../json-schema';
import type { Rule } from '../rule';

export const propertyOrder: Rule = {
  id: 'property-order',
  description: 'Keys come in the order of the schema.',
  check({ files }) {
    const schemas = new Map(SCHEMA_NAMES.map((name) => [name, toJsonSchema(name)]));
    return files.flatMap((file) => {
      const ordered = orderKeys(file.json, schemas.get(schemaOf(file.path)));
      if (JSON.stringify(ordered) === JSON.stringify(file.json)) return [];
      const key = firstDifference(file.json, ordered);
      return {
        file: file.path,
        path: key,
        value: key,
        what: `"${key}" stands out of order`,
        why: 'one order lets two entries be read side by side and keeps differences small',
        fix: 'run the lint with --fix',
        repair: () => formatJson(ordered),
      };
    });
  },
};

/** The value with its keys in the schema's order; keys that the schema does not have come last. */
function orderKeys(value: unknown, node: SchemaNode | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => orderKeys(item, node?.items));
  if (typeof value !== 'object' || value === null) return value;
  const known = Object.keys(node?.properties ?? {}).filter((key) => key in value);
  const keys = [...new Set([...known, ...Object.keys(value)])];
  return Object.fromEntries(keys.map((key) => [key, orderKeys(Reflect.get(value, key), childNode(node, key))]));
}

function childNode(node: SchemaNode | undefined, key: string): SchemaNode | undefined {
  const rest = node?.additionalProperties;
  return node?.properties?.[key] ?? (typeof rest === 'object' ? rest : undefined);
}

/** The first key, outer levels first, that stands where another one should. */
function firstDifference(actual: unknown, ordered: unknown): string {
  const keys = allKeys(actual);
  const expected = allKeys(ordered);
  return keys.find((key, index) => key !== expected[index]) ?? '';
}

function allKeys(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(allKeys)];
}

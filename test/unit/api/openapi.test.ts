import { ENDPOINTS } from '../../../src/api/endpoints';
import { describeApi } from '../../../src/api/openapi';

// biome-ignore lint/suspicious/noExplicitAny: a document of JSON, looked into from outside
const document = describeApi({ hasTokens: true }) as any;

/** Every value under the key `$ref`, anywhere. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : references(inner)));
}

it('describes every endpoint once, under an id of its own', () => {
  expect(Object.keys(document.paths)).toEqual(ENDPOINTS.map(({ path }) => path));
  const ids = ENDPOINTS.map(({ method, path }) => document.paths[path][method.toLowerCase()].operationId);
  expect(ids).toEqual(ENDPOINTS.map(({ id }) => id));
});

it('refers only to shapes that it holds, and none of them has an address of its own', () => {
  const all = references(document);
  expect(all.length).toBeGreaterThan(20);
  const missing = all.filter(
    (each) => document.components.schemas[each.replace('#/components/schemas/', '')] === undefined,
  );
  expect(missing).toEqual([]);
  expect(JSON.stringify(document)).not.toMatch(/"\$(?:id|schema)"/);
});

it('names each part of a path as a required parameter', () => {
  for (const { method, path } of ENDPOINTS) {
    const parameters: { name: string; in: string; required: boolean }[] =
      document.paths[path][method.toLowerCase()].parameters;
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(named);
    expect(parameters.filter((each) => each.required && each.in === 'query').map(({ name }) => name)).toEqual(
      ['/explain', '/search'].includes(path) ? ['q'] : [],
    );
    expect(parameters.map(({ name }) => name)).toContain('lang');
  }
});

it('asks for a token only where the server does', () => {
  expect(document).toMatchObject({
    security: [{ token: [] }],
    components: { securitySchemes: { token: { scheme: 'bearer' } } },
  });
  expect(JSON.stringify(describeApi({ hasTokens: false }))).not.toContain('bearer');
});

/** The OpenAPI document: generated from the endpoints and the shapes of the answers, so that it cannot say otherwise. */

import { z } from 'zod';
import { API_ROOT, ENDPOINTS, type Endpoint, languageQuery } from './endpoints';
import { problemSchema } from './problem-schema';
import { procedureListSchema, procedureValueSchema } from './procedure-values';
import { askedSchema, codeValueSchema, explainedSchema, foundSchema } from './values';

type Json = Record<string, unknown>;

const SCHEMAS: readonly (readonly [string, z.ZodType])[] = [
  ['Code', codeValueSchema],
  ['Explained', explainedSchema],
  ['Found', foundSchema],
  ['Asked', askedSchema],
  ['Procedures', procedureListSchema],
  ['Procedure', procedureValueSchema],
  ['Problem', problemSchema],
];
/** Refusals of every endpoint: a token that is missing or wrong, a foreign host name, too many questions. */
const COMMON_REFUSALS = [401, 403, 429];

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'The question is malformed.',
  401: 'The token is missing or unknown.',
  403: 'Without tokens, only this machine under its own name is answered.',
  404: 'There is nothing of that kind.',
  413: 'The text is too long.',
  415: 'The body is not JSON, or it is compressed.',
  429: 'Too many questions in a minute; Retry-After tells the seconds to wait.',
};

/** The whole document. `hasTokens`: the server answers holders of a token only. */
export function describeApi({ hasTokens }: { readonly hasTokens: boolean }): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Hexfix',
      version: '1.0.0',
      description:
        'What Windows error codes mean and what to do about them, as the bot answers it. Read-only; nothing of a text is stored or logged. Inline code in texts stands in backticks.',
    },
    servers: [{ url: API_ROOT }],
    ...(hasTokens ? { security: [{ token: [] }] } : {}),
    paths: Object.fromEntries(ENDPOINTS.map((endpoint) => [endpoint.path, describePath(endpoint)])),
    components: {
      schemas: componentSchemas(),
      ...(hasTokens ? { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } } : {}),
    },
  };
}

function describePath(endpoint: Endpoint): Json {
  const { id, method, summary, pathParameters, query, body, result, refusals } = endpoint;
  return {
    [method.toLowerCase()]: {
      operationId: id,
      summary,
      parameters: [
        ...describeParameters(pathParameters, 'path'),
        ...describeParameters(query, 'query'),
        ...describeParameters(languageQuery, 'query'),
      ],
      ...(body === undefined ? {} : { requestBody: { required: true, content: json(inputSchema(body)) } }),
      responses: {
        200: { description: 'The answer.', content: json(reference(result)) },
        ...Object.fromEntries(
          [...COMMON_REFUSALS, ...refusals].sort().map((status) => [status, describeRefusal(status)]),
        ),
      },
    },
  };
}

function describeParameters(parameters: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (parameters === undefined) return [];
  return Object.entries(parameters.shape).map(([name, type]) => {
    const { description, ...schema } = inputSchema(type);
    const isRequired = place === 'path' || !z.safeParse(type, undefined).success;
    return { name, in: place, required: isRequired, ...(description === undefined ? {} : { description }), schema };
  });
}

function describeRefusal(status: number): Json {
  const wait = { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } };
  return {
    description: REFUSALS[status] ?? '',
    ...(status === 429 ? { headers: wait } : {}),
    content: { 'application/problem+json': { schema: reference(problemSchema) } },
  };
}

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

function reference(schema: z.ZodType): Json {
  const name = SCHEMAS.find(([, known]) => known === schema)?.[0];
  return { $ref: toReference(name ?? '') };
}

function toReference(name: string): string {
  return `#/components/schemas/${name}`;
}

function componentSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of SCHEMAS) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: toReference });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutAddress(schema)]));
}

/** As a part of the document a schema has no dialect and no address of its own. */
function withoutAddress({ $schema: _dialect, $id: _address, ...schema }: Json): Json {
  return schema;
}

function inputSchema(schema: z.ZodType): Json {
  return withoutAddress(z.toJSONSchema(schema, { io: 'input' }));
}

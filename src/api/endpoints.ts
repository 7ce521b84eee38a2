/** The endpoints of the HTTP API: what each takes and gives. Routes and the OpenAPI document are made from this table. */

import { z } from 'zod';
import { MOST_HITS, MOST_TEXT, MOST_WORDS, USUAL_HITS } from './limits';
import { procedureListSchema, procedureValueSchema } from './procedure-values';
import { idSchema, localeSchema } from './statements';
import { askedSchema, codeValueSchema, explainedSchema, foundSchema } from './values';

export const API_ROOT = '/api/v1';

export interface Endpoint {
  readonly id: 'lookUp' | 'explain' | 'search' | 'ask' | 'procedures' | 'procedure';
  readonly method: 'GET' | 'POST';
  /** Below the root; `{name}` stands for one segment. */
  readonly path: string;
  readonly summary: string;
  readonly pathParameters?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  readonly result: z.ZodObject;
  /** The statuses of its own refusals, beside those that every endpoint has. */
  readonly refusals: readonly number[];
  /** What is asked for stands in no text of anybody's, so that the answer may be kept for a while. */
  readonly isPublic: boolean;
}

export const askBodySchema = z.strictObject({
  text: z.string().max(MOST_TEXT).describe('The message, with everything that was pasted.'),
  asked: z
    .boolean()
    .default(true)
    .describe('True: the message is addressed to the bot. False: it passes by in a channel.'),
});

export const ENDPOINTS: readonly Endpoint[] = [
  {
    id: 'lookUp',
    method: 'GET',
    path: '/codes/{code}',
    summary: 'Everything about one code.',
    pathParameters: z.object({ code: z.string().regex(/^0[xX][0-9a-fA-F]{8}$/) }),
    result: codeValueSchema,
    refusals: [400],
    isPublic: true,
  },
  {
    id: 'explain',
    method: 'GET',
    path: '/explain',
    summary: 'The answer to a code in any spelling, also inside a text; of several, the likely root cause.',
    query: z.object({ q: z.string().describe('The code or the text. For more than a few lines use POST /ask.') }),
    result: explainedSchema,
    refusals: [400, 404, 413],
    isPublic: false,
  },
  {
    id: 'search',
    method: 'GET',
    path: '/search',
    summary: 'Codes that fit a description of the symptom, the best first.',
    query: z.object({
      q: z.string().max(MOST_WORDS).describe('The symptom in a sentence or two.'),
      limit: z.int().min(1).max(MOST_HITS).default(USUAL_HITS),
    }),
    result: foundSchema,
    refusals: [400, 413],
    isPublic: false,
  },
  {
    id: 'ask',
    method: 'POST',
    path: '/ask',
    summary: 'What the bot would answer to a message, or why it would stay silent.',
    body: askBodySchema,
    result: askedSchema,
    refusals: [400, 413, 415],
    isPublic: false,
  },
  {
    id: 'procedures',
    method: 'GET',
    path: '/procedures',
    summary: 'The procedures that ask their way to a cause.',
    result: procedureListSchema,
    refusals: [400],
    isPublic: true,
  },
  {
    id: 'procedure',
    method: 'GET',
    path: '/procedures/{id}',
    summary: 'One procedure: a decision tree of steps and outcomes.',
    pathParameters: z.object({ id: idSchema }),
    result: procedureValueSchema,
    refusals: [400, 404],
    isPublic: true,
  },
];

/** Of every endpoint. */
export const languageQuery = z.object({
  lang: localeSchema
    .optional()
    .describe('The language of the answer. Default: that of the text, then of Accept-Language, then of the server.'),
});

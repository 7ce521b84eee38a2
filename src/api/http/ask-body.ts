/** The body of a question as it came: JSON in UTF-8, of the one shape that there is. */

import { z } from 'zod';
import { isJson, type RawRequest } from '../../ops/http';
import { askBodySchema } from '../endpoints';
import type { HttpRefusal } from './problems';

/** The length of the text is judged by the lookup, whose refusal tells what to do. */
const bodySchema = askBodySchema.extend({ text: z.string() });

export type AskBody = z.infer<typeof bodySchema>;

/** The question in a body, or why there is none. */
export function readAskBody(request: Pick<RawRequest, 'headers' | 'rawBody'>): AskBody | HttpRefusal {
  if (!isJson(request)) return 'not-json';
  const value = parse(request.rawBody);
  if (value === undefined) return 'broken-json';
  const parsed = bodySchema.safeParse(value);
  return parsed.success ? parsed.data : 'no-text';
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

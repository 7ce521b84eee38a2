/**
 * The shape of a refusal over HTTP.
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */

import { z } from 'zod';
import { codeSchema } from './statements';

export const problemSchema = z.strictObject({
  type: z.string().describe('Names the kind of problem; stays when texts change.'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('What is wrong and what to do, in the language of the caller.'),
  nearest: z.array(codeSchema).optional().describe('Codes with an entry that are close to what was written.'),
});

export type Problem = z.infer<typeof problemSchema>;

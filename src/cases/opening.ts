/** What the answer to a post begins with, where that is more than the codes tell: kept with the case, to be drawn again. */

import { z } from 'zod';
import { findingSchema, MOST_FINDINGS } from '../diagnosis/finding';

const id = z
  .string()
  .max(48)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const openingSchema = z.strictObject({
  /** `guide` begins in the middle of a procedure, `evidence` with what was pasted, `choices` with what it may be. */
  move: z.enum(['answer', 'guide', 'evidence', 'choices']),
  procedure: id.optional(),
  step: id.optional(),
  /** Found by what somebody described: nobody has named the code. */
  described: z.literal(true).optional(),
  /** What the pasted output says. */
  findings: z.array(findingSchema).max(MOST_FINDINGS).optional(),
});

export type Opening = z.infer<typeof openingSchema>;

/** The opening in a stored text; `undefined` for what another release may have written otherwise. Never throws. */
export function readOpening(json: string | null): Opening | undefined {
  if (json === null) return undefined;
  try {
    return openingSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

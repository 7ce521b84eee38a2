/** Exceptions to lint rules: `knowledge/exceptions.json`. Each names one finding, says why, and ends on a day. */

import { z } from 'zod';
import type { Finding } from './finding';

const exceptionSchema = z.strictObject({
  rule: z.string().min(1),
  /** Path below the knowledge folder. */
  file: z.string().min(1),
  /** The finding's value: the code, number or word that was found. */
  value: z.string().min(1),
  reason: z.string().min(1),
  /** The last day on which the exception holds; without it, as long as it is needed. */
  expires: z.iso.date().optional(),
});

export const exceptionsSchema = z.array(exceptionSchema);
export type Exception = z.infer<typeof exceptionSchema>;

/** Tells whether an exception covers a finding, on any day. */
export function covers(exception: Exception, finding: Finding): boolean {
  return exception.rule === finding.rule && exception.file === finding.file && exception.value === finding.value;
}

/** Tells whether an exception is over. `today` is a day as `2026-11-22`. */
export function isExpired({ expires }: Exception, today: string): boolean {
  return expires !== undefined && expires < today;
}

/**
 * What a button carries. A follow-up names the view it leads to, not a change to some state that may be gone, so that a
 * button on an old card still leads somewhere. It comes back from a client, hence from anyone: parse before use.
 */

import { z } from 'zod';
import type { ErrorCode } from '../code/error-code';
import { LOCALES } from '../i18n/locale';

const codeSchema = z
  .string()
  .regex(/^0x[0-9A-F]{8}$/)
  .transform((code) => code as ErrorCode);

/**
 * The view a press leads to.
 * `answer` shows a code (or several) from the start; `step` one fix step; `all-steps` every step at once; `worked` the
 * closing view; `activation` and `not-activation` answer "were you activating Windows?"; `help` what the bot can do.
 */
export const MOVES = ['answer', 'step', 'all-steps', 'worked', 'activation', 'not-activation', 'help'] as const;

export const followUpSchema = z.strictObject({
  v: z.literal(1),
  move: z.enum(MOVES),
  locale: z.enum(LOCALES),
  /** The codes of the answer, the one in view first. Empty only for `help`. */
  codes: z.array(codeSchema).max(8),
  /** The step in view, by its id in the entry. */
  step: z.string().max(64).optional(),
  /** The slip as it was written, where the first code repairs one. */
  written: z.string().max(32).optional(),
  /** Set on the language button: the press is the person's choice of language, not only another view. */
  choice: z.literal('locale').optional(),
});

export type FollowUp = z.infer<typeof followUpSchema>;
export type Move = FollowUp['move'];

/** The follow-up in a button's payload, or `undefined` for anything that is not one of ours. Never throws. */
export function parseFollowUp(payload: unknown): FollowUp | undefined {
  const parsed = followUpSchema.safeParse(payload);
  return parsed.success ? parsed.data : undefined;
}

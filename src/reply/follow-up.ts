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

/** As many answers as a guide remembers; older ones are let go, so that a payload keeps within what a button carries. */
export const LONGEST_TRAIL = 12;

const slugSchema = z
  .string()
  .max(48)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** An answer that was given on the way: in which procedure, at which step, which one. */
export const answerGivenSchema = z.tuple([slugSchema, slugSchema, slugSchema]);

/**
 * The view a press leads to.
 * `answer` shows a code (or several) from the start; `step` one fix step; `all-steps` every step at once; `worked` the
 * closing view; `guide` a step or an outcome of a procedure; `activation` and `not-activation` answer "were you
 * activating Windows?"; `help` what the bot can do.
 */
export const MOVES = [
  'answer',
  'step',
  'all-steps',
  'worked',
  'guide',
  'activation',
  'not-activation',
  'help',
] as const;

export const followUpSchema = z.strictObject({
  v: z.literal(1),
  move: z.enum(MOVES),
  locale: z.enum(LOCALES),
  /** The codes of the answer, the one in view first. Empty only for `help`. */
  codes: z.array(codeSchema).max(8),
  /** The step in view, by its id in the entry; in a guide a step or an outcome of the procedure. */
  step: z.string().max(64).optional(),
  /** The procedure that a guide walks. */
  procedure: slugSchema.optional(),
  /** The answers that led here, the latest last. */
  trail: z.array(answerGivenSchema).max(LONGEST_TRAIL).optional(),
  /** The slip as it was written, where the first code repairs one. */
  written: z.string().max(32).optional(),
  /** Set on the language button: the press is the person's choice of language, not only another view. */
  choice: z.literal('locale').optional(),
});

export type FollowUp = z.infer<typeof followUpSchema>;
export type Move = FollowUp['move'];
export type AnswerGiven = z.infer<typeof answerGivenSchema>;

/** The follow-up in a button's payload, or `undefined` for anything that is not one of ours. Never throws. */
export function parseFollowUp(payload: unknown): FollowUp | undefined {
  const parsed = followUpSchema.safeParse(payload);
  return parsed.success ? parsed.data : undefined;
}

/**
 * What a button carries. A follow-up names the view it leads to, not a change to some state that may be gone, so that a
 * button on an old card still leads somewhere. It comes back from a client, hence from anyone: parse before use.
 */

import { z } from 'zod';
import type { ErrorCode } from '../code/error-code';
import { LOCALES } from '../i18n/locale';
import { readFollowUp } from './follow-up-line';

const codeSchema = z
  .string()
  .regex(/^0x[0-9A-F]{8}$/)
  .transform((code) => code as ErrorCode);

/** As many answers as a guide remembers; older ones are let go, so that a payload keeps within what a button carries. */
export const LONGEST_TRAIL = 12;

/** As many codes as one answer is about. */
export const MOST_CODES = 8;

const slugSchema = z
  .string()
  .max(48)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/**
 * What was tried on the way: in which procedure or in the entry of which code, at which step, with which result. In a
 * procedure the result is the answer that was given; of an entry's step it is `not-solved`.
 */
export const triedSchema = z.tuple([z.union([codeSchema, slugSchema]), slugSchema, slugSchema]);

/** The result of an entry's step that people have left behind. */
export const NOT_SOLVED = 'not-solved';

/** A case's id: 128 random bits, base64url. Whoever does not know it cannot guess it. */
export const caseIdSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** What people may answer when asked how the computer is activated; `unknown` when they cannot tell. */
export const METHOD_CHOICES = ['mak', 'kms-client', 'kms-host', 'unknown'] as const;

/** What may be known of it; `none` when the trouble has nothing to do with activation. */
export const METHODS_KNOWN = [...METHOD_CHOICES, 'none'] as const;

/**
 * Moves that lead to a view.
 * `answer` shows a code (or several) from the start; `step` one fix step; `all-steps` every step at once; `stuck` what is
 * left when the last step did not help; `worked` the closing view; `guide` a step or an outcome of a procedure;
 * `activation` and `not-activation` answer "were you activating Windows?"; `readings` shows the other ways to read a code;
 * `evidence` what pasted output says, `choices` the codes that a description may mean; `help` what the bot can do.
 */
export const VIEW_MOVES = [
  'answer',
  'step',
  'all-steps',
  'stuck',
  'worked',
  'guide',
  'activation',
  'not-activation',
  'readings',
  'evidence',
  'choices',
  'help',
] as const;

/** Moves of the help desk on a case that was handed over. */
export const DESK_MOVES = ['claim', 'assign', 'close', 'reopen'] as const;

/**
 * Moves that concern the presser or a place, and no case. `home` shows what a person can do, `settings` what is set; the
 * `settings-` moves open the forms for oneself, for this channel and for the organization; `listen-here` and `mention-here`
 * set the mode of this channel; the others say whether the presser's posts may be answered unasked. `ask` opens the form for
 * a question, `cases` lists the presser's own.
 */
export const PERSONAL_MOVES = [
  'home',
  'cases',
  'ask',
  'settings',
  'settings-mine',
  'settings-here',
  'settings-all',
  'listen-here',
  'mention-here',
  'mute-hour',
  'mute-day',
  'mute',
  'unmute',
] as const;

/**
 * `get-help` hands the case to a person; `me-too` gives the presser a copy of their own; `share` puts an answer that only
 * the presser sees into the channel; `helpful` and `unhelpful` say what the answer was worth.
 */
export const MOVES = [
  ...VIEW_MOVES,
  'get-help',
  'me-too',
  'share',
  'helpful',
  'unhelpful',
  ...DESK_MOVES,
  ...PERSONAL_MOVES,
] as const;

export const followUpSchema = z.strictObject({
  v: z.literal(1),
  move: z.enum(MOVES),
  locale: z.enum(LOCALES),
  /** The codes of the answer, the one in view first. Empty only for `help`, `evidence` and personal moves. */
  codes: z.array(codeSchema).max(MOST_CODES),
  /** The step in view, by its id in the entry; in a guide a step or an outcome of the procedure. */
  step: z.string().max(64).optional(),
  /** The procedure that a guide walks. */
  procedure: slugSchema.optional(),
  /** What was tried until here, the latest last. */
  trail: z.array(triedSchema).max(LONGEST_TRAIL).optional(),
  method: z.enum(METHODS_KNOWN).optional(),
  /** The slip as it was written, where the first code repairs one. */
  written: z.string().max(32).optional(),
  /**
   * `locale` on the language button: the press is the person's choice of language, not only another view. `edit` when the
   * post was edited to these codes; no button carries it.
   */
  choice: z.enum(['locale', 'edit']).optional(),
  /** The case that the button belongs to, and the state of it that the button was made for. */
  case: caseIdSchema.optional(),
  version: z.number().int().min(0).max(1_000_000).optional(),
});

export type FollowUp = z.infer<typeof followUpSchema>;
export type Move = FollowUp['move'];
export type DeskMove = (typeof DESK_MOVES)[number];
export type ViewMove = (typeof VIEW_MOVES)[number];
export type PersonalMove = (typeof PERSONAL_MOVES)[number];
/** What was tried, as a button carries it. */
export type TriedStep = z.infer<typeof triedSchema>;
export type MethodChoice = (typeof METHODS_KNOWN)[number];

/** Tells whether a move only leads to a view. */
export function isViewMove(move: Move): move is ViewMove {
  return (VIEW_MOVES as readonly Move[]).includes(move);
}

/** Tells whether a move is one of the help desk's. */
export function isDeskMove(move: Move): move is DeskMove {
  return (DESK_MOVES as readonly Move[]).includes(move);
}

/** Tells whether a move concerns no case. */
export function isPersonalMove(move: Move): move is PersonalMove {
  return (PERSONAL_MOVES as readonly Move[]).includes(move);
}

/** The follow-up in a button's payload, a value or a line, or `undefined` for anything else. Never throws. */
export function parseFollowUp(payload: unknown): FollowUp | undefined {
  const parsed = followUpSchema.safeParse(typeof payload === 'string' ? readFollowUp(payload) : payload);
  return parsed.success ? parsed.data : undefined;
}

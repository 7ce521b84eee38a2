/**
 * The shape of a follow-up procedure: `knowledge/procedures/<id>.json`. A procedure is a decision tree: each step asks,
 * each answer leads to another step or to an outcome.
 */

import { z } from 'zod';
import { confidenceSchema, errorCodeSchema, idSchema, localizedSchema, placeSchema, rightsSchema } from './entry';

/** As long as a button stays readable on a phone. */
const labelSchema = z.strictObject({ en: z.string().trim().min(1).max(40), 'zh-CN': z.string().trim().min(1).max(28) });
/** A card has six buttons, and two of them are for going back and for the other language. */
const MOST_ANSWERS = 4;

const answerSchema = z.strictObject({
  /** Stable within the step: a button carries it. */
  id: idSchema,
  label: labelSchema,
  /** The step or the outcome that the answer leads to. */
  next: idSchema,
});

const procedureStepSchema = z.strictObject({
  /** What to do or to find out, as one or two sentences. */
  ask: localizedSchema,
  /** Commands to run first, one a line, exactly as typed. */
  command: z.string().trim().min(1).optional(),
  runsOn: placeSchema,
  runsAs: rightsSchema,
  /** Changes or removes something that cannot be put back by repeating the step. */
  destructive: z.boolean(),
  /** What a good and a bad output look like. */
  good: localizedSchema.optional(),
  bad: localizedSchema.optional(),
  answers: z.array(answerSchema).min(1).max(MOST_ANSWERS),
  confidence: confidenceSchema,
  sources: z.array(idSchema),
});

const outcomeSchema = z.strictObject({
  /** `solved` ends well, `hand-off` passes the case to a person, `continue` points to a procedure or to a code. */
  kind: z.enum(['solved', 'hand-off', 'continue']),
  text: localizedSchema,
  procedure: idSchema.optional(),
  code: errorCodeSchema.optional(),
});

export const procedureSchema = z.strictObject({
  $schema: z.string().optional(),
  id: idSchema,
  title: localizedSchema,
  /** The step to begin with. */
  start: idSchema,
  /** Steps and outcomes by id; an id names one or the other. */
  steps: z.record(idSchema, procedureStepSchema),
  outcomes: z.record(idSchema, outcomeSchema),
  sources: z.array(idSchema).min(1),
});

/** A decision tree of steps and outcomes. */
export type Procedure = z.infer<typeof procedureSchema>;
export type ProcedureStep = z.infer<typeof procedureStepSchema>;
export type ProcedureOutcome = z.infer<typeof outcomeSchema>;

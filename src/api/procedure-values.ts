/** Procedures as plain JSON: the decision tree of one of them, and the list of all. */

import { z } from 'zod';
import type { Locale } from '../i18n/locale';
import { placeSchema, rightsSchema } from '../knowledge/entry';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Procedure, ProcedureOutcome, ProcedureStep } from '../knowledge/procedure';
import { citedSources } from './sources';
import { codeSchema, groundsSchema, idSchema, localeSchema, sourceSchema } from './statements';

const procedureStepSchema = z.strictObject({
  id: idSchema,
  ask: z.string().describe('What to do or to find out.'),
  command: z.string().optional().describe('Commands to run first, one a line, as typed.'),
  runsOn: placeSchema,
  runsAs: rightsSchema,
  destructive: z.boolean(),
  good: z.string().optional().describe('What good output looks like.'),
  bad: z.string().optional().describe('What bad output looks like.'),
  answers: z.array(
    z.strictObject({
      id: idSchema,
      label: z.string(),
      next: idSchema.describe('The step or the outcome that the answer leads to.'),
    }),
  ),
  confidence: groundsSchema,
});

const outcomeSchema = z.strictObject({
  id: idSchema,
  kind: z
    .enum(['solved', 'hand-off', 'continue'])
    .describe('solved: it works. hand-off: a person has to go on. continue: go on with the procedure or the code.'),
  text: z.string(),
  procedure: idSchema.optional(),
  code: codeSchema.optional(),
});

export const procedureValueSchema = z.strictObject({
  id: idSchema,
  locale: localeSchema,
  title: z.string(),
  start: idSchema.describe('The step to begin with.'),
  steps: z.array(procedureStepSchema),
  outcomes: z.array(outcomeSchema),
  sources: z.array(sourceSchema),
});

export const procedureListSchema = z.strictObject({
  locale: localeSchema,
  procedures: z.array(z.strictObject({ id: idSchema, title: z.string(), steps: z.number().int() })),
});

export type ProcedureValue = z.infer<typeof procedureValueSchema>;
export type ProcedureList = z.infer<typeof procedureListSchema>;

/** All procedures, in the order of their ids. */
export function listProcedures({ procedures }: KnowledgeBase, locale: Locale): ProcedureList {
  const list = [...procedures.values()].map(({ id, title, steps }) => ({
    id,
    title: title[locale],
    steps: Object.keys(steps).length,
  }));
  return { locale, procedures: list.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

export function describeProcedure(procedure: Procedure, knowledge: KnowledgeBase, locale: Locale): ProcedureValue {
  const { id, title, start, steps, outcomes, sources } = procedure;
  return {
    ...{ id, locale, title: title[locale], start },
    steps: Object.entries(steps).map(([stepId, step]) => describeStep(stepId, step, locale)),
    outcomes: Object.entries(outcomes).map(([outcomeId, outcome]) => describeOutcome(outcomeId, outcome, locale)),
    sources: citedSources(sources, knowledge, locale),
  };
}

function describeStep(id: string, step: ProcedureStep, locale: Locale): ProcedureValue['steps'][number] {
  const { ask, command, runsOn, runsAs, destructive, good, bad, answers, confidence } = step;
  return {
    id,
    ask: ask[locale],
    ...(command === undefined ? {} : { command }),
    ...{ runsOn, runsAs, destructive },
    ...(good === undefined ? {} : { good: good[locale] }),
    ...(bad === undefined ? {} : { bad: bad[locale] }),
    answers: answers.map((answer) => ({ id: answer.id, label: answer.label[locale], next: answer.next })),
    confidence,
  };
}

function describeOutcome(id: string, outcome: ProcedureOutcome, locale: Locale): ProcedureValue['outcomes'][number] {
  const { kind, text, procedure, code } = outcome;
  return {
    ...{ id, kind, text: text[locale] },
    ...(procedure === undefined ? {} : { procedure }),
    ...(code === undefined ? {} : { code }),
  };
}

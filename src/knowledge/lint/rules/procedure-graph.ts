/** Rule: a procedure can be walked: nothing leads nowhere, nothing is out of reach, and every path ends. */

import type { ErrorCode } from '../../../code/error-code';
import type { Procedure } from '../../procedure';
import type { Rule } from '../rule';

export const procedureGraph: Rule = {
  id: 'procedure-graph',
  description:
    'Every next exists, every step and outcome is reachable, every path can end in an outcome that leads on.',
  check({ procedures, entries }) {
    const codes = new Set(entries.map(({ value }) => value.code));
    return procedures.flatMap(({ file, value }) =>
      [
        ...danglingAnswers(value),
        ...unreachable(value),
        ...endless(value),
        ...ambiguous(value),
        ...deadEnds(value, codes),
      ].map((fault) => ({
        file: file.path,
        ...fault,
      })),
    );
  },
};

function danglingAnswers(procedure: Procedure) {
  const targets = [
    { path: 'start', next: procedure.start, isKnown: Object.hasOwn(procedure.steps, procedure.start) },
    ...Object.entries(procedure.steps).flatMap(([id, { answers }]) =>
      answers.map(({ id: answer, next }) => ({
        path: `steps.${id}.answers.${answer}`,
        next,
        isKnown: Object.hasOwn(procedure.steps, next) || Object.hasOwn(procedure.outcomes, next),
      })),
    ),
  ];
  return targets
    .filter(({ isKnown }) => !isKnown)
    .map(({ path, next }) => ({
      path,
      value: next,
      what: `${path} leads to "${next}", which does not exist`,
      why: 'its button would lead nowhere',
      fix: `add the step or outcome "${next}", or correct the id`,
    }));
}

function unreachable(procedure: Procedure) {
  const reached = walk([procedure.start], (id) => nextOf(procedure, id));
  return [...Object.keys(procedure.steps), ...Object.keys(procedure.outcomes)]
    .filter((id) => !reached.has(id))
    .map((id) => ({
      path: id,
      value: id,
      what: `no answer leads to "${id}"`,
      why: 'nobody would ever see it',
      fix: 'lead an answer to it, or remove it',
    }));
}

/** Walks backward from the outcomes: a step that is not met cannot end. */
function endless(procedure: Procedure) {
  const ending = walk(Object.keys(procedure.outcomes), (target) =>
    Object.keys(procedure.steps).filter((id) => nextOf(procedure, id).includes(target)),
  );
  return Object.keys(procedure.steps)
    .filter((id) => !ending.has(id))
    .map((id) => ({
      path: `steps.${id}`,
      value: id,
      what: `no path from "${id}" ends in an outcome`,
      why: 'people would go round in circles',
      fix: 'lead one of its answers, or of the steps after it, to an outcome',
    }));
}

/** An outcome that sends people on must say where, and to a code only where there is an answer for it. */
function deadEnds(procedure: Procedure, codes: ReadonlySet<ErrorCode>) {
  return Object.entries(procedure.outcomes)
    .filter(([, { kind, procedure: next, code }]) => {
      return code === undefined ? kind === 'continue' && next === undefined : !codes.has(code);
    })
    .map(([id, { code }]) => ({
      path: `outcomes.${id}`,
      value: id,
      what: code === undefined ? `"${id}" continues nowhere` : `"${id}" leads to ${code}, which has no entry`,
      why: 'its button would lead nowhere',
      fix: 'name a procedure, or a code that has an entry',
    }));
}

function ambiguous(procedure: Procedure) {
  return Object.keys(procedure.steps)
    .filter((id) => Object.hasOwn(procedure.outcomes, id))
    .map((id) => ({
      path: id,
      value: id,
      what: `"${id}" names both a step and an outcome`,
      why: 'an answer that leads there could mean either',
      fix: 'rename one of them',
    }));
}

function nextOf(procedure: Procedure, id: string): string[] {
  return procedure.steps[id]?.answers.map(({ next }) => next) ?? [];
}

function walk(from: readonly string[], nextIds: (id: string) => readonly string[]): Set<string> {
  const seen = new Set(from);
  for (const id of seen) for (const next of nextIds(id)) seen.add(next);
  return seen;
}

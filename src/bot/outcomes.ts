/** What a post or a move adds to the counters: codes, steps and languages, nobody's name. */

import type { CaseHead, CaseMove, CaseState } from '../cases/case';
import type { ErrorCode } from '../code/error-code';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { type FollowUp, NOT_SOLVED, type TriedStep } from '../reply/follow-up';
import type { Outcome, OutcomeKind } from '../store/ports';

/** Of a new case: its first code was answered; each of its codes without an entry is one that nobody here could answer. */
export function outcomesOfPost(head: CaseHead, knowledge: KnowledgeBase): Outcome[] {
  const unknown = head.codes.filter((code) => knowledge.find(code) === undefined);
  return [
    ...head.codes.slice(0, 1).map((code) => outcome('answered', code, '', head, head.locale, head.openedAtMs)),
    ...unknown.map((code) => outcome('no-entry', code, '', head, head.locale, head.openedAtMs)),
  ];
}

/** Of a move; nothing is counted twice in one case, however often people go back and forth. */
export function outcomesOfMove(move: CaseMove, before: CaseState, earlier: readonly CaseMove[]): Outcome[] {
  const { followUp, atMs } = move;
  const count = (kind: OutcomeKind, code: ErrorCode | undefined, step: string) =>
    code === undefined ? [] : [outcome(kind, code, step, before.head, followUp.locale, atMs)];
  const [lead] = followUp.codes;
  const isFirst = !earlier.some((each) => each.followUp.move === followUp.move);

  if (followUp.move === 'get-help') return isFirst ? count('handed-over', lead, '') : [];
  if (followUp.move === 'worked') {
    return isFirst && before.handOff === undefined ? count('solved', lead, stepOf(followUp)) : [];
  }
  const known = earlier.flatMap((each) => each.followUp.trail ?? []);
  return (followUp.trail ?? [])
    .filter((tried) => tried[2] === NOT_SOLVED && !known.some((other) => isSame(tried, other)))
    .flatMap(([code, step]) => count('not-solved', code as ErrorCode, step));
}

function stepOf({ procedure, step = '' }: FollowUp): string {
  return procedure === undefined ? step : `${procedure}/${step}`;
}

function isSame(one: TriedStep, other: TriedStep): boolean {
  return one.every((part, index) => part === other[index]);
}

function outcome(
  kind: OutcomeKind,
  code: ErrorCode,
  step: string,
  { platform, tenant }: CaseHead,
  locale: Outcome['locale'],
  atMs: number,
): Outcome {
  return { kind, code, step, locale, platform, tenant, atMs };
}

/** What the counters tell about a time: which codes came up, what helped without a person, and where the gaps are. */

import type { ErrorCode } from '../../code/error-code';
import type { OutcomeCount, OutcomeKind } from '../../store/ports';

/** A share of fewer cases says more about chance than about the answers. */
const FEWEST_FOR_A_SHARE = 5;

export interface CodeReport {
  readonly code: ErrorCode;
  readonly answered: number;
  readonly solved: number;
  readonly handedOver: number;
}

export interface StepReport {
  readonly code: ErrorCode;
  /** The step's id in the entry, or `<procedure>/<step>`. */
  readonly step: string;
  /** In how many cases people went on from it, and in how many it was the one that worked. */
  readonly leftBehind: number;
  readonly helped: number;
}

/**
 * All lists are complete, the most frequent first. What the figures mean, and what they do not:
 * - `answered` are cases, one a post, counted under the code that was shown first; codes without an entry are among them.
 * - `solved` are cases in which somebody pressed "It worked" before anybody had asked for a person. That is all that
 *   counters can know: who is helped and says nothing is not in it, so the true number may be higher. Someone may also
 *   have been asked outside the bot.
 * - `handedOver` are cases in which help was asked for, solved afterwards or not.
 * - A case is counted under the code in view at that moment and on the day of each press. So `solved` can exceed
 *   `answered` for one code, or in a short time for all of them; there is no share of a single code.
 * - `helpful` and `unhelpful` are what people have said of an answer, each person once a case. Few people say anything.
 * - Nothing tells how often a step was shown, so `steps` sets side by side how often people went on from it and how often
 *   it was the step that worked. A first step of a frequent code leads the list even when it helps most of them.
 */
export interface Report {
  readonly answered: number;
  readonly solved: number;
  readonly handedOver: number;
  /** `solved` of `answered`, 0 to 1; absent where the cases are too few, or where more were solved than answered. */
  readonly solvedShare?: number;
  readonly helpful: number;
  readonly unhelpful: number;
  readonly codes: readonly CodeReport[];
  /** Codes without an entry, in how many cases. */
  readonly unanswered: readonly { readonly code: ErrorCode; readonly cases: number }[];
  readonly steps: readonly StepReport[];
}

/** The report on these counters, all languages together. */
export function makeReport(counts: readonly OutcomeCount[]): Report {
  const answered = total('answered', counts);
  const solved = total('solved', counts);
  return {
    answered,
    solved,
    handedOver: total('handed-over', counts),
    ...(answered < FEWEST_FOR_A_SHARE || solved > answered ? {} : { solvedShare: solved / answered }),
    helpful: total('helpful', counts),
    unhelpful: total('unhelpful', counts),
    codes: codesOf(counts),
    unanswered: unansweredOf(counts),
    steps: stepsOf(counts),
  };
}

function total(kind: OutcomeKind, counts: readonly OutcomeCount[]): number {
  return counts.filter((each) => each.kind === kind).reduce((sum, { count }) => sum + count, 0);
}

function codesOf(counts: readonly OutcomeCount[]): CodeReport[] {
  return [...group(counts, ({ code }) => code).values()]
    .map(
      (ofCode): CodeReport => ({
        code: ofCode[0].code,
        answered: total('answered', ofCode),
        solved: total('solved', ofCode),
        handedOver: total('handed-over', ofCode),
      }),
    )
    .filter(({ answered, solved, handedOver }) => answered + solved + handedOver > 0)
    .sort((a, b) => b.answered - a.answered || compare(a.code, b.code));
}

function unansweredOf(counts: readonly OutcomeCount[]): Report['unanswered'] {
  const unknown = counts.filter(({ kind }) => kind === 'no-entry');
  return [...group(unknown, ({ code }) => code).values()]
    .map((ofCode) => ({ code: ofCode[0].code, cases: total('no-entry', ofCode) }))
    .sort((a, b) => b.cases - a.cases || compare(a.code, b.code));
}

function stepsOf(counts: readonly OutcomeCount[]): StepReport[] {
  const ofSteps = counts.filter(({ step }) => step !== '');
  return [...group(ofSteps, ({ code, step }) => `${code} ${step}`).values()]
    .map(
      (ofStep): StepReport => ({
        code: ofStep[0].code,
        step: ofStep[0].step,
        leftBehind: total('not-solved', ofStep),
        helped: total('solved', ofStep),
      }),
    )
    .filter(({ leftBehind }) => leftBehind > 0)
    .sort((a, b) => b.leftBehind - a.leftBehind || compare(a.code, b.code) || compare(a.step, b.step));
}

/** Never an empty group. */
type Group = readonly [OutcomeCount, ...OutcomeCount[]];

function group(counts: readonly OutcomeCount[], keyOf: (count: OutcomeCount) => string): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const count of counts) {
    const known = groups.get(keyOf(count));
    groups.set(keyOf(count), known === undefined ? [count] : [...known, count]);
  }
  return groups;
}

/** The same order on every machine, whatever its language. */
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

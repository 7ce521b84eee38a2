/** A procedure as text to walk along: each step with its answers, and where each of them leads. */

import type { ProcedureValue } from '../api/procedure-values';
import { labelsFor } from '../i18n/labels/labels';
import { contextOf } from '../resolver/describe-step';

type Step = ProcedureValue['steps'][number];
type Outcome = ProcedureValue['outcomes'][number];

/** All of it, the first step first. Ids stand in brackets: an answer leads to one of them. */
export function tellProcedure({ title, start, steps, outcomes, locale }: ProcedureValue): string {
  const labels = labelsFor(locale);
  const ends = { solved: labels.guide.solved, 'hand-off': labels.guide.handOff, continue: labels.guide.next };
  const inOrder = [...steps].sort((a, b) => Number(b.id === start) - Number(a.id === start));

  function tellStep({ id, ask, command, runsOn, runsAs, destructive, good, bad, answers, confidence }: Step): string {
    const context = contextOf({ runsOn, runsAs, command }, labels).join(labels.separator);
    const output = [good, bad].filter((text) => text !== undefined);
    return [
      `[${id}] ${ask}${confidence === 'likely' ? labels.likely : ''}`,
      ...(destructive ? [`  ${labels.warning}${labels.colon}${labels.guide.destructive}`] : []),
      `  ${context}`,
      ...(command === undefined ? [] : command.split('\n').map((line) => `    ${line}`)),
      ...(output.length === 0
        ? []
        : [`  ${labels.guide.output}${labels.colon}`, ...output.map((text) => `  - ${text}`)]),
      ...answers.map(({ label, next }) => `  ${labels.guide.answered(label, `[${next}]`)}`),
    ].join('\n');
  }

  function tellOutcome({ id, kind, text, procedure, code }: Outcome): string {
    const onward = [procedure, code].filter((target) => target !== undefined).map((target) => labels.aside(target));
    return `[${id}] ${ends[kind]}${labels.colon}${text}${onward.join('')}`;
  }

  return [title, ...inOrder.map(tellStep), ...outcomes.map(tellOutcome)].join('\n\n');
}

/** The ids of steps and answers: buttons carry them, up to a dozen at once, and the platforms limit what a button holds. */

import type { Entry } from '../knowledge/entry';
import type { Procedure } from '../knowledge/procedure';
import type { OverlayFault } from './fault';
import type { Item } from './read-items';

/** Twelve steps that were tried, with three ids each, leave room for all else that Slack's 2,000 characters must hold. */
const LONGEST_ID = 32;

export function checkEntryIds({ steps, elsewhere }: Entry, item: Item | undefined): OverlayFault[] {
  return faultsOf(item, [
    ...steps.map(({ id }, index) => ({ id, at: `steps[${index}].id` })),
    ...(elsewhere?.steps ?? []).map(({ id }, index) => ({ id, at: `elsewhere.steps[${index}].id` })),
  ]);
}

export function checkProcedureIds({ id, steps, outcomes }: Procedure, item: Item | undefined): OverlayFault[] {
  return faultsOf(item, [
    { id, at: 'id' },
    ...Object.keys(steps).map((step) => ({ id: step, at: `steps.${step}` })),
    ...Object.keys(outcomes).map((outcome) => ({ id: outcome, at: `outcomes.${outcome}` })),
    ...Object.entries(steps).flatMap(([step, { answers }]) =>
      answers.map((answer, index) => ({ id: answer.id, at: `steps.${step}.answers[${index}].id` })),
    ),
  ]);
}

function faultsOf(
  item: Item | undefined,
  ids: readonly { readonly id: string; readonly at: string }[],
): OverlayFault[] {
  if (item === undefined) return [];
  return ids
    .filter(({ id }) => id.length > LONGEST_ID)
    .map(({ id, at }) => ({
      file: item.origin.file,
      at: item.origin.pathTo(at),
      what: `the id has ${id.length} characters of at most ${LONGEST_ID}`,
      why: 'buttons carry the ids of what was tried, and the platforms refuse a button that holds too much',
      fix: 'give it a shorter one',
    }));
}

/** The steps that were tried in a case, with who tried them and when. */

import { LONGEST_TRAIL, type TriedStep } from '../reply/follow-up';

export interface Tried {
  readonly step: TriedStep;
  readonly person: string;
  readonly atMs: number;
}

/**
 * What was tried after a move whose button carried `trail`: steps gone back on are dropped, new ones are the mover's.
 * A button carries only the latest steps, so a full trail may begin in the midst of what is known.
 */
export function followTrail(
  known: readonly Tried[],
  trail: readonly TriedStep[],
  by: { readonly person: string; readonly atMs: number },
): readonly Tried[] {
  const kept = longestAgreement(known, trail);
  return [...known.slice(0, kept.upTo), ...trail.slice(kept.steps).map((step) => ({ step, ...by }))];
}

/** How many of the known steps remain, and how many of the trail's are among them. */
function longestAgreement(known: readonly Tried[], trail: readonly TriedStep[]): { upTo: number; steps: number } {
  // While everything fits on a button, its trail tells everything from the start.
  const lastStart = known.length < LONGEST_TRAIL ? 0 : known.length - 1;
  let best = { upTo: 0, steps: 0 };
  for (let start = 0; start <= lastStart; start += 1) {
    const steps = agreeFrom(known, trail, start);
    // Of two that agree as well, the later: people go back a little more often than to the beginning.
    if (steps > 0 && steps >= best.steps) best = { upTo: start + steps, steps };
  }
  return best;
}

function agreeFrom(known: readonly Tried[], trail: readonly TriedStep[], start: number): number {
  let steps = 0;
  while (isSame(known[start + steps]?.step, trail[steps])) steps += 1;
  return steps;
}

function isSame(one: TriedStep | undefined, other: TriedStep | undefined): boolean {
  return one !== undefined && other !== undefined && one.every((part, index) => part === other[index]);
}

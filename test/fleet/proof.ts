/** A proof: what it is called, what it shows, and how it runs. */

import type { Random } from '../faults/random';

export interface Circumstances {
  readonly seed: number;
  readonly random: Random;
  /** 1 for the counts and durations of the figure; less for a look. */
  readonly scale: number;
  /** 1 for the rates of the figure; less on a machine that has other things to do. */
  readonly pace: number;
  say(line: string): void;
}

export interface Outcome {
  readonly figures: readonly string[];
  /** Empty where everything is as promised. */
  readonly faults: readonly string[];
}

export interface Proof {
  /** The number of its figure in `docs/reliability.md`. */
  readonly figure: string;
  readonly about: string;
  run(circumstances: Circumstances): Promise<Outcome>;
}

/** At least one, and so many of them at full scale. */
export function scaled(count: number, { scale }: Pick<Circumstances, 'scale'>): number {
  return Math.max(1, Math.round(count * scale));
}

const MOST_GROWTH = 0.05;
const MOST_GROWTH_BYTES = 20 * 2 ** 20;

/** Whether a process holds no more memory than noise explains: of two, the larger bound counts. */
export function isSteady(beforeBytes: number, afterBytes: number): boolean {
  return afterBytes - beforeBytes <= Math.max(MOST_GROWTH * beforeBytes, MOST_GROWTH_BYTES);
}

/** The fault, unless the condition holds. */
export function expect(holds: boolean, fault: string): readonly string[] {
  return holds ? [] : [fault];
}

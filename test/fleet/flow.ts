/** Work at a pace: so many a second whatever becomes of them, or so many at a time. */

import { pause } from './deliver';

const TICK_MS = 5;

/**
 * Begins work so often a second until `isOver` says so, and resolves when all of it is done. The pace rises evenly to that
 * within the first `riseMs`, as no channel begins with its busiest second.
 */
export async function flowAt(
  perSecond: number,
  isOver: (begun: number) => boolean,
  work: () => Promise<unknown>,
  riseMs = 0,
) {
  const startMs = performance.now();
  const underWay = new Set<Promise<unknown>>();
  let begun = 0;
  while (!isOver(begun)) {
    const due = (fullPaceMs(performance.now() - startMs, riseMs) / 1_000) * perSecond;
    for (; begun < due && !isOver(begun); begun += 1) {
      const job = work();
      underWay.add(job);
      void job.finally(() => underWay.delete(job));
    }
    await pause(TICK_MS);
  }
  await Promise.all(underWay);
}

/** How long the full pace would take for what is due after so long. */
function fullPaceMs(sinceMs: number, riseMs: number): number {
  return sinceMs < riseMs ? sinceMs ** 2 / (2 * riseMs) : sinceMs - riseMs / 2;
}

/** Does all of the work, so many at a time. */
export async function flowThrough(total: number, atOnce: number, work: (index: number) => Promise<unknown>) {
  let next = 0;
  async function runLane(): Promise<void> {
    while (next < total) {
      next += 1;
      await work(next - 1);
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, total) }, runLane));
}

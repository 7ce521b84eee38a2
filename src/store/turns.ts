/** Whose turn is when: the arithmetic of paces, without a database. */

import type { Pace } from './ports';

/** By key: when the next turn would be free if there were no burst. */
export type FreeTimes = Map<string, number>;

/** Takes a turn for each request in order, writes them into `freeAt`, and gives their times. */
export function takeTurns(requests: readonly (readonly Pace[])[], freeAt: FreeTimes, nowMs: number): readonly number[] {
  return requests.map((paces) => {
    const turnMs = Math.max(nowMs, ...paces.map((pace) => earliest(pace, freeAt)));
    for (const { key, everyMs } of paces) {
      freeAt.set(key, Math.ceil(Math.max(freeAt.get(key) ?? 0, turnMs) + everyMs));
    }
    return turnMs;
  });
}

function earliest({ key, everyMs, burst }: Pace, freeAt: FreeTimes): number {
  return (freeAt.get(key) ?? 0) - Math.floor(everyMs * (burst - 1));
}

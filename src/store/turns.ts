/** Whose turn is when: the arithmetic of paces, without a database. */

import type { Pace } from './ports';

/** By key: when the next turn would be free if there were no burst. */
export type FreeTimes = Map<string, number>;

/**
 * For each request in order: 0 where all its paces allow it now, and its turns are written into `freeAt`; otherwise how long
 * until they do.
 */
export function takeTurns(requests: readonly (readonly Pace[])[], freeAt: FreeTimes, nowMs: number): readonly number[] {
  return requests.map((paces) => {
    const waitMs = Math.max(0, ...paces.map((pace) => earliest(pace, freeAt) - nowMs));
    if (waitMs > 0) return waitMs;
    for (const { key, everyMs } of paces) freeAt.set(key, Math.ceil(Math.max(freeAt.get(key) ?? 0, nowMs) + everyMs));
    return 0;
  });
}

function earliest({ key, everyMs, burst }: Pace, freeAt: FreeTimes): number {
  return (freeAt.get(key) ?? 0) - Math.floor(everyMs * (burst - 1));
}

/** How often one caller may ask: a bucket of tokens for each, refilled evenly, in a memory that does not grow. */

import { LRUCache } from 'lru-cache';

/** Whoever has been forgotten begins with a full bucket; that takes as many callers as this in the meantime. */
const MOST_CALLERS = 10_000;
const MINUTE_MS = 60_000;

interface Bucket {
  readonly left: number;
  readonly atMs: number;
}

export interface RateLimit {
  /** Takes one from the caller's bucket. 0 if there was one, otherwise the whole seconds until there is. */
  take(caller: string): number;
}

export function createRateLimit({
  perMinute,
  now,
}: {
  readonly perMinute: number;
  readonly now: () => number;
}): RateLimit {
  const buckets = new LRUCache<string, Bucket>({ max: MOST_CALLERS });
  const msPerToken = MINUTE_MS / perMinute;

  return {
    take(caller) {
      const atMs = now();
      const last = buckets.get(caller) ?? { left: perMinute, atMs };
      const refilled = Math.max(atMs - last.atMs, 0) / msPerToken;
      const left = Math.min(last.left + refilled, perMinute);
      const isFree = left >= 1;
      buckets.set(caller, { left: isFree ? left - 1 : left, atMs });
      return isFree ? 0 : Math.ceil(((1 - left) * msPerToken) / 1000);
    },
  };
}

/**
 * Token buckets in a memory that does not grow: each name may take so many a minute, and saves up no more than a minute's
 * worth. A bucket is kept as the moment at which it will be full again; who is not known has a full one.
 */

import { LRUCache } from 'lru-cache';

/** Whoever has been forgotten begins with a full bucket; that takes as many others as this in the meantime. */
const MOST_NAMES = 10_000;
export const MINUTE_MS = 60_000;
/** Fractions of the time for one token do not add up exactly. */
export const ROUNDING_MS = 1;

export interface TokenBuckets {
  /** Takes one from the bucket of that name. 0 if there was one, otherwise the whole seconds until there is. */
  take(name: string): number;
}

export function createTokenBuckets({
  perMinute,
  now,
}: {
  readonly perMinute: number;
  readonly now: () => number;
}): TokenBuckets {
  const fullAgainAt = new LRUCache<string, number>({ max: MOST_NAMES });
  const msPerToken = MINUTE_MS / perMinute;

  return {
    take(name) {
      const atMs = now();
      // A clock that was set back must not leave anybody with less than an empty bucket.
      const fullAtMs = Math.min(Math.max(fullAgainAt.get(name) ?? atMs, atMs), atMs + MINUTE_MS);
      const waitMs = fullAtMs + msPerToken - (atMs + MINUTE_MS);
      if (waitMs >= ROUNDING_MS) return Math.ceil(waitMs / 1000);
      fullAgainAt.set(name, fullAtMs + msPerToken);
      return 0;
    },
  };
}

/**
 * Token buckets in a memory that does not grow: each name may take so many a minute, and saves up what comes in a while. A
 * bucket is kept as the moment at which it will be full again; who is not known has a full one.
 */

import { LRUCache } from 'lru-cache';

/** Whoever has been forgotten begins with a full bucket; that takes as many others as this in the meantime. */
const MOST_NAMES = 10_000;
const MINUTE_MS = 60_000;
/** Fractions of the time for one token do not add up exactly. */
export const ROUNDING_MS = 1;

export interface TokenBuckets {
  /** Takes one from the bucket of that name. 0 if there was one, otherwise the whole seconds until there is. */
  take(name: string): number;
}

/** How fast a bucket fills, and how much it holds. */
export interface BucketSize {
  readonly perMinute: number;
  /** What comes in this time is what it holds, but always one; a minute where nothing is said. */
  readonly holdsMs?: number;
}

/** The time in which one token comes, and that in which an empty bucket fills. */
export function timesOf({ perMinute, holdsMs = MINUTE_MS }: BucketSize): {
  readonly eachMs: number;
  readonly fullMs: number;
} {
  const eachMs = MINUTE_MS / perMinute;
  return { eachMs, fullMs: Math.max(holdsMs, eachMs) };
}

export function createTokenBuckets({ now, ...size }: BucketSize & { readonly now: () => number }): TokenBuckets {
  const fullAgainAt = new LRUCache<string, number>({ max: MOST_NAMES });
  const { eachMs, fullMs } = timesOf(size);

  return {
    take(name) {
      const atMs = now();
      // A clock that was set back must not leave anybody with less than an empty bucket.
      const fullAtMs = Math.min(Math.max(fullAgainAt.get(name) ?? atMs, atMs), atMs + fullMs);
      const waitMs = fullAtMs + eachMs - (atMs + fullMs);
      if (waitMs >= ROUNDING_MS) return Math.ceil(waitMs / 1000);
      fullAgainAt.set(name, fullAtMs + eachMs);
      return 0;
    },
  };
}

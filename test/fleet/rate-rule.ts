/** A platform's limit: so many calls at once, and then one every so often, for each of many places. */

export interface RateRule {
  /** How long the caller has to wait; 0 when the call counts and may go on. */
  check(key: string, nowMs: number): number;
}

/** Places whose bucket is full again are forgotten at this number. */
const MOST_PLACES = 20_000;

export function createRateRule({ everyMs, burst }: { readonly everyMs: number; readonly burst: number }): RateRule {
  /** When the bucket of a place is full again. */
  const fullAt = new Map<string, number>();
  return {
    check(key, nowMs) {
      const from = Math.max(fullAt.get(key) ?? 0, nowMs);
      const waitMs = from + everyMs - (nowMs + burst * everyMs);
      if (waitMs > 0) return waitMs;
      if (fullAt.size >= MOST_PLACES) {
        for (const [place, atMs] of fullAt) if (atMs <= nowMs) fullAt.delete(place);
      }
      fullAt.set(key, from + everyMs);
      return 0;
    },
  };
}

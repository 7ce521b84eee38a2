/** How much one organization may send, asked for what has been verified: one that floods us must not slow the others. */

import type { RawResponse } from '../ops/http';
import type { Logger } from '../ops/logger';
import type { Metrics } from '../ops/metrics';

/**
 * `posts` is all that people and programs write, `asks` is the rest: presses, forms, commands, installations. Each has a
 * count of its own, so that a channel full of posts takes nobody's buttons away.
 */
export interface Sent {
  readonly platform: string;
  readonly tenant: string;
  readonly kind: 'posts' | 'asks';
}

export interface InboundLimit {
  /** Counts one. 0 when it is within the limit, otherwise the whole seconds until the next one is. Never rejects. */
  take(sent: Sent): Promise<number>;
}

export const NO_LIMIT: InboundLimit = { take: async () => 0 };

/** What the sender is told who must wait. */
export function tooManyResponse(waitS: number): RawResponse {
  return { status: 429, headers: { 'retry-after': String(waitS) } };
}

const COMPLAINT_PAUSE_MS = 60_000;

/** Makes it of buckets that are named by organization and kind. */
export function createInboundLimit(options: {
  readonly buckets: { take(name: string): number | Promise<number> };
  readonly logger: Logger;
  readonly metrics: Pick<Metrics, 'count'>;
  readonly now: () => number;
}): InboundLimit {
  const { buckets, logger, metrics, now } = options;
  let complainedAtMs = Number.NEGATIVE_INFINITY;

  /** A flood must not fill the log as well. */
  function complain(platform: string, tenant: string): void {
    if (now() - complainedAtMs < COMPLAINT_PAUSE_MS) return;
    complainedAtMs = now();
    logger.warn(
      { platform, tenant },
      'An organization sends more than HEXFIX_EVENTS_PER_MINUTE; what is beyond it is turned away with 429',
    );
  }

  return {
    async take({ platform, tenant, kind }) {
      const waitS = await buckets.take(JSON.stringify([platform, tenant, kind]));
      if (waitS > 0) {
        metrics.count('hexfix_refusals_total', { platform, reason: 'too-many' });
        complain(platform, tenant);
      }
      return waitS;
    },
  };
}

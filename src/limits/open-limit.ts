/** The inbound limit that the settings name: counted here alone, or together with the other replicas through Redis. */

import type { Logger } from '../ops/logger';
import type { Metrics } from '../ops/metrics';
import { createInboundLimit, type InboundLimit, NO_LIMIT } from './inbound-limit';
import { createSharedBuckets } from './shared-buckets';
import { createTokenBuckets } from './token-buckets';

/** What an organization has not sent it may send at once later, but not so much of it that the others would notice. */
const HOLDS_MS = 10_000;

export interface OpenLimit {
  readonly limit: InboundLimit;
  close(): void;
}

/** Opens it. Redis is not waited for. */
export function openInboundLimit(options: {
  /** 0 for no limit. */
  readonly eventsPerMinute: number;
  readonly redisUrl?: string;
  readonly logger: Logger;
  readonly metrics: Pick<Metrics, 'count'>;
}): OpenLimit {
  const { eventsPerMinute: perMinute, redisUrl, logger } = options;
  const size = { perMinute, holdsMs: HOLDS_MS };
  if (perMinute === 0) return { limit: NO_LIMIT, close: () => undefined };
  const own = createTokenBuckets({ ...size, now: Date.now });
  if (redisUrl === undefined) {
    return { limit: createInboundLimit({ ...options, buckets: own, now: Date.now }), close: () => undefined };
  }
  // The client is loaded only where it is used.
  const { connectRedis }: typeof import('./redis') = require('./redis');
  const redis = connectRedis(redisUrl);
  const buckets = createSharedBuckets({ size, redis, own, logger });
  return { limit: createInboundLimit({ ...options, buckets, now: Date.now }), close: redis.close };
}

/** Token buckets that all replicas share. While Redis does not tell, each replica goes by its own. */

import { hash } from 'node:crypto';
import type { Logger } from '../ops/logger';
import type { RedisConnection } from './redis';
import { TAKE_TOKEN } from './redis-script';
import { type BucketSize, type TokenBuckets, timesOf } from './token-buckets';

const PREFIX = 'hexfix:events:';

export interface SharedBuckets {
  /** As `TokenBuckets`; never rejects. */
  take(name: string): Promise<number>;
}

/** Makes them. `own` are the buckets of this replica alone. */
export function createSharedBuckets(options: {
  readonly size: BucketSize;
  readonly redis: Pick<RedisConnection, 'run'>;
  readonly own: TokenBuckets;
  readonly logger: Logger;
}): SharedBuckets {
  const { redis, own, logger } = options;
  const { eachMs, fullMs } = timesOf(options.size);
  let isAlone = false;

  /** Each change is told once. */
  function noteAlone(now: boolean): void {
    if (now === isAlone) return;
    isAlone = now;
    if (now) {
      logger.warn(
        {},
        'Redis does not answer in time. Until it does, each replica counts events alone; nothing is lost',
      );
    } else {
      logger.info({}, 'Redis answers again: the replicas count events together');
    }
  }

  return {
    async take(name) {
      const waitMs = await redis.run(TAKE_TOKEN, keyOf(name), String(eachMs), String(fullMs));
      noteAlone(typeof waitMs !== 'number');
      return typeof waitMs === 'number' ? Math.ceil(waitMs / 1000) : own.take(name);
    },
  };
}

/** Hashed: Redis need not know whose bucket it is. */
function keyOf(name: string): string {
  return PREFIX + hash('sha256', name, 'base64url');
}

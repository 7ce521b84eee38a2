/** Whether the store is there, and what time it has. */

import type { Kysely } from 'kysely';
import type { StoreClock } from './clock';
import type { Store } from './ports';
import type { Schema } from './schema';

export function createHealth(db: Kysely<Schema>, clock: StoreClock): Pick<Store, 'ping' | 'clockSkewMs'> {
  return {
    async ping() {
      // A table, not a bare number: an embedded database would answer that without its file.
      await db.selectFrom('paces').select('key').limit(1).execute();
    },

    async clockSkewMs() {
      const beforeMs = Date.now();
      const { now } = await db.selectNoFrom(clock.nowAtRow().as('now')).executeTakeFirstOrThrow();
      return Math.round(now - (beforeMs + Date.now()) / 2);
    },
  };
}

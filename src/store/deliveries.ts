/** Which posts were taken for handling, in SQL. */

import type { Kysely } from 'kysely';
import type { Deliveries } from './ports';
import type { Schema } from './schema';

export function createDeliveries(db: Kysely<Schema>): Deliveries {
  return {
    async claimDelivery(key, nowMs) {
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('deliveries')
        .values({ key, claimed_at: nowMs })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows > 0n;
    },

    async releaseDelivery(key) {
      await db.deleteFrom('deliveries').where('key', '=', key).execute();
    },
  };
}

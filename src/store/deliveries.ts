/** Which posts were taken for handling, in SQL. */

import type { Kysely } from 'kysely';
import type { Deliveries } from './ports';
import { prepared } from './prepared';
import type { Schema } from './schema';

export function createDeliveries(db: Kysely<Schema>): Deliveries {
  return {
    async claimDelivery(key, nowMs) {
      const { numAffectedRows } = await insertDelivery(db, { row: { key, claimed_at: nowMs } });
      return numAffectedRows !== 0n;
    },

    async releaseDelivery(key) {
      await db.deleteFrom('deliveries').where('key', '=', key).execute();
    },
  };
}

const insertDelivery = prepared((db, { row }: { row: Schema['deliveries'] }) =>
  db
    .insertInto('deliveries')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doNothing()),
);

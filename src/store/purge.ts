/** Everything of one organization, deleted at once: it has removed the bot. */

import type { Kysely } from 'kysely';
import { deleteWithCases } from './delete-cases';
import { untilNothingIsLeft } from './portions';
import type { Store } from './ports';
import type { Schema } from './schema';

/** Cases whose rows are deleted in one statement. */
const PORTION = 500;

export function createPurge(db: Kysely<Schema>): Pick<Store, 'purge'> {
  return {
    purge(platform, tenant, atMs) {
      return db.transaction().execute(async (trx) => {
        if (await isBackAgain(trx, platform, tenant, atMs)) return 0;
        // In the order of a move: the cases first, so that nobody who waits for one is waited for.
        let sum = await untilNothingIsLeft(() => deleteSomeCases(trx, platform, tenant));
        for (const table of ['effects', 'outcomes', 'settings', 'installations'] as const) {
          const { numDeletedRows } = await trx
            .deleteFrom(table)
            .where('platform', '=', platform)
            .where('tenant', '=', tenant)
            .executeTakeFirstOrThrow();
          sum += Number(numDeletedRows);
        }
        return sum;
      });
    },
  };
}

/**
 * Whether the organization has installed the bot again since. An update to what it is also keeps the installation as it
 * is until the end, and comes first: SQLite cannot turn a transaction that has read into one that writes.
 */
async function isBackAgain(trx: Kysely<Schema>, platform: string, tenant: string, atMs: number): Promise<boolean> {
  const held = await trx
    .updateTable('installations')
    .set((eb) => ({ installed_at: eb.ref('installed_at') }))
    .where('platform', '=', platform)
    .where('tenant', '=', tenant)
    .returning('installed_at')
    .execute();
  return held.some(({ installed_at: installedAtMs }) => installedAtMs > atMs);
}

async function deleteSomeCases(trx: Kysely<Schema>, platform: string, tenant: string): Promise<number> {
  const some = trx
    .selectFrom('cases')
    .select('id')
    .where('platform', '=', platform)
    .where('tenant', '=', tenant)
    .limit(PORTION);
  // Held, and gone last: whose moves and cards they are only the case tells, where the database itself asks.
  const held = await trx
    .updateTable('cases')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('id', 'in', some)
    .returning('id')
    .execute();
  const ids = held.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const sum = await deleteWithCases(trx, ids);
  await trx.deleteFrom('cases').where('id', 'in', ids).execute();
  return ids.length + sum;
}

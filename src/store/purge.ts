/** Everything of one organization, deleted at once: it has removed the bot. */

import type { Kysely } from 'kysely';
import type { Store } from './ports';
import type { Schema } from './schema';

export function createPurge(db: Kysely<Schema>): Pick<Store, 'purge'> {
  return {
    purge(platform, tenant) {
      return db.transaction().execute(async (trx) => {
        const cases = trx
          .selectFrom('cases')
          .select('id')
          .where('platform', '=', platform)
          .where('tenant', '=', tenant);
        const deleted = [
          // First what hangs on a case, while the case still tells whose it is.
          await trx.deleteFrom('moves').where('case_id', 'in', cases).executeTakeFirstOrThrow(),
          await trx.deleteFrom('cards').where('case_id', 'in', cases).executeTakeFirstOrThrow(),
        ];
        for (const table of ['cases', 'effects', 'outcomes', 'settings', 'installations'] as const) {
          deleted.push(
            await trx
              .deleteFrom(table)
              .where('platform', '=', platform)
              .where('tenant', '=', tenant)
              .executeTakeFirstOrThrow(),
          );
        }
        return deleted.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
      });
    },
  };
}

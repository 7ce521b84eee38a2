/** Which language people chose, in SQL. */

import type { Kysely } from 'kysely';
import { isLocale } from '../i18n/locale';
import type { People } from './ports';
import type { Schema } from './schema';

export function createPeople(db: Kysely<Schema>): People {
  return {
    async findLocale(person) {
      const row = await db.selectFrom('people').select('locale').where('person', '=', person).executeTakeFirst();
      return isLocale(row?.locale) ? row.locale : undefined;
    },

    async saveLocale(person, locale, nowMs) {
      const row = { locale, chosen_at: nowMs };
      await db
        .insertInto('people')
        .values({ person, ...row })
        .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
        .execute();
    },
  };
}

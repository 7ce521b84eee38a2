/** The store over SQL, the same for every database that Kysely speaks. */

import type { Kysely } from 'kysely';
import { type ErrorCode, isErrorCode } from '../code/error-code';
import { isLocale } from '../i18n/locale';
import type { Store } from './ports';
import { migrate, type Schema } from './schema';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Platforms send an event again for minutes, rarely for hours. */
const KEEP_DELIVERIES_MS = 7 * DAY_MS;
/** As long as people edit a post or press a button of it. */
const KEEP_ANSWERS_MS = 30 * DAY_MS;
const KEEP_PEOPLE_MS = 400 * DAY_MS;

/** A store in this database, its tables brought up to date. */
export async function createSqlStore(db: Kysely<Schema>): Promise<Store> {
  await migrate(db);
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

    async findAnswer(post) {
      const row = await db.selectFrom('answers').selectAll().where('post', '=', post).executeTakeFirst();
      if (row === undefined) return undefined;
      return { codes: readCodes(row.codes), ...(row.sent_id === null ? {} : { sentId: row.sent_id }) };
    },

    async saveAnswer(post, { codes, sentId }, nowMs) {
      const row = { codes: codes.join(' '), sent_id: sentId ?? null, answered_at: nowMs };
      await db
        .insertInto('answers')
        .values({ post, ...row })
        .onConflict((conflict) => conflict.column('post').doUpdateSet(row))
        .execute();
    },

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

    async prune(nowMs) {
      const deleted = [
        await db
          .deleteFrom('deliveries')
          .where('claimed_at', '<', nowMs - KEEP_DELIVERIES_MS)
          .executeTakeFirst(),
        await db
          .deleteFrom('answers')
          .where('answered_at', '<', nowMs - KEEP_ANSWERS_MS)
          .executeTakeFirst(),
        await db
          .deleteFrom('people')
          .where('chosen_at', '<', nowMs - KEEP_PEOPLE_MS)
          .executeTakeFirst(),
      ];
      return deleted.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
    },

    async close() {
      await db.destroy();
    },
  };
}

function readCodes(column: string): ErrorCode[] {
  return column.split(' ').filter(isErrorCode);
}

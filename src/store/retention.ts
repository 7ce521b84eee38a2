/** How long everything is kept, and how it goes: in small portions, so that nobody waits long for the database. */

import type { Kysely } from 'kysely';
import { CASE_KEPT_DAYS } from '../cases/case';
import { deleteWithCases } from './delete-cases';
import { hasManyWriters } from './dialect';
import { untilNothingIsLeft } from './portions';
import type { Store } from './ports';
import type { Schema } from './schema';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Platforms send an event again for minutes, rarely for hours. */
const KEEP_DELIVERIES_MS = 7 * DAY_MS;
/** Counted from the last move: as long as people come back to a problem. */
const KEEP_CASES_MS = CASE_KEPT_DAYS * DAY_MS;
/** Counted from the end: as long as somebody may ask what became of it, and the same intent may come again. */
const KEEP_ENDED_EFFECTS_MS = 7 * DAY_MS;
/** Then nobody has to wait for anything any more; without its row a pace is as good as new. */
const KEEP_PACES_MS = DAY_MS;
/** A year and a month, so that a month can be set beside the same one of last year. No person is in them. */
const KEEP_OUTCOMES_MS = 400 * DAY_MS;
/** What a person has set should outlast a year without a question; what a channel or an organization has set stays. */
const KEEP_PEOPLE_MS = 400 * DAY_MS;

/** Rows in one transaction: some milliseconds of work. */
const PORTION = 500;
/** A case has rows in four tables. */
const CASES_PORTION = 100;

export function createRetention(db: Kysely<Schema>): Pick<Store, 'prune'> {
  const passesOverHeldRows = hasManyWriters(db);

  async function pruneDeliveries(beforeMs: number): Promise<number> {
    const old = db.selectFrom('deliveries').select('key').where('claimed_at', '<', beforeMs).limit(PORTION);
    const { numDeletedRows } = await db.deleteFrom('deliveries').where('key', 'in', old).executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }

  async function prunePeople(beforeMs: number): Promise<number> {
    const old = db
      .selectFrom('settings')
      .select('key')
      .where('level', '=', 'person')
      .where('changed_at', '<', beforeMs)
      .limit(PORTION);
    const { numDeletedRows } = await db
      .deleteFrom('settings')
      .where('key', 'in', old)
      // Somebody may have chosen again in between.
      .where('changed_at', '<', beforeMs)
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }

  /** Taken again in between, they have another end. */
  async function pruneEnded(table: 'cooldowns' | 'oauth_states', nowMs: number): Promise<number> {
    const { numDeletedRows } = await db.deleteFrom(table).where('ends_at', '<', nowMs).executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }

  async function pruneEndedEffects(beforeMs: number): Promise<number> {
    const old = db
      .selectFrom('effects')
      .select('key')
      .where('ended_at', '<', beforeMs)
      .limit(PORTION)
      .$if(passesOverHeldRows, (query) => query.forUpdate().skipLocked());
    const { numDeletedRows } = await db.deleteFrom('effects').where('key', 'in', old).executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }

  async function prunePaces(beforeMs: number): Promise<number> {
    const old = db
      .selectFrom('paces')
      .select('key')
      .where('free_at', '<', beforeMs)
      .limit(PORTION)
      .$if(passesOverHeldRows, (query) => query.forUpdate().skipLocked());
    const { numDeletedRows } = await db.deleteFrom('paces').where('key', 'in', old).executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }

  /** A day at a time. */
  async function pruneOutcomes(beforeMs: number): Promise<number> {
    const { numDeletedRows } = await db
      .deleteFrom('outcomes')
      .where('day', '=', (eb) =>
        eb
          .selectFrom('outcomes as old')
          .select((old) => old.fn.min('old.day').as('day'))
          .where('old.day', '<', beforeMs),
      )
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }

  function pruneCases(beforeMs: number): Promise<number> {
    return db.transaction().execute(async (trx) => {
      const old = trx.selectFrom('cases').select('id').where('moved_at', '<', beforeMs).limit(CASES_PORTION);
      const gone = await trx
        .deleteFrom('cases')
        .where('id', 'in', old)
        // Somebody may have moved it in between.
        .where('moved_at', '<', beforeMs)
        .returning('id')
        .execute();
      const ids = gone.map(({ id }) => id);
      return ids.length + (await deleteWithCases(trx, ids));
    });
  }

  return {
    async prune(nowMs) {
      return (
        (await untilNothingIsLeft(() => pruneDeliveries(nowMs - KEEP_DELIVERIES_MS))) +
        (await untilNothingIsLeft(() => pruneCases(nowMs - KEEP_CASES_MS))) +
        (await untilNothingIsLeft(() => pruneEndedEffects(nowMs - KEEP_ENDED_EFFECTS_MS))) +
        (await untilNothingIsLeft(() => prunePaces(nowMs - KEEP_PACES_MS))) +
        (await untilNothingIsLeft(() => pruneOutcomes(nowMs - KEEP_OUTCOMES_MS))) +
        (await untilNothingIsLeft(() => prunePeople(nowMs - KEEP_PEOPLE_MS))) +
        (await pruneEnded('cooldowns', nowMs)) +
        (await pruneEnded('oauth_states', nowMs))
      );
    },
  };
}

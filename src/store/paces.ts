/**
 * Turns, in SQL. Of each pace one time is kept: when its next turn would be free if there were no burst. A turn may be
 * taken `burst - 1` steps before that, and puts it off by one step, so that in any stretch of time there are never more
 * turns than the burst and one for every step.
 */

import { type Kysely, sql } from 'kysely';
import type { StoreClock } from './clock';
import { hasManyWriters } from './dialect';
import { inPassing } from './haste';
import type { Pace, Paces } from './ports';
import { prepared } from './prepared';
import type { Schema } from './schema';
import { type FreeTimes, takeTurns } from './turns';

export function createPaces(db: Kysely<Schema>, clock: StoreClock): Paces {
  return {
    async takeTurns(requests) {
      if (requests.every((paces) => paces.length === 0)) return requests.map(() => 0);
      // A turn that is forgotten with the power is one call too many, which a platform may put off.
      return inPassing(() => db.transaction().execute((trx) => takeTurnsWithin(trx, requests, clock)));
    },

    async takeTurn({ key, everyMs, burst }) {
      const step = Math.ceil(everyMs);
      const now = clock.nowAtRow();
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('paces')
        .values({ key, free_at: sql`${now} + ${step}` })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({
              free_at: sql`case when paces.free_at > ${now} then paces.free_at else ${now} end + ${step}`,
            })
            .where(sql<boolean>`paces.free_at - ${step * (burst - 1)} <= ${now}`),
        )
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows > 0n;
    },
  };
}

/** The same within a transaction, which keeps everybody else from these paces until it ends. */
export async function takeTurnsWithin(
  trx: Kysely<Schema>,
  requests: readonly (readonly Pace[])[],
  clock: StoreClock,
): Promise<readonly number[]> {
  const keys = keysOf(requests);
  if (keys.length === 0) return requests.map(() => 0);
  const held = await holdAll(trx, keys, clock);
  const nowMs = clock.readMs?.() ?? Math.max(...held.map(({ now }) => now));
  const freeAt: FreeTimes = new Map(held.map((row) => [row.key, row.free_at]));
  const waits = takeTurns(requests, freeAt, nowMs);
  if (waits.includes(0)) await writePaces(trx, { rows: keys.map((key) => ({ key, free_at: freeAt.get(key) ?? 0 })) });
  return waits;
}

/** All go through them in the same order. */
function keysOf(requests: readonly (readonly Pace[])[]): readonly string[] {
  return [...new Set(requests.flat().map(({ key }) => key))].sort();
}

/**
 * What these paces are at, and nobody changes them until the transaction ends. Where one writes at a time, nobody else does
 * anyway; where many do, it takes rows to lock, so those that are missing are made.
 */
async function holdAll(trx: Kysely<Schema>, keys: readonly string[], clock: StoreClock) {
  const { rows } = await (hasManyWriters(trx) ? lockPaces(trx, { keys }, clock) : selectPaces(trx, { keys }, clock));
  return rows;
}

const selectPaces = prepared((db, { keys }: { keys: readonly string[] }, clock: StoreClock) =>
  db
    .selectFrom('paces')
    .select(['key', 'free_at', clock.nowAtRow().as('now')])
    .where('key', 'in', keys),
);

const lockPaces = prepared((db, { keys }: { keys: readonly string[] }, clock: StoreClock) =>
  db
    .insertInto('paces')
    .values(keys.map((key) => ({ key, free_at: 0 })))
    .onConflict((conflict) => conflict.column('key').doUpdateSet((eb) => ({ free_at: eb.ref('paces.free_at') })))
    .returning(['key', 'free_at', clock.nowAtRow().as('now')]),
);

const writePaces = prepared((db, { rows }: { rows: readonly { key: string; free_at: number }[] }) =>
  db
    .insertInto('paces')
    .values(rows)
    .onConflict((conflict) => conflict.column('key').doUpdateSet((eb) => ({ free_at: eb.ref('excluded.free_at') }))),
);

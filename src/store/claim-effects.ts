/** Who gets an effect to send: one taker at a time, of one lane one effect, and every organization its share. */

import { type ExpressionBuilder, type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';
import type { StoreClock } from './clock';
import { hasManyWriters } from './dialect';
import type { Effect, EffectClaim } from './ports';
import type { EffectTable, Schema } from './schema';

type Line = ExpressionBuilder<Schema & { effect: EffectTable }, 'effect'>;

/** Of what is chosen, others may take some in the same moment. */
const SPARE = 4;

/** One statement, so that nobody comes in between. */
export async function claimEffects(
  db: Kysely<Schema>,
  clock: StoreClock,
  { leaseMs, limit, perTenant, except }: EffectClaim,
): Promise<readonly Effect[]> {
  const now = clock.now();
  const rows = await db
    .with('ready', (qb) =>
      qb
        .selectFrom('effects as effect')
        .select(['effect.key', 'effect.due_at', 'effect.queued_at', 'effect.queued_version'])
        .select((eb) =>
          eb.fn
            .agg<number>('row_number')
            .over((over) =>
              over
                .partitionBy(['effect.platform', 'effect.tenant'])
                .orderBy('effect.due_at')
                .orderBy('effect.queued_at')
                .orderBy('effect.queued_version')
                .orderBy('effect.key'),
            )
            .as('place_in_tenant'),
        )
        .where((eb) => isFree(eb, now))
        .where((eb) => isOfNone(eb, except))
        .where(isFirstInLane),
    )
    .with('chosen', (qb) =>
      qb
        .selectFrom('ready')
        .select('ready.key')
        .where('ready.place_in_tenant', '<=', perTenant)
        .orderBy('ready.due_at')
        .orderBy('ready.queued_at')
        .orderBy('ready.queued_version')
        .orderBy('ready.key')
        .limit(limit * SPARE),
    )
    .with('taken', (qb) =>
      qb
        .selectFrom('effects as effect')
        .select('effect.key')
        .where('effect.key', 'in', (eb) => eb.selectFrom('chosen').select('chosen.key'))
        // Once more, for the row as it is when it is locked.
        .where((eb) => isFree(eb, now))
        .orderBy('effect.due_at')
        .orderBy('effect.queued_at')
        .orderBy('effect.queued_version')
        .orderBy('effect.key')
        .limit(limit)
        .$if(hasManyWriters(db), (query) => query.forUpdate().skipLocked()),
    )
    .updateTable('effects')
    .set((eb) => ({
      state: 'sending',
      attempt: eb('attempt', '+', 1),
      claims: eb('claims', '+', 1),
      // Taken while another one should still be sending it: that one's end was never recorded, and its turn is used.
      interrupted: sql`case when state = 'sending' then 1 else interrupted end`,
      has_turn: sql`case when state = 'sending' then 0 else has_turn end`,
      asked_again: 0,
      lease_ends_at: sql`${now} + ${leaseMs}`,
    }))
    .where('key', 'in', (eb) => eb.selectFrom('taken').select('taken.key'))
    .returningAll()
    .execute();
  return rows.sort(byAge).map(readEffect);
}

/** It is due, and nobody sends it. */
export function isFree(eb: Line, now: RawBuilder<number>) {
  return eb.and([
    eb('effect.due_at', '<=', now),
    eb.or([eb('effect.lease_ends_at', 'is', null), eb('effect.lease_ends_at', '<=', now)]),
  ]);
}

/** No effect of its lane waits before this one. What is in no lane waits for nothing. */
export function isFirstInLane(eb: Line) {
  const earlier = eb
    .selectFrom('effects as earlier')
    .select('earlier.key')
    .whereRef('earlier.lane', '=', 'effect.lane')
    .where('earlier.due_at', 'is not', null)
    .where(({ eb, refTuple }) =>
      eb(
        refTuple('earlier.queued_at', 'earlier.queued_version', 'earlier.key'),
        '<',
        refTuple('effect.queued_at', 'effect.queued_version', 'effect.key'),
      ),
    );
  return eb.or([eb('effect.lane', '=', ''), eb.not(eb.exists(earlier))]);
}

function isOfNone(eb: Line, tenants: EffectClaim['except']) {
  return eb.and(
    tenants.map(({ platform, tenant }) =>
      eb.or([eb('effect.platform', '!=', platform), eb('effect.tenant', '!=', tenant)]),
    ),
  );
}

/** No database promises the order of what it has updated. */
function byAge(one: Selectable<EffectTable>, other: Selectable<EffectTable>): number {
  return (
    (one.due_at ?? 0) - (other.due_at ?? 0) ||
    one.queued_at - other.queued_at ||
    one.queued_version - other.queued_version ||
    (one.key < other.key ? -1 : 1)
  );
}

function readEffect(row: Selectable<EffectTable>): Effect {
  const { key, kind, platform, tenant, case_id: caseId, version, place, message, lane, note } = row;
  return {
    key,
    kind,
    platform,
    tenant,
    caseId,
    version,
    place,
    ...(message === null ? {} : { message }),
    ...(lane === '' ? {} : { lane }),
    ...(note === null ? {} : { note }),
    attempt: row.attempt,
    lease: row.claims,
    hasTurn: row.has_turn === 1,
    interrupted: row.interrupted === 1,
  };
}

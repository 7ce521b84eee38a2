/** Who gets an effect to send: one taker at a time, of one lane one effect, and every organization its share. */

import { type ExpressionBuilder, type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';
import type { StoreClock } from './clock';
import { hasManyWriters } from './dialect';
import type { Effect, EffectClaim } from './ports';
import type { EffectTable, Schema } from './schema';

type Line = ExpressionBuilder<Schema & { effect: EffectTable }, 'effect'>;

/** The oldest first. */
const AGE = sql`due_at, queued_at, queued_version, key`;
/** Among so many of the oldest each organization gets its share. */
const VIEW = 200;

/**
 * Takes the oldest, and no more of an organization than its share. Where one has so much to send that nobody else is in
 * view, it looks beyond it.
 */
export async function claimEffects(
  db: Kysely<Schema>,
  clock: StoreClock,
  { leaseMs, limit, perTenant, except }: EffectClaim,
): Promise<readonly Effect[]> {
  const taken: Effect[] = [];
  const full = [...except];
  for (let hasMore = true; hasMore && taken.length < limit; ) {
    const room = { leaseMs, limit: limit - taken.length, perTenant, except: full };
    const some = await claimInView(db, clock, room);
    taken.push(...some);
    const tenantsNowFull = findFull(some, perTenant);
    full.push(...tenantsNowFull);
    hasMore = tenantsNowFull.length > 0;
  }
  return taken;
}

function findFull(taken: readonly Effect[], perTenant: number): EffectClaim['except'] {
  return taken.filter(
    (effect, index) => taken.slice(0, index + 1).filter((each) => isSameTenant(each, effect)).length === perTenant,
  );
}

function isSameTenant(one: Effect, other: Effect): boolean {
  return one.platform === other.platform && one.tenant === other.tenant;
}

/** One statement, so that nobody comes in between. */
async function claimInView(
  db: Kysely<Schema>,
  clock: StoreClock,
  { leaseMs, limit, perTenant, except }: EffectClaim,
): Promise<readonly Effect[]> {
  const now = clock.now();
  const rows = await db
    .with('in_view', (qb) =>
      qb
        .selectFrom('effects as effect')
        .selectAll()
        .where((eb) => isFree(eb, now))
        .where((eb) => isOfNone(eb, except))
        .where(isFirstInLane)
        .orderBy(AGE)
        .limit(VIEW),
    )
    .with('shares', (qb) =>
      qb.selectFrom('in_view').select((eb) => [
        'in_view.key',
        eb.fn
          .agg<number>('row_number')
          .over((over) => over.partitionBy(['in_view.platform', 'in_view.tenant']).orderBy(AGE))
          .as('place_in_tenant'),
      ]),
    )
    .with('taken', (qb) =>
      qb
        .selectFrom('effects as effect')
        .select('effect.key')
        .where('effect.key', 'in', (eb) =>
          eb.selectFrom('shares').select('shares.key').where('shares.place_in_tenant', '<=', perTenant),
        )
        // Once more, for the row as it is when it is locked.
        .where((eb) => isFree(eb, now))
        .orderBy(AGE)
        .limit(limit)
        .$if(hasManyWriters(db), (query) => query.forUpdate().skipLocked()),
    )
    .updateTable('effects')
    .set((eb) => ({
      state: 'sending',
      attempt: eb('attempt', '+', 1),
      claims: eb('claims', '+', 1),
      // Begun by another one whose end was never recorded.
      interrupted: sql`case when state = 'sending' and begun = 1 then 1 else interrupted end`,
      begun: 0,
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
  // Asked for each effect by itself: against all of a long lane at once, a database would compare each with each.
  const first = eb
    .selectFrom('effects as first')
    .select('first.key')
    .whereRef('first.lane', '=', 'effect.lane')
    .where('first.due_at', 'is not', null)
    .orderBy('first.queued_at')
    .orderBy('first.queued_version')
    .orderBy('first.key')
    .limit(1);
  return eb.or([eb('effect.lane', '=', ''), eb('effect.key', '=', first)]);
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

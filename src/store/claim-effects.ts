/** Who gets an effect to send: one taker at a time, of one lane one effect, and every organization its share. */

import { type ExpressionBuilder, type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';
import type { StoreClock } from './clock';
import { hasManyWriters } from './dialect';
import type { Effect, EffectClaim } from './ports';
import { prepared } from './prepared';
import type { EffectTable, Schema } from './schema';

type Line = ExpressionBuilder<Schema & { effect: EffectTable }, 'effect'>;

/** The oldest first. */
const AGE = sql`due_at, queued_at, queued_version, key`;
/** Among so many of the oldest each organization gets its share. */
const VIEW = 200;

type Tenant = EffectClaim['except'][number];
type InView = Tenant & { readonly key: string };

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
    // Looked for first: to change what is found at once costs a hundred times as much where there is nothing.
    const { rows: inView } = await selectInView(db, { except: full }, clock);
    const keys = shareOut(inView, taken, perTenant);
    taken.push(...(await take(db, clock, keys, { leaseMs, limit: limit - taken.length })));
    const nowFull = findFull(taken, perTenant).filter((tenant) => !full.some((each) => isSameTenant(each, tenant)));
    full.push(...nowFull);
    hasMore = inView.length === VIEW && nowFull.length > 0;
  }
  return taken;
}

const selectInView = prepared((db, { except }: { except: readonly Tenant[] }, clock: StoreClock) =>
  db
    .selectFrom('effects as effect')
    .select(['effect.key', 'effect.platform', 'effect.tenant'])
    .where((eb) => isFree(eb, clock.now()))
    .where((eb) => isOfNone(eb, except))
    .where(isFirstInLane)
    .orderBy(AGE)
    .limit(VIEW),
);

/** The keys of those in view that are within the share of their organization, the oldest first. */
function shareOut(inView: readonly InView[], taken: readonly Tenant[], perTenant: number): readonly string[] {
  const counts = countTenants(taken);
  return inView
    .filter((effect) => {
      const count = (counts.get(tenantKey(effect)) ?? 0) + 1;
      counts.set(tenantKey(effect), count);
      return count <= perTenant;
    })
    .map(({ key }) => key);
}

function findFull(taken: readonly Effect[], perTenant: number): readonly Tenant[] {
  const counts = countTenants(taken);
  const firsts = new Map(taken.map((effect) => [tenantKey(effect), effect]));
  return [...firsts].flatMap(([key, tenant]) => ((counts.get(key) ?? 0) >= perTenant ? [tenant] : []));
}

function countTenants(tenants: readonly Tenant[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tenant of tenants) counts.set(tenantKey(tenant), (counts.get(tenantKey(tenant)) ?? 0) + 1);
  return counts;
}

function tenantKey({ platform, tenant }: Tenant): string {
  return `${platform}:${tenant}`;
}

function isSameTenant(one: Tenant, other: Tenant): boolean {
  return tenantKey(one) === tenantKey(other);
}

/** Takes at most `limit` of them, but none that another one has taken since they were found: one statement. */
async function take(
  db: Kysely<Schema>,
  clock: StoreClock,
  keys: readonly string[],
  { leaseMs, limit }: Pick<EffectClaim, 'leaseMs' | 'limit'>,
): Promise<readonly Effect[]> {
  if (keys.length === 0) return [];
  const { rows } = hasManyWriters(db)
    ? await takeSome(db, { keys, limit, leaseMs }, clock)
    : await takeAll(db, { keys: keys.slice(0, limit), leaseMs }, clock);
  return rows.sort(byAge).map(readEffect);
}

const takeAll = prepared((db, { keys, leaseMs }: { keys: readonly string[]; leaseMs: number }, clock: StoreClock) =>
  markTaken(db, clock, leaseMs).where('effect.key', 'in', keys).returningAll(),
);

/** Where many take at the same time, each takes what no other one is just taking. */
const takeSome = prepared(
  (db, { keys, limit, leaseMs }: { keys: readonly string[]; limit: number; leaseMs: number }, clock: StoreClock) =>
    markTaken(db, clock, leaseMs)
      .where('effect.key', 'in', lockSome(db, clock.now(), keys, limit))
      .returningAll(),
);

function markTaken(db: Kysely<Schema>, clock: StoreClock, leaseMs: number) {
  return db
    .updateTable('effects as effect')
    .set((eb) => ({
      state: 'sending',
      attempt: eb('attempt', '+', 1),
      claims: eb('claims', '+', 1),
      // Begun by another one whose end was never recorded.
      interrupted: sql`case when state = 'sending' and begun = 1 then 1 else interrupted end`,
      begun: 0,
      has_turn: sql`case when state = 'sending' then 0 else has_turn end`,
      asked_again: 0,
      lease_ends_at: sql`${clock.now()} + ${leaseMs}`,
    }))
    .where((eb) => isFree(eb, clock.now()));
}

function lockSome(db: Kysely<Schema>, now: RawBuilder<number>, keys: readonly string[], limit: number) {
  return db
    .selectFrom('effects as effect')
    .select('effect.key')
    .where('effect.key', 'in', keys)
    .where((eb) => isFree(eb, now))
    .orderBy(AGE)
    .limit(limit)
    .forUpdate()
    .skipLocked();
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

/** How effects get into the outbox: each intent once, a redraw or a mark as often as it is asked for. */

import { type Kysely, sql } from 'kysely';
import type { StoreClock } from './clock';
import { hasManyWriters } from './dialect';
import type { Effect, NewEffect } from './ports';
import { prepared } from './prepared';
import type { EffectTable, Schema } from './schema';

const IS_SENDING = sql<boolean>`effects.state = 'sending'`;
const HAS_ENDED = sql<boolean>`effects.due_at is null`;

/** Those that begin as they are queued, by their keys. */
export interface Begun {
  readonly keys: ReadonlySet<string>;
  readonly leaseMs: number;
}

const NONE_BEGUN: Begun = { keys: new Set(), leaseMs: 0 };

/**
 * Queues effects. One that is known stays as it is; a redraw that has ended starts anew, and one that is being sent is
 * marked, because what it sends may be too old already.
 */
export async function queueEffects(
  trx: Kysely<Schema>,
  effects: readonly NewEffect[],
  clock: StoreClock,
): Promise<void> {
  await holdLanes(trx, effects);
  await writeEffects(trx, effects, clock, NONE_BEGUN);
}

/**
 * Keeps others from queueing into the same lanes until the transaction ends. Where one writes at a time, nobody else does; the lane
 * of a case is held with the case.
 */
export async function holdLanes(trx: Kysely<Schema>, effects: readonly Pick<NewEffect, 'lane'>[]): Promise<void> {
  if (!hasManyWriters(trx)) return;
  const lanes = new Set(effects.flatMap(({ lane = '' }) => (lane === '' ? [] : [lane])));
  // In one order, so that two transactions cannot wait for each other.
  for (const lane of [...lanes].sort()) await lockLane(trx, { lane });
}

const lockLane = prepared((db, { lane }: { lane: string }) =>
  db.selectNoFrom(sql`pg_advisory_xact_lock(hashtextextended(${lane}, 0))`.as('lock')),
);

/** Queues effects whose lanes are held, and gives those that have begun with it. */
export async function writeEffects(
  trx: Kysely<Schema>,
  effects: readonly NewEffect[],
  clock: StoreClock,
  begun: Begun,
): Promise<readonly Effect[]> {
  if (effects.length === 0) return [];
  const rows = inOrder(effects).map((effect) => toRow(effect, begun));
  const { rows: queued } = await insertEffects(trx, { rows }, clock);
  return effects
    .filter(({ key }) => begun.keys.has(key))
    .flatMap((effect) => {
      const own = queued.find(({ key }) => key === effect.key);
      // One that somebody sends is marked instead.
      const hasBegun = own?.state === 'sending' && own.asked_again === 0;
      return hasBegun ? [{ ...effect, ...FIRST_TRY, lease: own.claims }] : [];
    });
}

const FIRST_TRY = { attempt: 1, hasTurn: false, interrupted: false, hasBegun: true } as const;

const insertEffects = prepared((db, { rows }: { rows: readonly NewRow[] }, clock: StoreClock) =>
  db
    .insertInto('effects')
    .values(
      rows.map(({ lease_ms, lead_ms, ...row }) => ({
        ...row,
        queued_at: sql<number>`${clock.now()} - ${lead_ms}`,
        due_at: clock.now(),
        lease_ends_at: sql<number | null>`${clock.now()} + ${lease_ms}`,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({
          version: sql`case when excluded.version > effects.version then excluded.version else effects.version end`,
          state: sql`case when ${HAS_ENDED} then excluded.state when ${IS_SENDING} then 'sending' else 'queued' end`,
          asked_again: sql`case when ${IS_SENDING} then 1 else 0 end`,
          queued_at: sql`case when ${HAS_ENDED} then excluded.queued_at else effects.queued_at end`,
          queued_version: sql`case when ${HAS_ENDED} then excluded.version else effects.queued_version end`,
          attempt: sql`case when ${HAS_ENDED} then excluded.attempt else effects.attempt end`,
          claims: sql`case when ${HAS_ENDED} then effects.claims + excluded.claims else effects.claims end`,
          begun: sql`case when ${HAS_ENDED} then excluded.begun else effects.begun end`,
          lease_ends_at: sql`case when ${HAS_ENDED} then excluded.lease_ends_at else effects.lease_ends_at end`,
          interrupted: sql`case when ${HAS_ENDED} then 0 else effects.interrupted end`,
          has_turn: sql`case when ${HAS_ENDED} then 0 else effects.has_turn end`,
          failure: sql`case when ${HAS_ENDED} then null else effects.failure end`,
          // One that waits because the platform asked for it goes on waiting.
          due_at: sql`coalesce(effects.due_at, excluded.due_at)`,
          ended_at: null,
        })
        .where('effects.kind', 'in', ['redraw', 'mark'])
        .whereRef('effects.tenant', '=', 'excluded.tenant'),
    )
    .returning(['effects.key', 'effects.state', 'effects.asked_again', 'effects.claims']),
);

/** Every key once, and always in the same order, so that two transactions cannot wait for each other. */
function inOrder(effects: readonly NewEffect[]): readonly NewEffect[] {
  const byKey = new Map(effects.map((effect) => [effect.key, effect]));
  return [...byKey.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** The lane of its own that an effect goes in; empty for one that waits for nothing. */
export function laneOf({ lane, caseId, kind }: NewEffect): string {
  return lane ?? (caseId === '' ? '' : `${caseId}:${kind}`);
}

/** A row without its times. */
type NewRow = Omit<EffectTable, 'queued_at' | 'due_at' | 'lease_ends_at'> & {
  /** Of what begins as it is queued. */
  readonly lease_ms: number | null;
  /** By which it is ahead of what is queued into its lane at the same time. */
  readonly lead_ms: 0 | 1;
};

/** What begins stands there as if it had been taken and begun since. */
function toRow(effect: NewEffect, { keys, leaseMs }: Begun): NewRow {
  const begins = keys.has(effect.key);
  return {
    key: effect.key,
    kind: effect.kind,
    platform: effect.platform,
    tenant: effect.tenant,
    case_id: effect.caseId,
    version: effect.version,
    place: effect.place,
    message: effect.message ?? null,
    lane: laneOf(effect),
    note: effect.note ?? null,
    state: begins ? 'sending' : 'queued',
    queued_version: effect.version,
    attempt: begins ? 1 : 0,
    claims: begins ? 1 : 0,
    interrupted: 0,
    has_turn: 0,
    begun: begins ? 1 : 0,
    asked_again: 0,
    failure: null,
    lease_ms: begins ? leaseMs : null,
    lead_ms: begins ? 1 : 0,
    ended_at: null,
  };
}

/** What is to be sent, in SQL: who takes an effect, and what became of it. */

import { type ExpressionBuilder, type Kysely, type Selectable, sql } from 'kysely';
import { holdCase, rememberCard } from './cases';
import { hasManyWriters } from './dialect';
import type { Effect, EffectResult, Outbox } from './ports';
import { queueEffects } from './queue-effects';
import type { EffectTable, Schema } from './schema';

export function createOutbox(db: Kysely<Schema>): Outbox {
  const passesOverHeldRows = hasManyWriters(db);

  return {
    addEffects: (effects, nowMs) => queueEffects(db, effects, nowMs),

    async claimEffects(nowMs, leaseMs, limit) {
      const rows = await db
        .with('due', (qb) =>
          qb
            .selectFrom('effects as effect')
            .select('effect.key')
            .where('effect.due_at', '<=', nowMs)
            .where((eb) => eb.or([eb('effect.lease_ends_at', 'is', null), eb('effect.lease_ends_at', '<=', nowMs)]))
            .where(isFirstInLine)
            .orderBy('effect.due_at')
            .orderBy('effect.queued_version')
            .orderBy('effect.key')
            .limit(limit)
            .$if(passesOverHeldRows, (query) => query.forUpdate().skipLocked()),
        )
        .updateTable('effects')
        .set((eb) => ({
          state: 'sending',
          attempt: eb('attempt', '+', 1),
          // Taken while another one should still be sending it: that one's end was never recorded.
          interrupted: sql`case when state = 'sending' then 1 else interrupted end`,
          asked_again: 0,
          lease_ends_at: nowMs + leaseMs,
        }))
        .where('key', 'in', (eb) => eb.selectFrom('due').select('due.key'))
        .returningAll()
        .execute();
      return rows.sort(byAge).map(readEffect);
    },

    async finishEffect(effect, result, nowMs) {
      await db.transaction().execute(async (trx) => {
        // First the case and then its effects, as in a move, so that two transactions cannot wait for each other.
        const hasCase = addsToCase(result) && (await holdCase(trx, effect.tenant, effect.caseId));
        if (!(await recordResult(trx, effect, result, nowMs)) || result.kind === 'retry') return;
        if (result.kind === 'sent' && result.card !== undefined && hasCase) {
          await rememberCard(trx, effect.caseId, result.card);
        }
        await queueEffects(trx, result.redraw ?? [], nowMs);
      });
    },

    async nextDueMs() {
      const row = await db
        .selectFrom('effects as effect')
        .select((eb) => eb.fn.min(eb.fn.coalesce('effect.lease_ends_at', 'effect.due_at')).as('at'))
        .where('effect.due_at', 'is not', null)
        .where(isFirstInLine)
        .executeTakeFirst();
      return row?.at ?? undefined;
    },

    async findEffectState(key) {
      const row = await db.selectFrom('effects').select('state').where('key', '=', key).executeTakeFirst();
      return row?.state;
    },
  };
}

/** No effect of the same kind and case waits before this one. What belongs to no case waits for nothing. */
function isFirstInLine(eb: ExpressionBuilder<Schema & { effect: EffectTable }, 'effect'>) {
  const earlier = eb
    .selectFrom('effects as earlier')
    .select('earlier.key')
    .whereRef('earlier.case_id', '=', 'effect.case_id')
    .whereRef('earlier.kind', '=', 'effect.kind')
    .where('earlier.due_at', 'is not', null)
    .where(({ eb, refTuple }) =>
      eb(refTuple('earlier.queued_version', 'earlier.key'), '<', refTuple('effect.queued_version', 'effect.key')),
    );
  return eb.or([eb('effect.case_id', '=', ''), eb.not(eb.exists(earlier))]);
}

function addsToCase(result: EffectResult): boolean {
  if (result.kind === 'retry') return false;
  return result.redraw !== undefined || (result.kind === 'sent' && result.card !== undefined);
}

/** False when this try no longer holds the effect: its lease ran out, and another one took it. */
async function recordResult(
  trx: Kysely<Schema>,
  { key, attempt, version }: Effect,
  result: EffectResult,
  nowMs: number,
): Promise<boolean> {
  const held = trx
    .updateTable('effects')
    .set({ lease_ends_at: null, asked_again: 0 })
    .where('key', '=', key)
    .where('state', '=', 'sending')
    .where('attempt', '=', attempt);
  if (result.kind === 'retry') {
    const { numUpdatedRows } = await held.set({ state: 'queued', due_at: result.atMs }).executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  }
  const ended = await held
    .set({ state: result.kind, due_at: null, ended_at: nowMs })
    .where('version', '=', version)
    .where('asked_again', '=', 0)
    .executeTakeFirstOrThrow();
  if (ended.numUpdatedRows > 0n) return true;
  // What was sent is too old already: once more, from the start.
  const again = await held
    .set((eb) => ({
      state: 'queued',
      queued_version: eb.ref('version'),
      due_at: nowMs,
      attempt: 0,
      interrupted: 0,
    }))
    .where('asked_again', '=', 1)
    .executeTakeFirstOrThrow();
  return again.numUpdatedRows > 0n;
}

function byAge(one: Selectable<EffectTable>, other: Selectable<EffectTable>): number {
  return (
    (one.due_at ?? 0) - (other.due_at ?? 0) ||
    one.queued_version - other.queued_version ||
    (one.key < other.key ? -1 : 1)
  );
}

function readEffect(row: Selectable<EffectTable>): Effect {
  const { key, kind, platform, tenant, case_id: caseId, version, place, message, attempt } = row;
  return {
    key,
    kind,
    platform,
    tenant,
    caseId,
    version,
    place,
    ...(message === null ? {} : { message }),
    attempt,
    interrupted: row.interrupted === 1,
  };
}

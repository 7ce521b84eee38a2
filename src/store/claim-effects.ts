/** Who gets an effect to send: one taker at a time, and of one case one effect of a kind. */

import { type ExpressionBuilder, type Kysely, type Selectable, sql } from 'kysely';
import { hasManyWriters } from './dialect';
import type { Effect } from './ports';
import type { EffectTable, Schema } from './schema';

/** One statement, so that nobody comes in between. */
export async function claimEffects(
  db: Kysely<Schema>,
  nowMs: number,
  leaseMs: number,
  limit: number,
): Promise<readonly Effect[]> {
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
        .$if(hasManyWriters(db), (query) => query.forUpdate().skipLocked()),
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
}

/** No effect of the same kind and case waits before this one. What belongs to no case waits for nothing. */
export function isFirstInLine(eb: ExpressionBuilder<Schema & { effect: EffectTable }, 'effect'>) {
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

/** No database promises the order of what it has updated. */
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

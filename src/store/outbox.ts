/** What is to be sent, in SQL. */

import type { Kysely } from 'kysely';
import { holdCase } from './cases';
import { claimEffects, isFirstInLine } from './claim-effects';
import { finishEffect } from './finish-effect';
import type { NewEffect, Outbox } from './ports';
import { queueEffects } from './queue-effects';
import type { Schema } from './schema';

export function createOutbox(db: Kysely<Schema>): Outbox {
  return {
    addEffects(effects, nowMs) {
      return db.transaction().execute(async (trx) => {
        await holdCases(trx, effects);
        await queueEffects(trx, effects, nowMs);
      });
    },

    claimEffects: (nowMs, leaseMs, limit) => claimEffects(db, nowMs, leaseMs, limit),

    finishEffect: (effect, result, nowMs) => finishEffect(db, effect, result, nowMs),

    async nextDueMs() {
      const row = await db
        .selectFrom('effects as effect')
        .select((eb) => eb.fn.min(eb.fn.coalesce('effect.lease_ends_at', 'effect.due_at')).as('at'))
        // As good as `is not null`, for which SQLite would read all that has ended too.
        .where('effect.due_at', '>=', 0)
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

/**
 * Holds the cases of effects. First the case and then its effects, as in a move: transactions that follow this order
 * never wait for each other.
 */
async function holdCases(trx: Kysely<Schema>, effects: readonly NewEffect[]): Promise<void> {
  const tenants = new Map(effects.map(({ caseId, tenant }) => [caseId, tenant]));
  for (const [caseId, tenant] of [...tenants].sort()) await holdCase(trx, tenant, caseId);
}

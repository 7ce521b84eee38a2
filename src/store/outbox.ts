/** What is to be sent, in SQL. */

import { type Kysely, sql } from 'kysely';
import { holdCase } from './cases';
import { claimEffects, isFirstInLane, isFree } from './claim-effects';
import type { StoreClock } from './clock';
import { beginEffect, endLeases, finishEffect, releaseEffects } from './finish-effect';
import { atLeisure, inPassing } from './haste';
import { createOutboxDesk } from './outbox-desk';
import type { NewEffect, Outbox } from './ports';
import { queueEffects } from './queue-effects';
import type { Schema } from './schema';

export function createOutbox(db: Kysely<Schema>, clock: StoreClock): Outbox {
  return {
    ...createOutboxDesk(db, clock),

    addEffects(effects) {
      return db.transaction().execute(async (trx) => {
        await holdCases(trx, effects);
        await queueEffects(trx, effects, clock);
      });
    },

    // What is sent once is noted before it leaves, and waits then; until that, it may be taken anew.
    claimEffects: (claim) => inPassing(() => claimEffects(db, clock, claim)),

    beginEffect: (effect) => beginEffect(db, clock, effect),

    finishEffect: (effect, result) => atLeisure(() => finishEffect(db, clock, effect, result)),

    releaseEffects: (effects) => releaseEffects(db, effects),

    endLeases: () => endLeases(db, clock),

    async nextDueInMs() {
      const now = clock.now();
      const ready = db
        .selectFrom('effects as effect')
        .select('effect.key')
        .where((eb) => isFree(eb, now))
        .where(isFirstInLane);
      const wait = db
        .selectFrom('effects as effect')
        .select((eb) =>
          sql<number>`${eb.fn.min(eb.fn.coalesce('effect.lease_ends_at', 'effect.due_at'))} - ${now}`.as('ms'),
        )
        // As good as `is not null`, for which SQLite would read all that has ended too.
        .where('effect.due_at', '>=', 0)
        .where(isFirstInLane);
      // Of many that are due, one is looked at.
      const { ms } = await inPassing(() =>
        db
          .selectNoFrom((eb) => eb.case().when(eb.exists(ready)).then(0).else(wait).end().as('ms'))
          .executeTakeFirstOrThrow(),
      );
      return ms === null ? undefined : Math.max(0, ms);
    },

    async listUnfinished(limit) {
      const rows = await inPassing(() =>
        db.selectFrom('effects').select('key').where('due_at', '>=', 0).limit(limit).execute(),
      );
      return rows.map(({ key }) => key);
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

/** What operators see of the outbox, and do to it, in SQL. */

import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';
import type { StoreClock } from './clock';
import type { EffectRecord, EffectState, Outbox } from './ports';
import { holdLanes } from './queue-effects';
import type { EffectTable, Schema } from './schema';

/** In the words of the index: with values in their place, SQLite would not find it. */
const IN_TROUBLE = sql<boolean>`state in ('refused', 'unknown')`;

export function createOutboxDesk(
  db: Kysely<Schema>,
  clock: StoreClock,
): Pick<Outbox, 'listEffects' | 'redeliver' | 'outboxStats'> {
  return {
    async listEffects({ olderThanMs, limit, state, kind, platform, tenant }) {
      const queuedBefore: RawBuilder<number> = sql`${clock.now()} - ${olderThanMs}`;
      const rows = await db
        .selectFrom('effects')
        .select(['key', 'kind', 'platform', 'tenant', 'state', 'attempt', 'failure', 'queued_at', 'ended_at'])
        .where((eb) => eb.or([IN_TROUBLE, eb.and([eb('due_at', 'is not', null), eb('queued_at', '<', queuedBefore)])]))
        .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'queued'))
        .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'answer'))
        .$if(platform !== undefined, (query) => query.where('platform', '=', platform ?? ''))
        .$if(tenant !== undefined, (query) => query.where('tenant', '=', tenant ?? ''))
        .orderBy((eb) => eb.fn.coalesce('ended_at', 'queued_at'), 'desc')
        .orderBy('key')
        .limit(limit)
        .execute();
      return rows.map(readRecord);
    },

    redeliver(key, from) {
      return db.transaction().execute(async (trx) => {
        const known = await trx.selectFrom('effects').select('lane').where('key', '=', key).executeTakeFirst();
        if (known === undefined) return false;
        await holdLanes(trx, [known]);
        const { numUpdatedRows } = await trx
          .updateTable('effects')
          .set({
            state: 'queued',
            queued_at: clock.now(),
            due_at: clock.now(),
            ended_at: null,
            attempt: 0,
            interrupted: 0,
            has_turn: 0,
            failure: null,
          })
          .where('key', '=', key)
          .where('state', '=', from)
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n;
      });
    },

    async outboxStats({ withSent = false } = {}) {
      const [unfinished, inTrouble] = [await countUnfinished(), await countInTrouble()];
      const counted = new Map([...unfinished, ...inTrouble].map(({ state, count }) => [state, count]));
      const of = (state: EffectState) => counted.get(state) ?? 0;
      const [refused, unknown] = [of('refused'), of('unknown')];
      return {
        count: {
          queued: of('queued'),
          sending: of('sending'),
          ...(withSent && { sent: Math.max(0, (await countEnded()) - refused - unknown) }),
          refused,
          unknown,
        },
        oldestDueMs: await findOldestDueMs(),
      };
    },
  };

  // One by one, each by its index: most effects have ended, and well.
  function countUnfinished() {
    return db
      .selectFrom('effects')
      .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
      .where('due_at', '>=', 0)
      .groupBy('state')
      .execute();
  }

  function countInTrouble() {
    return db
      .selectFrom('effects')
      .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
      .where(IN_TROUBLE)
      .groupBy('state')
      .execute();
  }

  async function countEnded(): Promise<number> {
    const { count } = await db
      .selectFrom('effects')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('ended_at', '>=', 0)
      .executeTakeFirstOrThrow();
    return count;
  }

  async function findOldestDueMs(): Promise<number> {
    const now = clock.now();
    const { ms } = await db
      .selectFrom('effects')
      .select((eb) => sql<number | null>`${now} - ${eb.fn.min('due_at')}`.as('ms'))
      .where('due_at', '<=', now)
      .where((eb) => eb.or([eb('lease_ends_at', 'is', null), eb('lease_ends_at', '<=', now)]))
      .executeTakeFirstOrThrow();
    return ms ?? 0;
  }
}

type RecordRow = Pick<
  Selectable<EffectTable>,
  'key' | 'kind' | 'platform' | 'tenant' | 'state' | 'attempt' | 'failure' | 'queued_at' | 'ended_at'
>;

function readRecord({ failure, queued_at: queuedAtMs, ended_at: endedAtMs, ...rest }: RecordRow): EffectRecord {
  return {
    ...rest,
    ...(failure === null ? {} : { code: failure }),
    queuedAtMs,
    ...(endedAtMs === null ? {} : { endedAtMs }),
  };
}

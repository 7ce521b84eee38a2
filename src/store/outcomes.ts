/** What happened with the codes, in SQL: one counter a day for everything that is told apart. */

import type { Kysely } from 'kysely';
import { isErrorCode } from '../code/error-code';
import { isLocale } from '../i18n/locale';
import type { Outcome, Outcomes } from './ports';
import { prepared } from './prepared';
import type { OutcomeTable, Schema } from './schema';

const DAY_MS = 24 * 60 * 60 * 1000;

export function createOutcomes(db: Kysely<Schema>): Outcomes {
  return {
    countOutcomes: (outcomes) => addToCounters(db, outcomes),

    async sumOutcomes(fromMs, tenant, untilMs) {
      const rows = await db
        .selectFrom('outcomes')
        .select(['kind', 'code', 'step', 'locale'])
        .select((eb) => eb.fn.sum<number>('count').as('count'))
        .where('day', '>=', startOfDay(fromMs))
        .$if(untilMs !== undefined, (query) => query.where('day', '<', startOfDay(untilMs ?? 0)))
        .$if(tenant !== undefined, (query) => query.where('tenant', '=', tenant ?? ''))
        .groupBy(['kind', 'code', 'step', 'locale'])
        .orderBy('code')
        .orderBy('step')
        .orderBy('kind')
        .orderBy('locale')
        .execute();
      return rows.flatMap(({ kind, code, step, locale, count }) =>
        isErrorCode(code) && isLocale(locale) ? [{ kind, code, step, locale, count }] : [],
      );
    },
  };
}

/** Counts outcomes, in a transaction or by itself. */
export async function addToCounters(db: Kysely<Schema>, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await addCounts(db, { rows: countAlike(outcomes) });
}

const addCounts = prepared((db, { rows }: { rows: readonly OutcomeTable[] }) =>
  db
    .insertInto('outcomes')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'tenant', 'platform', 'kind', 'code', 'step', 'locale'])
        .doUpdateSet((eb) => ({ count: eb('outcomes.count', '+', eb.ref('excluded.count')) })),
    ),
);

/** Every counter once, and always in the same order, so that two transactions cannot wait for each other. */
function countAlike(outcomes: readonly Outcome[]) {
  const rows = new Map<string, ReturnType<typeof toRow>>();
  for (const outcome of outcomes) {
    const row = toRow(outcome);
    const key = JSON.stringify(row);
    rows.set(key, { ...row, count: (rows.get(key)?.count ?? 0) + 1 });
  }
  return [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

function toRow({ atMs, tenant, platform, kind, code, step, locale }: Outcome) {
  return { day: startOfDay(atMs), tenant, platform, kind, code, step, locale, count: 1 };
}

function startOfDay(atMs: number): number {
  return Math.floor(atMs / DAY_MS) * DAY_MS;
}

/** What goes with a case. */

import type { Kysely } from 'kysely';
import type { Schema } from './schema';

/** Deletes the moves, cards and effects of cases that are gone, and returns how many rows. */
export async function deleteWithCases(trx: Kysely<Schema>, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  let sum = 0;
  for (const table of ['moves', 'cards', 'effects'] as const) {
    const { numDeletedRows } = await trx.deleteFrom(table).where('case_id', 'in', ids).executeTakeFirstOrThrow();
    sum += Number(numDeletedRows);
  }
  return sum;
}

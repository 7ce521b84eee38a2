/** What was done a short while ago and is not to be done again yet, in SQL. */

import type { Kysely } from 'kysely';
import type { Cooldowns } from './ports';
import { prepared } from './prepared';
import type { Schema } from './schema';

export function createCooldowns(db: Kysely<Schema>): Cooldowns {
  return {
    claimCooldown: (keys, nowMs, lastsMs) => claimCooldown(db, keys, nowMs, lastsMs),
  };
}

/** Takes the keys that nobody holds, as part of whatever is done in `db`. */
export async function claimCooldown(
  db: Kysely<Schema>,
  keys: readonly string[],
  nowMs: number,
  lastsMs: number,
): Promise<boolean> {
  if (keys.length === 0) return true;
  const endsAt = nowMs + lastsMs;
  // In one order, so that two of these cannot wait for each other.
  const rows = [...new Set(keys)].sort().map((key) => ({ key, ends_at: endsAt }));
  const { numAffectedRows } = await beginCooldowns(db, { rows, nowMs });
  return numAffectedRows !== 0n;
}

/** Takes those that nobody holds. */
const beginCooldowns = prepared((db, { rows, nowMs }: { rows: readonly Schema['cooldowns'][]; nowMs: number }) =>
  db
    .insertInto('cooldowns')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((eb) => ({ ends_at: eb.ref('excluded.ends_at') }))
        .where('cooldowns.ends_at', '<=', nowMs),
    ),
);

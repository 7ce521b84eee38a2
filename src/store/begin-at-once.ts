/** Which new effects begin as they are queued: then they need not be looked for, taken and noted one after the other. */

import type { Kysely } from 'kysely';
import type { StoreClock } from './clock';
import { takeTurnsWithin } from './paces';
import type { AtOnce, Effect, NewEffect } from './ports';
import { prepared } from './prepared';
import { holdLanes, laneOf, writeEffects } from './queue-effects';
import type { Schema } from './schema';

/** For `queueAtOnce`: all are only queued. */
export const NONE: AtOnce = { leaseMs: 0, paces: new Map() };

/** Queues effects, and gives those that have begun with it. */
export async function queueAtOnce(
  trx: Kysely<Schema>,
  effects: readonly NewEffect[],
  { leaseMs, paces }: AtOnce,
  clock: StoreClock,
): Promise<readonly Effect[]> {
  await holdLanes(trx, effects);
  const ready = await findReady(
    trx,
    effects.filter(({ key }) => paces.has(key)),
  );
  const waits = await takeTurnsWithin(
    trx,
    ready.map(({ key }) => paces.get(key) ?? []),
    clock,
  );
  const begin = ready.filter((_, index) => waits[index] === 0);
  return writeEffects(trx, effects, clock, { leaseMs, keys: new Set(begin.map(({ key }) => key)) });
}

/** Those that no unfinished effect of their lane is before. */
async function findReady(trx: Kysely<Schema>, effects: readonly NewEffect[]): Promise<readonly NewEffect[]> {
  if (effects.length === 0) return [];
  const taken = new Set(await findBusyLanes(trx, effects.map(laneOf)));
  return effects.filter((effect) => {
    const lane = laneOf(effect);
    const isFirst = lane === '' || !taken.has(lane);
    taken.add(lane);
    return isFirst;
  });
}

async function findBusyLanes(trx: Kysely<Schema>, lanes: readonly string[]): Promise<readonly string[]> {
  const { rows } = await selectBusyLanes(trx, { lanes });
  return rows.map(({ lane }) => lane);
}

const selectBusyLanes = prepared((db, { lanes }: { lanes: readonly string[] }) =>
  db.selectFrom('effects').select('lane').where('lane', 'in', lanes).where('due_at', 'is not', null),
);

/**
 * The time by which effects are due and leases end: that of the database, so that replicas whose clocks differ agree. On
 * SQLite, where all share one machine, it is the machine's.
 */

import type { Kysely } from 'kysely';
import { type RawBuilder, sql } from 'kysely';
import { hasManyWriters } from './dialect';
import type { Schema } from './schema';

/** Milliseconds since 1970, for use in a statement. */
export interface StoreClock {
  /** One value for the whole statement; an index can be searched with it. */
  now(): RawBuilder<number>;
  /** The time at which each row is written, after it was waited for. */
  nowAtRow(): RawBuilder<number>;
  /** Milliseconds since 1970 without asking the database, where it has no clock of its own. */
  readMs?(): number;
}

/** `ownMs` takes the place of the database's clock: tests let days go by. */
export function createStoreClock(db: Kysely<Schema>, ownMs?: () => number): StoreClock {
  if (ownMs === undefined && hasManyWriters(db)) {
    const nowAtRow = () => sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::bigint`;
    // As a subquery it is asked for once; a value that may change from row to row could not be searched for.
    return { nowAtRow, now: () => sql<number>`(select ${nowAtRow()})` };
  }
  const readMs = ownMs ?? (() => Date.now());
  const time = new TimeOfRunning(readMs);
  const now = () => sql<number>`cast(${time} as bigint)`;
  return { now, nowAtRow: now, readMs };
}

/** In the place of a value: the time at which the statement runs, whenever that was put into words. */
export class TimeOfRunning {
  constructor(readonly readMs: () => number) {}

  /** Asked for by `pg`. */
  toPostgres(): number {
    return this.readMs();
  }
}

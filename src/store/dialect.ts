/** Where the databases differ. */

import { type Kysely, PostgresAdapter } from 'kysely';
import type { Schema } from './schema';

/**
 * Tells whether several writers are at work at once, so that rows which another one holds are to be passed over
 * (`FOR UPDATE SKIP LOCKED`). SQLite lets one write at a time and does not know the words.
 */
export function hasManyWriters(db: Kysely<Schema>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

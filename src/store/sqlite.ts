/** The embedded database: one SQLite file through Node's own driver, durable to the disk before a write returns. */

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Dialect, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Schema } from './schema';
import { createSqliteDriver, type Gather } from './sqlite-driver';

/** For `openSqlite`: a database that lives and dies with the process. */
export const IN_MEMORY = ':memory:';

/** So long what nobody is in a hurry for waits for somebody who is, in milliseconds. */
const LEISURE_MS = 10;

/** How long a writer waits for another process that holds the file, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens the database file, and makes it and its folder if need be.
 * Throws with what, why and what to do when the file cannot be opened.
 */
export function openSqlite(file: string): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: createSqliteDialect(openFile(file), file === IN_MEMORY ? atOnce : roundOfEvents),
  });
}

/** SQLite as Kysely speaks it, with a driver of ours; see there for `gather`. */
export function createSqliteDialect(database: DatabaseSync, gather: Gather): Dialect {
  return {
    createDriver: () => createSqliteDriver(database, gather),
    createAdapter: () => new SharedConnectionAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Where there is no disk to wait for, nobody waits for others. */
const atOnce = async () => undefined;

/** What came in together, and all that it does without waiting for anybody, is committed together. */
async function roundOfEvents(isUrgent: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const isLate = new Promise((resolve) => {
    timer = setTimeout(resolve, LEISURE_MS);
  });
  await Promise.race([isUrgent, isLate]);
  clearTimeout(timer);
  await new Promise((resolve) => setImmediate(resolve));
}

/** The driver itself lets many use the one connection; Kysely would hold each back until the commit before it. */
class SharedConnectionAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }

  /** SQLite can undo a change of tables. All that makes a new file is then one commit, not one wait for the disk a statement. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function openFile(file: string): DatabaseSync {
  try {
    if (file !== IN_MEMORY) mkdirSync(path.dirname(file), { recursive: true });
    const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    // A claimed delivery must survive a power cut, or the platform's retry is answered twice.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    // What undoes one part of a common transaction is otherwise written to a file: more than the transaction itself.
    database.exec('PRAGMA temp_store = MEMORY;');
    return database;
  } catch (cause) {
    throw new Error(
      `The data file ${file} cannot be opened (${cause instanceof Error ? cause.message : cause}). ` +
        'Hexfix keeps there what it has answered. Set HEXFIX_DATA_DIR to a folder that this user may write to.',
      { cause },
    );
  }
}

/** The embedded database: one SQLite file through Node's own driver, durable to the disk before a write returns. */

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { Schema } from './schema';

/** For `openSqlite`: a database that lives and dies with the process. */
export const IN_MEMORY = ':memory:';

/** How long a writer waits for another process that holds the file, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens the database file, and makes it and its folder if need be.
 * Throws with what, why and what to do when the file cannot be opened.
 */
export function openSqlite(file: string): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new SqliteDialect({ database: asKyselyDatabase(openFile(file)) }) });
}

function openFile(file: string): DatabaseSync {
  try {
    if (file !== IN_MEMORY) mkdirSync(path.dirname(file), { recursive: true });
    const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    // A claimed delivery must survive a power cut, or the platform's retry is answered twice.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    return database;
  } catch (cause) {
    throw new Error(
      `The data file ${file} cannot be opened (${cause instanceof Error ? cause.message : cause}). ` +
        'Hexfix keeps there what it has answered. Set HEXFIX_DATA_DIR to a folder that this user may write to.',
      { cause },
    );
  }
}

/** Preparing costs more than most of our statements do. Lists of different lengths make more texts than there are queries. */
const MOST_STATEMENTS = 200;

/** Kysely asks for the interface of another driver; a statement with result columns is what it calls a reader. */
function asKyselyDatabase(database: DatabaseSync) {
  const statements = new Map<string, ReturnType<typeof prepare>>();

  function prepare(sql: string) {
    const statement = database.prepare(sql);
    const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
    return {
      reader: statement.columns().length > 0,
      all: (parameters: readonly unknown[]) => statement.all(...values(parameters)),
      run: (parameters: readonly unknown[]) => statement.run(...values(parameters)),
      iterate: (parameters: readonly unknown[]) => statement.iterate(...values(parameters)),
    };
  }

  return {
    close: () => database.close(),
    prepare(sql: string) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      if (statements.size === MOST_STATEMENTS) statements.clear();
      const statement = prepare(sql);
      statements.set(sql, statement);
      return statement;
    },
  };
}

/**
 * One connection for many, with a commit for all that is under way at the same time: each commit waits for the disk, and
 * holds the whole process meanwhile. Whoever wrote, or read what is not on the disk yet, gets the result when it is there,
 * unless that was done in passing.
 */

import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type CompiledQuery, type DatabaseConnection, type Driver, type QueryResult, SelectQueryNode } from 'kysely';
import { TimeOfRunning } from './clock';
import { isInPassing } from './in-passing';

/** Preparing costs more than most of our statements do. Lists of different lengths make more texts than there are queries. */
const MOST_STATEMENTS = 200;

/** Within the common transaction, that of one of many: it can be undone without the others. */
const PART = 'part';

/** Makes the driver; it closes the database when it is destroyed. `gather` resolves when the next commit has waited enough. */
export function createSqliteDriver(database: DatabaseSync, gather: () => Promise<void>): Driver {
  const run = createRun(database);
  const turns = createTurns();
  const commits = createCommits(database, turns, gather);
  /** Those that are within a transaction, with what lets the next one go on. */
  const inside = new WeakMap<DatabaseConnection, () => void>();

  async function executeAlone(query: CompiledQuery): Promise<QueryResult<never>> {
    const leave = await turns.enter();
    let isOnDisk: Promise<void> | undefined;
    let result: QueryResult<never>;
    try {
      isOnDisk = SelectQueryNode.is(query.query) ? commits.current() : commits.join();
      result = run(query);
    } finally {
      leave();
    }
    if (!isInPassing()) await isOnDisk;
    return result;
  }

  async function end(connection: DatabaseConnection, ...statements: readonly string[]): Promise<void> {
    // Kysely undoes what could not be committed; that is undone already.
    if (!inside.has(connection)) return;
    const isOnDisk = commits.current();
    try {
      for (const statement of statements) database.exec(statement);
    } finally {
      inside.get(connection)?.();
      inside.delete(connection);
    }
    if (!isInPassing()) await isOnDisk;
  }

  return {
    init: async () => undefined,

    async acquireConnection() {
      const connection: DatabaseConnection = {
        // The casts: rows are what the query's author says they are, as in every driver.
        executeQuery: async <R>(query: CompiledQuery) =>
          (inside.has(connection) ? run(query) : await executeAlone(query)) as QueryResult<R>,
        streamQuery() {
          throw new Error('nothing here is read row by row');
        },
      };
      return connection;
    },

    async beginTransaction(connection) {
      const leave = await turns.enter();
      try {
        void commits.join();
        database.exec(`savepoint ${PART}`);
        inside.set(connection, leave);
      } catch (error) {
        leave();
        throw error;
      }
    },
    commitTransaction: (connection) => end(connection, `release ${PART}`),
    rollbackTransaction: (connection) => end(connection, `rollback to ${PART}`, `release ${PART}`),
    releaseConnection: async () => undefined,

    async destroy() {
      try {
        await commits.current();
      } finally {
        database.close();
      }
    },
  };
}

/** Runs statements, each prepared once. */
function createRun(database: DatabaseSync): (query: CompiledQuery) => QueryResult<never> {
  const statements = new Map<string, { statement: ReturnType<DatabaseSync['prepare']>; hasRows: boolean }>();

  function prepare(sql: string) {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    if (statements.size === MOST_STATEMENTS) statements.clear();
    const statement = database.prepare(sql);
    const prepared = { statement, hasRows: statement.columns().length > 0 };
    statements.set(sql, prepared);
    return prepared;
  }

  return ({ sql, parameters }) => {
    const { statement, hasRows } = prepare(sql);
    // The cast: the others are what the query's author put there, and SQLite says what it cannot take.
    const values = parameters.map((each) => (each instanceof TimeOfRunning ? each.readMs() : each)) as SQLInputValue[];
    if (hasRows) return { rows: statement.all(...values) as never[] };
    const { changes, lastInsertRowid } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  };
}

interface Turns {
  /** Resolves when it is one's turn, with what ends it. */
  enter(): Promise<() => void>;
}

/** One after the other, in the order in which they came. */
function createTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return {
    enter() {
      const before = last;
      let leave: () => void = () => undefined;
      last = new Promise((resolve) => {
        leave = resolve;
      });
      return before.then(() => leave);
    },
  };
}

interface Commits {
  /** Takes part in the common transaction, which begins where there is none; resolves when all of it is on the disk. */
  join(): Promise<void>;
  /** The same for whoever only reads: there is nothing to wait for where nobody has written. */
  current(): Promise<void> | undefined;
}

function createCommits(database: DatabaseSync, turns: Turns, gather: () => Promise<void>): Commits {
  let common: Promise<void> | undefined;

  /** Behind all that is under way or waits by now. */
  async function commit(): Promise<void> {
    await gather();
    const leave = await turns.enter();
    common = undefined;
    try {
      database.exec('commit');
    } catch (error) {
      // Nobody hears that it is there: all of it is done again.
      undo(database);
      throw error;
    } finally {
      leave();
    }
  }

  return {
    join() {
      if (common === undefined) {
        // At once the only one who writes: a transaction that has read cannot become one while others write.
        database.exec('begin immediate');
        common = commit();
        // Whoever takes part is told; those who have failed by themselves no longer listen.
        common.catch(() => undefined);
      }
      return common;
    },
    current: () => common,
  };
}

function undo(database: DatabaseSync): void {
  try {
    database.exec('rollback');
  } catch {
    // After some faults, a full disk among them, SQLite has done it itself.
  }
}

/**
 * One connection for many, with a commit for all that is under way at the same time: each commit waits for the disk, and
 * holds the whole process meanwhile. Whoever wrote, or read what is not on the disk yet, gets the result when it is there,
 * unless that was done in passing.
 */

import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type CompiledQuery, type DatabaseConnection, type Driver, type QueryResult, SelectQueryNode } from 'kysely';
import { TimeOfRunning } from './clock';
import { type Haste, haste } from './haste';

/** Preparing costs more than most of our statements do. Lists of different lengths make more texts than there are queries. */
const MOST_STATEMENTS = 200;

/** Within the common transaction, that of one of many: it can be undone without the others. */
const PART = 'part';

/** Resolves when the next commit has waited enough; `isUrgent` does once somebody waits for it. */
export type Gather = (isUrgent: Promise<void>) => Promise<void>;

/** Makes the driver; it closes the database when it is destroyed. */
export function createSqliteDriver(database: DatabaseSync, gather: Gather): Driver {
  const run = createRun(database);
  const turns = createTurns();
  const commits = createCommits(database, turns, gather);
  /** Those that are within a transaction, with what lets the next one go on. */
  const inside = new WeakMap<DatabaseConnection, () => void>();

  async function executeAlone(query: CompiledQuery): Promise<QueryResult<never>> {
    const leave = await turns.enter();
    let commit: Commit | undefined;
    let result: QueryResult<never>;
    try {
      commit = SelectQueryNode.is(query.query) ? commits.current() : commits.join();
      result = run(query);
    } finally {
      leave();
    }
    await waitFor(commit, haste());
    return result;
  }

  async function end(connection: DatabaseConnection, ...statements: readonly string[]): Promise<void> {
    // Kysely undoes what could not be committed; that is undone already.
    if (!inside.has(connection)) return;
    const commit = commits.current();
    try {
      for (const statement of statements) database.exec(statement);
    } finally {
      inside.get(connection)?.();
      inside.delete(connection);
    }
    await waitFor(commit, haste());
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
        commits.join();
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
        await waitFor(commits.current(), 'now');
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

/** Of a common transaction. */
interface Commit {
  readonly isOnDisk: Promise<void>;
  /** Says that somebody waits for it. */
  urge(): void;
}

interface Commits {
  /** Takes part in the common transaction, which begins where there is none. */
  join(): Commit;
  /** The same for whoever only reads: there is nothing to wait for where nobody has written. */
  current(): Commit | undefined;
}

function createCommits(database: DatabaseSync, turns: Turns, gather: Gather): Commits {
  let common: Commit | undefined;

  /** Behind all that is under way or waits by then. */
  async function commit(isUrgent: Promise<void>): Promise<void> {
    await gather(isUrgent);
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

  function begin(): Commit {
    // At once the only one who writes: a transaction that has read cannot become one while others write.
    database.exec('begin immediate');
    let urge: () => void = () => undefined;
    const isOnDisk = commit(new Promise((resolve) => (urge = resolve)));
    // Whoever takes part is told; those who have failed by themselves no longer listen.
    isOnDisk.catch(() => undefined);
    return { isOnDisk, urge };
  }

  return {
    join() {
      common ??= begin();
      return common;
    },
    current: () => common,
  };
}

async function waitFor(commit: Commit | undefined, hurry: Haste): Promise<void> {
  if (commit === undefined || hurry === 'in-passing') return;
  if (hurry === 'now') commit.urge();
  await commit.isOnDisk;
}

function undo(database: DatabaseSync): void {
  try {
    database.exec('rollback');
  } catch {
    // After some faults, a full disk among them, SQLite has done it itself.
  }
}

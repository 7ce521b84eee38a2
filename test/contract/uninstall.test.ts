/**
 * Workspaces that remove the bot: Slack tells of it by two events, in either order, doubled, late, and with another
 * installation in between. The adapter, Bolt, the bot, the outbox and the store are the real ones, on each database.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writePlace } from '../../src/adapters/slack/place';
import type { NewEffect, Store } from '../../src/store/ports';
import { openPostgres } from '../../src/store/postgres';
import { createSqlStore } from '../../src/store/sql-store';
import { openSqlite } from '../../src/store/sqlite';
import { aSending } from '../fixtures/a-sending';
import { WORKED_EN } from '../fixtures/replies';
import { eventFrom, type Installed, postFrom, startInstalled } from '../fixtures/slack/installed';
import { type FakeOAuth, startFakeOAuth } from '../fixtures/slack/oauth-server';
import { WORKSPACE } from '../fixtures/slack/workspace';
import { type PostgresServer, startPostgres } from './postgres/server';

const LEAVING = { team: 'T0LEAVES' };
const STAYING = { team: 'T0STAYS' };
const MINUTE = 60_000;
const MUTED = { platform: 'slack', level: 'tenant', subject: '' } as const;

const UNINSTALLED = { type: 'app_uninstalled' };
const REVOKED = { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } };
const ORDERS = [
  ['app_uninstalled, tokens_revoked', [UNINSTALLED, REVOKED]],
  ['tokens_revoked, app_uninstalled', [REVOKED, UNINSTALLED]],
  ['both twice', [UNINSTALLED, REVOKED, UNINSTALLED, REVOKED]],
  ['both twice, the other first', [REVOKED, REVOKED, UNINSTALLED, UNINSTALLED]],
] as const;

const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-uninstall-'));
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const DATABASES: readonly (readonly [string, () => Promise<Store>])[] = [
  ['SQLite', () => createSqlStore(openSqlite(path.join(mkdtempSync(path.join(folder, 'db-')), 'hexfix.sqlite')))],
  ['PostgreSQL', async () => createSqlStore(openPostgres(await server.createDatabase()))],
];

describe.each(DATABASES)('on %s', (_name, open) => {
  let slack: FakeOAuth;
  let store: Store;
  let hexfix: Installed;
  let nowMs: number;

  beforeEach(async () => {
    nowMs = Date.UTC(2026, 10, 22);
    slack = await startFakeOAuth(() => '');
    store = await open();
    hexfix = await startInstalled({ apiUrl: slack.url, store, nowMs: () => nowMs });
    for (const who of [LEAVING, STAYING]) {
      await hexfix.install(slack, who);
      await hexfix.deliver(postFrom(who));
      await store.changeSettings({ ...MUTED, tenant: who.team }, { language: 'zh-CN' }, nowMs);
    }
    await queueFor(LEAVING.team);
    expect(await kept(LEAVING.team)).toEqual({ ...EVERYTHING, waiting: 1 });
    nowMs += MINUTE;
    slack.end(LEAVING.team);
    slack.calls.length = 0;
  });

  afterEach(async () => {
    await hexfix.close();
    await store.close();
    await slack.close();
  });

  /** Something that the outbox has not got to yet: nobody kicks it. */
  async function queueFor(tenant: string): Promise<string> {
    const place = writePlace({ channel: WORKSPACE.channel, tenant });
    const key = `switched-off:${tenant} ${nowMs}`;
    const effect = { key, kind: 'switched-off', platform: 'slack', tenant, caseId: key, version: 0, place } as const;
    await store.addEffects([{ ...effect, message: WORKSPACE.person } satisfies NewEffect]);
    return key;
  }

  const tell = (event: object, atMs = nowMs) => hexfix.deliver(eventFrom(LEAVING, { ...event }, atMs));
  const queued = (tenant: string) => store.listEffects({ olderThanMs: -MINUTE, limit: 10, state: 'queued', tenant });

  async function kept(tenant: string) {
    return {
      installation: (await store.findInstallation('slack', tenant)) !== undefined,
      cases: (await store.findCasesOf('slack', tenant, WORKSPACE.person, 10)).length,
      settings: (await store.listSettings('slack', tenant)).length,
      waiting: (await queued(tenant)).length,
    };
  }

  const NOTHING = { installation: false, cases: 0, settings: 0, waiting: 0 };
  const EVERYTHING = { installation: true, cases: 1, settings: 1, waiting: 0 };

  test.each(ORDERS)('after %s nothing is left of the workspace, and nothing is sent', async (_order, events) => {
    for (const event of events) {
      expect(await tell(event)).toBe(200);
      // From the first of them on: what waited is not sent, and there is no token to send it with.
      expect(await kept(LEAVING.team)).toEqual(NOTHING);
    }
    expect(await hexfix.deliver(postFrom(LEAVING))).toBe(200);
    expect(slack.calls).toEqual([]);
    expect(await store.purge('slack', LEAVING.team, nowMs + MINUTE)).toBe(0);
    expect(await kept(STAYING.team)).toEqual(EVERYTHING);
  });

  test.each(ORDERS)('%s, with an installation after the first, leave the new one alone', async (_order, events) => {
    const [first, ...late] = events;
    const removedAtMs = nowMs;
    await tell(first);
    nowMs += MINUTE;
    await hexfix.install(slack, LEAVING);
    await hexfix.deliver(postFrom(LEAVING));
    const waiting = await queueFor(LEAVING.team);
    for (const event of late) expect(await tell(event, removedAtMs)).toBe(200);
    expect(await kept(LEAVING.team)).toMatchObject({ installation: true, cases: 1, settings: 0 });
    expect(await store.findEffectState(waiting)).toBeDefined();
    const place = writePlace({ channel: WORKSPACE.dm, tenant: LEAVING.team });
    await expect(hexfix.adapter.messenger.post(place, WORKED_EN, aSending('k'))).resolves.toBeDefined();
  });
});

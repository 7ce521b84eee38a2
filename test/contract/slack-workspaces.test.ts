/** Many workspaces at once, with the real Bolt: each is answered with its own token, and none after it has left. */

import { writePlace } from '../../src/adapters/slack/place';
import type { Store } from '../../src/store/ports';
import { aSending } from '../fixtures/a-sending';
import { WORKED_EN } from '../fixtures/replies';
import { eventFrom, type Installed, postFrom, startInstalled } from '../fixtures/slack/installed';
import { type FakeOAuth, startFakeOAuth } from '../fixtures/slack/oauth-server';
import { messageEvent } from '../fixtures/slack/payloads';
import { type FakeSocket, startFakeSocket } from '../fixtures/slack/socket-server';
import { WORKSPACE } from '../fixtures/slack/workspace';
import { openMemoryStore } from '../per-worker/memory-store';

const ACME = { team: 'T0ACME' };
const GRID = { team: 'T0ONE', enterprise: 'E0GRID', isEnterpriseInstall: true };
const UNINSTALLED = { type: 'app_uninstalled' };
const REVOKED = { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } };
const MINUTE = 60_000;

let socket: FakeSocket;
let slack: FakeOAuth;
let store: Store;
let isStoreDown: boolean;
let hexfix: Installed;
let nowMs: number;

beforeEach(async () => {
  nowMs = 1_760_000_000_000;
  isStoreDown = false;
  socket = await startFakeSocket();
  slack = await startFakeOAuth(() => socket.url);
  const kept = await openMemoryStore();
  const findInstallation: Store['findInstallation'] = (...which) =>
    isStoreDown ? Promise.reject(new Error('down')) : kept.findInstallation(...which);
  store = { ...kept, findInstallation };
  hexfix = await startInstalled({ apiUrl: slack.url, store, nowMs: () => nowMs });
});

afterEach(async () => {
  await hexfix.close();
  await slack.close();
  await socket.close();
  await store.close();
});

/** The tokens that answers were posted with, in their order. */
function postedWith(): (string | undefined)[] {
  return slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ token }) => token);
}

async function sendTo(tenant: string, from: Installed = hexfix): Promise<string> {
  const place = writePlace({ channel: WORKSPACE.dm, tenant });
  return from.adapter.messenger.post(place, WORKED_EN, aSending('k')).then(
    () => 'sent',
    ({ outcome, message }) => `${outcome} ${message}`,
  );
}

describe('an event', () => {
  test('from a workspace that has installed nothing is acknowledged, with a line in the log and nothing else', async () => {
    expect(await hexfix.deliver(postFrom(ACME))).toBe(200);
    expect(slack.calls).toEqual([]);
    expect(hexfix.log.filter(({ level }) => level === 'warn')).toEqual([
      expect.objectContaining({ fields: { team: 'T0ACME' } }),
    ]);
  });

  test('is sent again while the store cannot tell whose it is, and answered once', async () => {
    await hexfix.install(slack, ACME);
    const event = postFrom(ACME);
    isStoreDown = true;
    expect(await hexfix.deliver(event)).toBe(503);
    isStoreDown = false;
    expect([await hexfix.deliver(event), await hexfix.deliver(event)]).toEqual([200, 200]);
    expect(postedWith()).toHaveLength(1);
  });

  test.each([
    ['nothing to answer', 'Stand-up at 9:30 in room 305', 200],
    ['a code', 'slmgr says 0xC004F074 on this one', 503],
    ['a mention of anybody', 'ask <@U0BOT> or <@U0ELSE>', 503],
    ['a product key', 'ours is ABCDE-FGHJK-23456-QRTVW-98765', 503],
  ])('with %s in a channel asks the store whose it is only where that matters', async (_what, text, status) => {
    await hexfix.install(slack, ACME);
    isStoreDown = true;
    const said = messageEvent({ text, ts: '1760000000.000100', channel: WORKSPACE.channel });
    expect(await hexfix.deliver(eventFrom(ACME, said))).toBe(status);
  });

  test('by an organization’s installation is answered in each workspace, and later sends find the way too', async () => {
    await hexfix.install(slack, GRID);
    for (const team of ['T0ONE', 'T0TWO']) expect(await hexfix.deliver(postFrom({ ...GRID, team }))).toBe(200);
    expect(postedWith()).toEqual([expect.stringContaining('E0GRID'), expect.stringContaining('E0GRID')]);
    const restarted = await startInstalled({ apiUrl: slack.url, store, nowMs: () => nowMs });
    expect([await sendTo('T0TWO', restarted), await sendTo('T0THREE', restarted)]).toEqual([
      'sent',
      'refused not_installed',
    ]);
    await restarted.close();
  });

  test('comes over Socket Mode too, for many workspaces over one connection', async () => {
    for (const team of ['T0ACME', 'T0OTHER']) await hexfix.install(slack, { team });
    const config = { appToken: WORKSPACE.appToken, signingSecrets: [] };
    const listening = await startInstalled({ apiUrl: slack.url, store, nowMs: () => nowMs, config });
    for (const team of ['T0OTHER', 'T0ACME']) await socket.deliver('events_api', postFrom({ team }));
    // Either outbox may have sent them.
    for (const each of [listening, hexfix]) await each.settled();
    expect(postedWith().sort()).toEqual([expect.stringContaining('T0ACME'), expect.stringContaining('T0OTHER')]);
    await listening.close();
  });
});

describe('a send', () => {
  test('before anything came from there finds its token', async () => {
    await hexfix.install(slack, ACME);
    expect(await sendTo('T0ACME')).toBe('sent');
  });

  test('is tried again while the store cannot tell the token', async () => {
    await hexfix.install(slack, ACME);
    isStoreDown = true;
    expect(await sendTo('T0ACME')).toBe('not-sent not_connected');
  });

  test('has no place to report to, and no triage channel but that of a route', () => {
    const { messenger } = hexfix.adapter;
    const near = writePlace({ channel: WORKSPACE.channel, tenant: 'T0ACME' });
    expect([messenger.digest(), messenger.triagePlace(near)]).toEqual([undefined, undefined]);
    const route = { slack: 'C0TRIAGE' };
    expect(messenger.triagePlace(near, route)).toBe(writePlace({ channel: 'C0TRIAGE', tenant: 'T0ACME' }));
  });
});

describe('after a removal', () => {
  beforeEach(async () => {
    await hexfix.install(slack, ACME);
    await hexfix.deliver(postFrom(ACME));
    nowMs += MINUTE;
    slack.end('T0ACME');
    slack.calls.length = 0;
  });

  const tell = (event: object, atMs = nowMs) => hexfix.deliver(eventFrom(ACME, { ...event }, atMs));

  test.each([
    ['told by one event', [UNINSTALLED]],
    ['told by the other', [REVOKED]],
    ['told by both', [UNINSTALLED, REVOKED]],
    ['told by both the other way round', [REVOKED, UNINSTALLED]],
    ['told twice', [REVOKED, REVOKED, UNINSTALLED, UNINSTALLED]],
  ])('%s, nothing is left and nothing is sent', async (_how, events) => {
    for (const event of events) expect(await tell(event)).toBe(200);
    expect(await store.listInstallations('slack')).toEqual([]);
    expect(await store.findCasesOf('slack', 'T0ACME', WORKSPACE.person, 10)).toEqual([]);
    expect(await sendTo('T0ACME')).toBe('refused not_installed');
    expect(await hexfix.deliver(postFrom(ACME))).toBe(200);
    expect(slack.calls).toEqual([]);
  });

  test('and a new installation, late events change nothing', async () => {
    const removedAtMs = nowMs;
    await tell(UNINSTALLED);
    nowMs += MINUTE;
    await hexfix.install(slack, ACME);
    await hexfix.deliver(postFrom(ACME));
    for (const event of [REVOKED, UNINSTALLED]) expect(await tell(event, removedAtMs)).toBe(200);
    expect(await store.listInstallations('slack')).toHaveLength(1);
    expect(await store.findCasesOf('slack', 'T0ACME', WORKSPACE.person, 10)).toHaveLength(1);
    expect(await sendTo('T0ACME')).toBe('sent');
  });

  test('of a person’s token alone, everything stays', async () => {
    expect(await tell({ type: 'tokens_revoked', tokens: { oauth: [WORKSPACE.person] } })).toBe(200);
    expect(await store.listInstallations('slack')).toHaveLength(1);
  });

  test('that the store could not take is told again', async () => {
    const purge = store.purge;
    store.purge = () => Promise.reject(new Error('down'));
    const failing = await startInstalled({ apiUrl: slack.url, store, nowMs: () => nowMs });
    expect(await failing.deliver(eventFrom(ACME, UNINSTALLED, nowMs))).toBe(503);
    await failing.close();
    store.purge = purge;
    expect(await tell(UNINSTALLED)).toBe(200);
  });
});

test('a token is renewed with Slack two hours before its end, and the next answer bears the new one', async () => {
  slack.lastsSeconds = 12 * 60 * 60;
  await hexfix.install(slack, ACME);
  await hexfix.deliver(postFrom(ACME));
  nowMs += 10 * 60 * MINUTE;
  await hexfix.deliver(postFrom(ACME));
  await hexfix.deliver(postFrom(ACME));
  const [first, second, third] = postedWith();
  expect(second).not.toBe(first);
  expect(third).toBe(second);
  const asked = slack.calls.filter(({ method }) => method === 'oauth.v2.access').map(({ args }) => args.grant_type);
  expect(asked).toEqual([undefined, 'refresh_token']);
});

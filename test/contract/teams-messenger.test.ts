/** What the outbox asks of Teams: messages, private ones, redraws, members, links, and what every failure means. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TeamsConfig } from '../../src/adapters/teams/config';
import { SILENT_BOT } from '../fixtures/a-bot';
import { aSending } from '../fixtures/a-sending';
import { FOUND_EN, WORKED_EN } from '../fixtures/replies';
import { startTeams, type TeamsDriver } from './teams/driver';
import { BOT, CHANNEL, chatOf, PERSON, personBy, TENANT, TRIAGE } from './teams/people';

const bot = SILENT_BOT;
const KEY = 'notice:1';
const GROUP = '19:0123456789abcdef@thread.v2';

let driver: TeamsDriver;
let drivers: TeamsDriver[];
beforeEach(async () => {
  drivers = [];
  driver = await start();
});
afterEach(async () => {
  for (const each of drivers) await each.close();
});

async function start(change: Partial<TeamsConfig> = {}): Promise<TeamsDriver> {
  const started = await startTeams({ bot }, change);
  started.fake.conversations.add(CHANNEL).add(GROUP);
  drivers.push(started);
  return started;
}

function place(parts: Readonly<Record<string, unknown>> = {}): string {
  const { serviceUrl } = driver.fake;
  return JSON.stringify({ serviceUrl, conversation: GROUP, bot: BOT.id, tenant: TENANT, ...parts });
}

const calls = () => driver.fake.requests.filter((path) => path.startsWith('/amer/'));

describe('a message', () => {
  test('is posted below the post that it answers', async () => {
    const posted = await driver.messenger.post(place({ replyTo: '17' }), WORKED_EN, aSending(KEY));
    expect(calls()).toEqual([`/amer/v3/conversations/${encodeURIComponent(GROUP)}/activities/17`]);
    expect(posted).toEqual({ conversation: GROUP, place: place(), message: expect.stringMatching(/^\d+$/) });
    expect(driver.screen()).toEqual([expect.objectContaining({ id: posted.message, thread: GROUP })]);
  });

  test('that begins a thread is named as a press on it will name it, and can be redrawn by that', async () => {
    const posted = await driver.messenger.post(place({ conversation: TRIAGE }), FOUND_EN, aSending(KEY));
    expect(posted.conversation).toBe(`${TRIAGE};messageid=${posted.message}`);
    expect(driver.screen('triage')).toEqual([expect.objectContaining({ thread: posted.conversation })]);
    await driver.messenger.redraw(posted.place, posted.message, WORKED_EN);
    expect(driver.screen('triage')).toEqual([
      expect.objectContaining({ id: posted.message, text: expect.stringContaining(WORKED_EN.summary) }),
    ]);
  });

  test('names people', async () => {
    const text = [{ kind: 'person', id: PERSON.id, text: 'somebody' } as const];
    await driver.messenger.post(place(), { ...WORKED_EN, sections: [{ kind: 'prose', text }] }, aSending(KEY));
    expect(driver.screen()[0]?.text).toContain(PERSON.name);
  });

  test('is not looked for: Teams does not let us read', async () => {
    expect(await driver.messenger.findPosted(place(), KEY)).toBe('cannot-tell');
  });
});

describe('a private message', () => {
  test('goes to the chat with the person, which is the same every time', async () => {
    const bo = personBy('colleague');
    for (const _twice of [1, 2]) {
      const posted = await driver.messenger.postPrivately(place(), bo.id, WORKED_EN, aSending(KEY));
      expect(posted).toMatchObject({ conversation: chatOf(bo), place: place({ conversation: chatOf(bo) }) });
    }
    expect(driver.asides('colleague')).toHaveLength(2);
  });

  test('is refused for good where the person does not have the app', async () => {
    driver.fake.withoutApp.add(PERSON.id);
    await expect(driver.messenger.postPrivately(place(), PERSON.id, WORKED_EN, aSending(KEY))).rejects.toMatchObject({
      outcome: 'refused',
      message: 'app-not-installed',
    });
  });

  test('was certainly not sent while there is no chat', async () => {
    driver.fake.chatFailures.push(503);
    await expect(driver.messenger.postPrivately(place(), PERSON.id, WORKED_EN, aSending(KEY))).rejects.toMatchObject({
      outcome: 'not-sent',
    });
  });
});

describe('a message that is taken away', () => {
  test('is gone, and taking it away again does no harm', async () => {
    const { place: where, message } = await driver.messenger.post(place(), WORKED_EN, aSending(KEY));
    for (const _twice of [1, 2]) await driver.messenger.remove(where, message);
    expect(driver.screen()).toEqual([]);
  });

  test.each([
    [503, 'not-sent'],
    [403, 'refused'],
  ])('stays where Teams answers %i', async (failure, outcome) => {
    const { place: where, message } = await driver.messenger.post(place(), WORKED_EN, aSending(KEY));
    driver.fake.failures.push(failure);
    await expect(driver.messenger.remove(where, message)).rejects.toMatchObject({ outcome });
    expect(driver.screen()).toHaveLength(1);
  });
});

describe('what somebody may change', () => {
  const bo = personBy('colleague');

  test.each<[string, Record<string, string>, string]>([
    ['a member, as most are', {}, 'member'],
    ['a guest', { userRole: 'guest' }, 'guest'],
    ['somebody without an account', { userRole: 'anonymous' }, 'guest'],
    ['somebody with a lent account', { userPrincipalName: 'bo_fabrikam.com#EXT#@contoso.onmicrosoft.com' }, 'guest'],
    ['a member of another organization, in a shared channel', { tenantId: 'fabrikam' }, 'guest'],
  ])('is told by the list of members: %s', async (_who, entry, role) => {
    driver.fake.entries.set(bo.id, entry);
    expect(await driver.messenger.roleOf(place(), bo.id)).toBe(role);
  });

  test('is everything for those who are named, unless they are guests', async () => {
    const own = await start({ admins: [bo.aadObjectId.toUpperCase(), PERSON.aadObjectId] });
    const there = place({ serviceUrl: own.fake.serviceUrl });
    own.fake.entries.set(PERSON.id, { userRole: 'guest' });
    expect(await own.messenger.roleOf(there, bo.id)).toBe('admin');
    expect(await own.messenger.roleOf(there, PERSON.id)).toBe('guest');
    expect(await own.messenger.roleOf(there, personBy('agent').id)).toBe('member');
  });

  test('is asked for once for all threads of a channel', async () => {
    for (const thread of [1, 2]) {
      await driver.messenger.roleOf(place({ conversation: `${CHANNEL};messageid=${thread}` }), bo.id);
    }
    expect(calls()).toEqual([
      `/amer/v3/conversations/${encodeURIComponent(CHANNEL)}/members/${encodeURIComponent(bo.id)}`,
    ]);
  });

  test('is their own for who is not there', async () => {
    expect(await driver.messenger.roleOf(place({ conversation: TRIAGE }), bo.id)).toBe('guest');
    expect(await driver.messenger.roleOf('tampered', bo.id)).toBe('guest');
  });

  test('is that of a member while Teams does not say, and is asked for once in a while', async () => {
    driver.fake.lookUpFailures.push(500);
    for (const _twice of [1, 2]) expect(await driver.messenger.roleOf(place(), bo.id)).toBe('member');
    expect(calls()).toHaveLength(1);
  });
});

describe('posts without a mention', () => {
  test.each([
    ['a group chat', GROUP, true],
    ['a thread of a channel', `${CHANNEL};messageid=1`, true],
    ['a chat with one person', chatOf(PERSON), false],
    ['a chat between two people', '19:1_2@unq.gbl.spaces', false],
  ])('reach the bot in %s where that was consented to', async (_where, conversation, canListen) => {
    expect(driver.messenger.canListen(place({ conversation }))).toBe(canListen);
    const own = await start({ listening: false });
    expect(own.messenger.canListen(place({ conversation }))).toBe(false);
  });
});

describe('a failed send', () => {
  test.each([
    [
      { status: 429, retryAfter: '17' },
      { outcome: 'not-sent', retryAfterMs: 17_000 },
    ],
    [412, { outcome: 'not-sent' }],
    [403, { outcome: 'refused' }],
    [502, { outcome: 'repeat' }],
    [307, { outcome: 'not-sent' }],
    ['cut' as const, { outcome: 'unknown' }],
  ])('by %j tells what it means for a new message, and is not repeated', async (failure, meaning) => {
    driver.fake.failures.push(failure);
    await expect(driver.messenger.post(place(), WORKED_EN, aSending(KEY))).rejects.toMatchObject(meaning);
    expect(calls()).toHaveLength(1);
    expect(driver.fake.requests).not.toContain('/elsewhere');
  });

  test.each([
    [503, 'not-sent'],
    ['cut' as const, 'not-sent'],
    [403, 'refused'],
  ])('by %j tells what it means for a redraw', async (failure, outcome) => {
    const { place: where, message } = await driver.messenger.post(place(), FOUND_EN, aSending(KEY));
    driver.fake.failures.push(failure);
    await expect(driver.messenger.redraw(where, message, WORKED_EN)).rejects.toMatchObject({ outcome });
  });

  test('that never left may be tried again', async () => {
    const host = await closedPort();
    const own = await start({ serviceUrlHosts: [host] });
    await expect(
      own.messenger.post(place({ serviceUrl: `http://${host}/` }), WORKED_EN, aSending(KEY)),
    ).rejects.toMatchObject({
      outcome: 'not-sent',
      message: 'ECONNREFUSED',
    });
  });

  test('for want of a token may be tried again', async () => {
    const own = await start({ tokenUrl: `${driver.fake.origin}/keys` });
    const { serviceUrl } = own.fake;
    await expect(own.messenger.post(place({ serviceUrl }), WORKED_EN, aSending(KEY))).rejects.toMatchObject({
      outcome: 'not-sent',
      message: 'no-token',
    });
  });
});

/** A host and port at which nobody listens. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `127.0.0.1:${port}`;
}

describe('a place that was tampered with in the store', () => {
  test.each([
    ['another host', { serviceUrl: 'https://evil.example/amer/' }],
    ['a host that looks allowed', { serviceUrl: 'https://smba.trafficmanager.net.evil.example/' }],
    ['no conversation', { conversation: '' }],
    ['something more', { admin: true }],
  ])('is refused with %s, and no token leaves', async (_what, parts) => {
    const before = driver.fake.requests.length;
    const bad = place(parts);
    await expect(driver.messenger.post(bad, WORKED_EN, aSending(KEY))).rejects.toMatchObject({ outcome: 'refused' });
    await expect(driver.messenger.redraw(bad, '1', WORKED_EN)).rejects.toMatchObject({ outcome: 'refused' });
    await expect(driver.messenger.postPrivately(bad, PERSON.id, WORKED_EN, aSending(KEY))).rejects.toMatchObject({
      outcome: 'refused',
    });
    expect(driver.fake.requests).toHaveLength(before);
  });
});

describe('the triage channel', () => {
  const read = (text: string | undefined) => JSON.parse(text ?? 'null');

  test('takes the cases of its own organization only', () => {
    const { messenger, fake } = driver;
    expect(read(messenger.triagePlace(place({ replyTo: '17', team: 'group' })))).toEqual({
      serviceUrl: fake.serviceUrl,
      conversation: TRIAGE,
      bot: BOT.id,
      tenant: TENANT,
    });
    expect(messenger.triagePlace(place({ tenant: 'another' }))).toBeUndefined();
    expect(messenger.triagePlace('{}')).toBeUndefined();
    const { place: forReports, tenant } = messenger.digest() ?? {};
    expect(read(forReports)).toMatchObject({ serviceUrl: 'https://smba.trafficmanager.net/teams/' });
    expect(tenant).toBe(TENANT);
  });

  test('may have an address of its own', async () => {
    const serviceUrl = 'https://smba.infra.gcc.teams.microsoft.com/gcc';
    const own = await start({ triage: { channel: TRIAGE, tenant: TENANT, serviceUrl } });
    expect(read(own.messenger.triagePlace(place()))).toMatchObject({ serviceUrl });
    expect(read(own.messenger.digest()?.place)).toMatchObject({ serviceUrl });
  });

  test('has its members, who are asked for once in a while', async () => {
    const { messenger } = driver;
    for (const _twice of [1, 2]) {
      expect(await messenger.isAgent(place(), personBy('agent').id)).toBe(true);
      expect(await messenger.isAgent(place(), PERSON.id)).toBe(false);
    }
    expect(calls()).toHaveLength(2);
  });

  test('has nobody of another organization', async () => {
    expect(await driver.messenger.isAgent(place({ tenant: 'another' }), personBy('agent').id)).toBe(false);
    expect(calls()).toEqual([]);
  });

  test.each([403, 429, 500])('takes everybody for a member while Teams answers %i', async (status) => {
    driver.fake.lookUpFailures.push(status);
    expect(await driver.messenger.isAgent(place(), PERSON.id)).toBe(true);
  });
});

test('a link leads to a message where there is one', async () => {
  const { messenger } = driver;
  expect(await messenger.linkTo(place({ conversation: `${CHANNEL};messageid=1` }), '2')).toMatch(
    /^https:\/\/teams\.microsoft\.com\/l\/message\/.*parentMessageId=1/,
  );
  expect(await messenger.linkTo(place({ conversation: chatOf(PERSON) }), '2')).toBeUndefined();
  expect(await messenger.linkTo('tampered', '2')).toBeUndefined();
});

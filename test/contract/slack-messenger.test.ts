/** What nobody waits for on Slack: posted once, found again, redrawn; and who works at the help desk. */

import { readPlace, writePlace } from '../../src/adapters/slack/place';
import { METHOD_SCOPES } from '../../src/adapters/slack/subscriptions';
import type { Messenger } from '../../src/outbox/messenger';
import { aSending } from '../fixtures/a-sending';
import { FOUND_EN, WORKED_EN } from '../fixtures/replies';
import { ALL_SCOPES } from '../fixtures/slack/driver';
import { type FakeWebApi, startFakeWebApi, type Trouble } from '../fixtures/slack/fake-web-api';
import { type Hexfix, startHexfix } from '../fixtures/slack/hexfix';
import { createScriptedBot } from '../fixtures/slack/scripted-bot';
import { WORKSPACE } from '../fixtures/slack/workspace';

const { channel, triage, team, otherBot, person, others } = WORKSPACE;
const THREAD = '1750000000.000100';
const IN_THREAD = writePlace({ channel, thread: THREAD, tenant: team });
const IN_TRIAGE = writePlace({ channel: triage, tenant: team });
const ELSEWHERE = writePlace({ channel, thread: THREAD, tenant: 'T0OTHER' });
const FOREIGN_PLACE = '{"conversation":{"id":"19:abc"}}';
const DAY_MS = 24 * 60 * 60 * 1000;

let api: FakeWebApi;
let hexfix: Hexfix;
let messenger: Messenger;
let nowMs: number;

async function start(options: Partial<Parameters<typeof startHexfix>[0]> = {}, scopes: readonly string[] = ALL_SCOPES) {
  api = await startFakeWebApi(scopes);
  const config = { triageChannel: triage };
  hexfix = await startHexfix({ apiUrl: api.url, bot: createScriptedBot(), config, nowMs: () => nowMs, ...options });
  messenger = hexfix.adapter.messenger;
}

async function stop(): Promise<void> {
  await hexfix.close();
  await api.close();
}

async function restart(...options: Parameters<typeof start>): Promise<void> {
  await stop();
  await start(...options);
}

beforeEach(async () => {
  nowMs = 1_760_000_500_000;
  await start();
});

afterEach(stop);

function countCalls(method: string): number {
  return api.calls.filter((call) => call.method === method).length;
}

describe('posts', () => {
  test('into the thread, marked with its key', async () => {
    const posted = await messenger.post(IN_THREAD, FOUND_EN, aSending('notice:1'));
    expect(posted).toEqual({ conversation: channel, place: IN_THREAD, message: expect.any(String) });
    expect(api.messages.get(posted.message)).toMatchObject({
      channel,
      thread: THREAD,
      text: FOUND_EN.summary,
      metadata: { event_type: 'hexfix', event_payload: { key: 'notice:1' } },
    });
  });

  test('into the channel where the help desk works', async () => {
    const place = messenger.triagePlace(IN_THREAD) ?? '';
    expect(await messenger.post(place, FOUND_EN, aSending('triage:1'))).toMatchObject({
      conversation: triage,
      place: IN_TRIAGE,
    });
    expect([...api.messages.values()]).toEqual([expect.objectContaining({ channel: triage, thread: undefined })]);
  });

  test('where the app as a whole reports, and knows the workspace by then', async () => {
    const target = messenger.digest();
    expect(target?.tenant).toBe(team);
    const { place } = await messenger.post(target?.place ?? '', FOUND_EN, aSending('digest:1'));
    expect(readPlace(place)).toEqual({ channel: triage, tenant: team });
  });

  test('to one person alone, and tells where that has come to stand', async () => {
    const posted = await messenger.postPrivately(IN_THREAD, others.colleague, FOUND_EN, aSending('copy:1'));
    expect(posted).toMatchObject({
      conversation: 'D0COLLEAGUE',
      place: writePlace({ channel: 'D0COLLEAGUE', tenant: team }),
    });
    await messenger.redraw(posted.place, posted.message, WORKED_EN);
    expect(api.messages.get(posted.message)).toMatchObject({ channel: 'D0COLLEAGUE', text: WORKED_EN.summary });
  });

  test.each<[string, Trouble, object]>([
    [
      '429',
      { kind: 'answer', status: 429, headers: { 'retry-after': '30' } },
      { outcome: 'not-sent', retryAfterMs: 30_000 },
    ],
    ['429 without a time', { kind: 'answer', status: 429 }, { outcome: 'not-sent' }],
    ['503', { kind: 'answer', status: 503 }, { outcome: 'repeat', message: 'http_503' }],
    ['internal_error', refusal('internal_error'), { outcome: 'repeat', message: 'internal_error' }],
    ['not_in_channel', refusal('not_in_channel'), { outcome: 'refused', message: 'not_in_channel' }],
    ['a lost connection', { kind: 'reset', when: 'after' }, { outcome: 'unknown' }],
    ['an answer without an id', { kind: 'answer', status: 200, body: '{"ok":true}' }, { outcome: 'unknown' }],
  ])('and tells what has become of it after %s', async (_what, trouble, failure) => {
    api.meet('chat.postMessage', trouble);
    await expect(messenger.post(IN_THREAD, FOUND_EN, aSending('k'))).rejects.toMatchObject({
      name: 'SendFailure',
      ...failure,
    });
  });

  test('and redraws nothing where the place is none of ours', async () => {
    const refused = { name: 'SendFailure', outcome: 'refused' };
    await expect(messenger.post(FOREIGN_PLACE, FOUND_EN, aSending('k'))).rejects.toMatchObject(refused);
    await expect(messenger.postPrivately('', person, FOUND_EN, aSending('k'))).rejects.toMatchObject(refused);
    await expect(messenger.redraw('null', '1.2', FOUND_EN)).rejects.toMatchObject(refused);
  });

  test('and tells when a redraw is refused, or may be tried again', async () => {
    const { message } = await messenger.post(IN_THREAD, FOUND_EN, aSending('k'));
    api.meet('chat.update', { kind: 'answer', status: 429, headers: { 'retry-after': '2' } });
    const limited = { outcome: 'not-sent', retryAfterMs: 2_000 };
    await expect(messenger.redraw(IN_THREAD, message, WORKED_EN)).rejects.toMatchObject(limited);
    api.frozen.add(message);
    await expect(messenger.redraw(IN_THREAD, message, WORKED_EN)).rejects.toMatchObject({ outcome: 'refused' });
  });
});

describe('before Slack is connected', () => {
  beforeEach(() => restart({ start: false }));

  test('sends nothing, and says that it may be tried again', async () => {
    const notSent = { name: 'SendFailure', outcome: 'not-sent' };
    await expect(messenger.post(IN_THREAD, FOUND_EN, aSending('k'))).rejects.toMatchObject(notSent);
    await expect(messenger.postPrivately(IN_THREAD, person, FOUND_EN, aSending('k'))).rejects.toMatchObject(notSent);
    await expect(messenger.redraw(IN_THREAD, '1.2', FOUND_EN)).rejects.toMatchObject(notSent);
    expect(api.calls).toEqual([]);
  });

  test('knows nothing, and says so', async () => {
    await expect(messenger.findPosted(IN_THREAD, 'k')).rejects.toMatchObject({ outcome: 'not-sent' });
    expect(await messenger.isAgent(IN_THREAD, person)).toBe(true);
    expect(await messenger.linkTo(IN_THREAD, '1.2')).toBeUndefined();
    expect(messenger.triagePlace(IN_THREAD)).toBeUndefined();
    expect(messenger.digest()).toBeUndefined();
  });
});

describe('finds what it has posted', () => {
  /** Messages of somebody else, so many that they take more than one page. */
  function chatter(count: number, where: { readonly channel: string; readonly thread?: string }): void {
    for (let index = 0; index < count; index++) {
      const ts = `${1_760_000_100 + index}.000300`;
      api.messages.set(ts, { thread: undefined, ...where, ts, text: 'chat', blocks: [], botId: otherBot.id });
    }
  }

  test('in a thread', async () => {
    await messenger.post(IN_THREAD, FOUND_EN, aSending('another'));
    const posted = await messenger.post(IN_THREAD, FOUND_EN, aSending('k'));
    expect(await messenger.findPosted(IN_THREAD, 'k')).toEqual(posted);
  });

  test('in a channel, past the newest page', async () => {
    const posted = await messenger.post(IN_TRIAGE, FOUND_EN, aSending('k'));
    chatter(250, { channel: triage });
    expect(await messenger.findPosted(IN_TRIAGE, 'k')).toEqual(posted);
    expect(countCalls('conversations.history')).toBe(2);
  });

  test('after a redraw', async () => {
    const posted = await messenger.post(IN_TRIAGE, FOUND_EN, aSending('k'));
    await messenger.redraw(posted.place, posted.message, WORKED_EN);
    expect(await messenger.findPosted(IN_TRIAGE, 'k')).toEqual(posted);
  });

  test('in another place not', async () => {
    await messenger.post(IN_TRIAGE, FOUND_EN, aSending('k'));
    expect(await messenger.findPosted(IN_THREAD, 'k')).toBe('absent');
  });

  test('but takes no other app’s message for it', async () => {
    const { message } = await messenger.post(IN_TRIAGE, FOUND_EN, aSending('k'));
    const posted = api.messages.get(message);
    if (posted !== undefined) api.messages.set(message, { ...posted, botId: otherBot.id });
    expect(await messenger.findPosted(IN_TRIAGE, 'k')).toBe('absent');
  });

  test('no further back than anybody wants to know', async () => {
    await messenger.post(IN_TRIAGE, FOUND_EN, aSending('k'));
    nowMs += 31 * DAY_MS;
    expect(await messenger.findPosted(IN_TRIAGE, 'k')).toBe('absent');
  });

  test('or admits that there is too much to look through', async () => {
    await messenger.post(IN_TRIAGE, FOUND_EN, aSending('k'));
    chatter(1_000, { channel: triage });
    expect(await messenger.findPosted(IN_TRIAGE, 'k')).toBe('cannot-tell');
    expect(countCalls('conversations.history')).toBe(5);
  });

  test('or admits that it may not look', async () => {
    await restart({}, Object.values(METHOD_SCOPES).flat());
    await messenger.post(IN_THREAD, FOUND_EN, aSending('k'));
    expect(await messenger.findPosted(IN_THREAD, 'k')).toBe('cannot-tell');
    expect(hexfix.log).toContainEqual(expect.objectContaining({ level: 'warn', fields: { code: 'missing_scope' } }));
  });

  test.each<[string, Trouble, object]>([
    [
      'is too fast for Slack',
      { kind: 'answer', status: 429, headers: { 'retry-after': '60' } },
      { retryAfterMs: 60_000 },
    ],
    ['gets no answer', { kind: 'reset', when: 'before' }, {}],
  ])('or may look again later when it %s', async (_what, trouble, told) => {
    api.meet('conversations.replies', trouble);
    await expect(messenger.findPosted(IN_THREAD, 'k')).rejects.toMatchObject({ name: 'SendFailure', ...told });
  });

  test('nowhere where the place is none of ours', async () => {
    expect(await messenger.findPosted(FOREIGN_PLACE, 'k')).toBe('cannot-tell');
  });
});

describe('the place of the help desk', () => {
  test('is the triage channel, not a thread of it', () => {
    expect(messenger.triagePlace(IN_THREAD)).toBe(IN_TRIAGE);
  });

  test.each([
    ['another workspace', ELSEWHERE],
    ['what is none of ours', FOREIGN_PLACE],
  ])('is not for %s', (_what, near) => {
    expect(messenger.triagePlace(near)).toBeUndefined();
  });

  test('is the channel of a route, whose members are asked for', async () => {
    const route = { slack: 'G0NETWORK' };
    expect(messenger.triagePlace(IN_THREAD, route)).toBe(writePlace({ channel: 'G0NETWORK', tenant: team }));
    expect(messenger.triagePlace(ELSEWHERE, route)).toBeUndefined();
    for (const each of [route, undefined, route]) await messenger.isAgent(IN_THREAD, person, each);
    const asked = api.calls.filter(({ method }) => method === 'conversations.members');
    expect(asked.map((call) => call.args.channel)).toEqual(['G0NETWORK', triage]);
  });

  test('is nowhere unless configured', async () => {
    await restart({ config: {} });
    expect(messenger.triagePlace(IN_THREAD)).toBeUndefined();
    expect(messenger.digest()).toBeUndefined();
    expect(await messenger.isAgent(IN_THREAD, person)).toBe(true);
  });
});

describe('an agent', () => {
  test('is who is in the triage channel', async () => {
    expect(await messenger.isAgent(IN_THREAD, others.agent)).toBe(true);
    expect(await messenger.isAgent(IN_THREAD, person)).toBe(false);
    expect(countCalls('conversations.members')).toBe(1);
  });

  test('is found on any page of its members', async () => {
    for (let index = 0; index < 1_100; index++) api.triageMembers.add(`U0M${index}`);
    api.triageMembers.add(person);
    expect(await messenger.isAgent(IN_THREAD, person)).toBe(true);
    expect(await messenger.isAgent(IN_THREAD, others.colleague)).toBe(false);
    expect(countCalls('conversations.members')).toBe(2);
  });

  test('is no longer one five minutes after leaving, and one after coming', async () => {
    await messenger.isAgent(IN_THREAD, person);
    api.triageMembers.delete(others.agent);
    api.triageMembers.add(person);
    nowMs += 5 * 60_000 - 1;
    expect(await messenger.isAgent(IN_THREAD, others.agent)).toBe(true);
    nowMs += 1;
    expect(await messenger.isAgent(IN_THREAD, others.agent)).toBe(false);
    expect(await messenger.isAgent(IN_THREAD, person)).toBe(true);
  });

  test.each([
    ['the scope is missing', [...Object.values(METHOD_SCOPES).flat()], undefined, 'missing_scope'],
    ['Slack is in trouble', ALL_SCOPES, { kind: 'answer', status: 503 } as const, 'http_503'],
  ])('is anybody while %s, and the log says so once', async (_what, scopes, trouble, code) => {
    await restart({}, scopes);
    for (let tries = 0; tries < 2; tries++) {
      if (trouble !== undefined) api.meet('conversations.members', trouble);
      expect(await messenger.isAgent(IN_THREAD, person)).toBe(true);
      nowMs += 29_999;
      expect(await messenger.isAgent(IN_THREAD, person)).toBe(true);
      nowMs += 1;
    }
    expect(countCalls('conversations.members')).toBe(2);
    expect(hexfix.log.filter(({ fields }) => fields.code === code)).toHaveLength(1);
  });

  test('is anybody while Slack takes its time', async () => {
    await restart({ timing: { lookUpMs: 1 } });
    let release = () => {};
    api.meet('conversations.members', { kind: 'wait', until: new Promise((resolve) => (release = () => resolve())) });
    expect(await messenger.isAgent(IN_THREAD, person)).toBe(true);
    release();
  });

  test('is anybody where there are too many to look through', async () => {
    for (let index = 0; index < 5_000; index++) api.triageMembers.add(`U0M${index}`);
    expect(await messenger.isAgent(IN_THREAD, person)).toBe(true);
    expect(countCalls('conversations.members')).toBe(5);
  });

  test('is not told apart in another workspace', async () => {
    expect(await messenger.isAgent(ELSEWHERE, person)).toBe(true);
    expect(countCalls('conversations.members')).toBe(0);
  });
});

describe('a link to a message', () => {
  test('is Slack’s, and asked for once', async () => {
    const { place, message } = await messenger.post(IN_THREAD, FOUND_EN, aSending('k'));
    const link = `https://fixture.slack.com/archives/${channel}/p${message}`;
    expect([await messenger.linkTo(place, message), await messenger.linkTo(place, message)]).toEqual([link, link]);
    expect(countCalls('chat.getPermalink')).toBe(1);
  });

  test('is missing where Slack does not tell, and asked for again', async () => {
    const { place, message } = await messenger.post(IN_THREAD, FOUND_EN, aSending('k'));
    api.meet('chat.getPermalink', { kind: 'answer', status: 503 });
    expect(await messenger.linkTo(place, message)).toBeUndefined();
    expect(await messenger.linkTo(place, message)).toMatch(/^https:/);
  });

  test.each(['javascript:alert(1)', 'http://fixture.slack.com/archives/1'])('is never %s', async (permalink) => {
    const body = JSON.stringify({ ok: true, permalink });
    api.meet('chat.getPermalink', { kind: 'answer', status: 200, body });
    expect(await messenger.linkTo(IN_THREAD, '1.2')).toBeUndefined();
  });

  test('keeps nobody waiting', async () => {
    await restart({ timing: { lookUpMs: 1 } });
    let release = () => {};
    api.meet('chat.getPermalink', { kind: 'wait', until: new Promise((resolve) => (release = () => resolve())) });
    expect(await messenger.linkTo(IN_THREAD, '1.2')).toBeUndefined();
    release();
  });

  test('leads nowhere from a place that is none of ours', async () => {
    expect(await messenger.linkTo(FOREIGN_PLACE, '1.2')).toBeUndefined();
  });
});

function refusal(error: string): Trouble {
  return { kind: 'answer', status: 200, body: JSON.stringify({ ok: false, error }) };
}

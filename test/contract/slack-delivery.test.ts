/** Slack's deliveries: doubled, delayed, out of order, and with a Web API that fails in every way it can. */

import { METHOD_SCOPES } from '../../src/adapters/slack/subscriptions';
import { type FakeWebApi, startFakeWebApi, type Trouble } from '../fixtures/slack/fake-web-api';
import { type Hexfix, startHexfix } from '../fixtures/slack/hexfix';
import { changeEvent, eventCallback, mentionEvent, messageEvent, type Written } from '../fixtures/slack/payloads';
import { eventRequest, type Retry, send } from '../fixtures/slack/signed-sender';
import { WORKSPACE } from '../fixtures/slack/workspace';
import { createRealBot } from './real-bot';

const { channel, dm, bot, botToken, signingSecret } = WORKSPACE;
const ALL_SCOPES = Object.values(METHOD_SCOPES).flat();
const CHINESE = /[\u4E00-\u9FFF]/;

let api: FakeWebApi;
let hexfix: Hexfix;
let clock = 1_770_000_000;

beforeEach(async () => {
  api = await startFakeWebApi(ALL_SCOPES);
  hexfix = await startHexfix({ apiUrl: api.url });
});

afterEach(async () => {
  await hexfix.close();
  await api.close();
});

function write(text: string, where: Partial<Written> = {}): Written {
  return { text, ts: `${++clock}.000300`, channel: dm, ...where };
}

function mention(text: string): Written {
  return write(`<@${bot.user}> ${text}`, { channel });
}

async function deliver(event: Readonly<Record<string, unknown>>, retry?: Retry): Promise<number> {
  const { status } = await send(hexfix.eventsUrl, eventRequest(eventCallback(event), retry));
  await hexfix.settled();
  return status;
}

function screen() {
  return [...api.messages.values()];
}

function posts() {
  return api.calls.filter(({ method }) => method === 'chat.postMessage');
}

/** Brings Hexfix up again in other conditions. */
async function restart(options: Partial<Parameters<typeof startHexfix>[0]>, scopes?: readonly string[]): Promise<void> {
  await hexfix.close();
  if (scopes !== undefined) {
    await api.close();
    api = await startFakeWebApi(scopes);
  }
  hexfix = await startHexfix({ apiUrl: api.url, ...options });
}

describe('one post, one answer', () => {
  test.each([
    ['the message first', [messageEvent, mentionEvent]],
    ['the mention first', [mentionEvent, messageEvent]],
  ] as const)('when a mention comes as two events, %s', async (_order, kinds) => {
    const post = mention('help');
    for (const kind of kinds) expect(await deliver(kind(post))).toBe(200);
    expect(screen()).toEqual([expect.objectContaining({ channel, thread: post.ts })]);
  });

  test('when Slack sends eleven events with ids of their own', async () => {
    const post = messageEvent(write('0xC004F074'));
    const statuses = await Promise.all(Array.from({ length: 11 }, () => deliver(post)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(screen()).toHaveLength(1);
  });

  test('when only the retry has arrived', async () => {
    expect(await deliver(messageEvent(write('0xC004F074')), { num: 2, reason: 'http_timeout' })).toBe(200);
    expect(screen()).toHaveLength(1);
  });

  test('when the same request is replayed', async () => {
    const request = eventRequest(eventCallback(messageEvent(write('0xC004F074'))));
    await send(hexfix.eventsUrl, request);
    expect((await send(hexfix.eventsUrl, request)).status).toBe(200);
    expect(screen()).toHaveLength(1);
  });
});

describe('the message that is posted', () => {
  test('stands in the thread of the post, with text and blocks, and unfolds or links nothing', async () => {
    const post = write('0xC004F074', { channel, thread: '1769999999.000100' });
    await deliver(messageEvent(post));
    expect(posts()[0]?.args).toMatchObject({
      channel,
      thread_ts: '1769999999.000100',
      parse: 'none',
      link_names: 'false',
      unfurl_links: 'false',
      unfurl_media: 'false',
      text: expect.stringContaining('0xC004F074'),
      blocks: expect.stringContaining('0xC004F074'),
    });
  });

  test('is in the language that the person has set in Slack, when the post itself tells none', async () => {
    api.person.locale = 'zh-CN';
    await deliver(messageEvent(write('0xC004F074')));
    await deliver(messageEvent(write('0x8007232B')));
    expect(screen().map(({ text }) => CHINESE.test(text))).toEqual([true, true]);
    expect(api.calls.filter(({ method }) => method === 'users.info')).toHaveLength(1);
  });

  test('is not prepared for by asking about everybody who chats in a channel', async () => {
    await deliver(messageEvent(write('lunch?', { channel })));
    expect(api.calls.map(({ method }) => method)).toEqual(['auth.test']);
  });

  test('comes without that language when Slack does not tell it', async () => {
    await restart({}, ['chat:write']);
    await deliver(messageEvent(write('0xC004F074')));
    await deliver(messageEvent(write('0x8007232B')));
    await deliver(messageEvent(write('0xC004F035', { user: 'U0SOMEBODY' })));
    expect(screen()).toHaveLength(3);
    expect(api.calls.filter(({ method }) => method === 'users.info')).toHaveLength(2);
    expect(hexfix.log.filter(({ fields }) => fields.code === 'missing_scope')).toHaveLength(1);
  });

  test('does not wait for that language when Slack is slow to tell it', async () => {
    await restart({ timing: { lookUpMs: 1 } });
    let release = () => {};
    api.meet('users.info', { kind: 'wait', until: new Promise((resolve) => (release = () => resolve())) });
    expect(await deliver(messageEvent(write('0xC004F074')))).toBe(200);
    expect(screen()).toHaveLength(1);
    release();
  });
});

describe('an edit', () => {
  test('that only unfolds a link changes nothing', async () => {
    const post = write('0xC004F074 https://example.com');
    await deliver(messageEvent(post));
    const before = api.calls.length;
    expect(await deliver(changeEvent(post, post.text))).toBe(200);
    expect(api.calls).toHaveLength(before);
  });

  test('that puts a code into a post is answered in its thread', async () => {
    const post = write('it fails', { channel });
    await deliver(messageEvent(post));
    await deliver(changeEvent(post, 'it fails with 0xC004F074'));
    expect(screen()).toEqual([expect.objectContaining({ thread: post.ts })]);
  });

  test('that puts the mention in is answered once, although Slack tells it twice', async () => {
    const before = write('0xC004F074', { channel });
    const after = { ...before, text: `<@${bot.user}> 0xC004F074` };
    await deliver(changeEvent(before, after.text));
    await deliver({ ...mentionEvent(after), edited: { user: WORKSPACE.person, ts: '1779999999.000000' } });
    expect(screen()).toHaveLength(1);
  });

  test('whose redraw meets a lost connection is acknowledged: the outbox draws again, and nothing new is posted', async () => {
    const post = write('0xC004F074');
    await deliver(messageEvent(post));
    api.meet('chat.update', { kind: 'reset', when: 'before' });
    expect(await deliver(changeEvent(post, '0x8007232B'))).toBe(200);
    expect(screen()).toHaveLength(1);
  });
});

describe('says nothing to', () => {
  test.each([
    ['channel_join', { subtype: 'channel_join' }],
    ['bot_message', { subtype: 'bot_message' }],
    ['message_deleted', { subtype: 'message_deleted', hidden: true }],
    ['a hidden message', { hidden: true }],
    ['a workflow', { bot_id: 'B0WORKFLOW' }],
    ['a message without a user', { user: undefined }],
    ['a message without text', { text: undefined }],
  ])('%s', async (_what, change) => {
    expect(await deliver({ ...messageEvent(write('0xC004F074')), ...change })).toBe(200);
    expect(screen()).toEqual([]);
  });

  test.each(['file_share', 'thread_broadcast'])('nobody but answers %s', async (subtype) => {
    expect(await deliver({ ...messageEvent(write('0xC004F074')), subtype })).toBe(200);
    expect(screen()).toHaveLength(1);
  });
});

/** Nothing was posted: the answer waits for another try. */
const WORTH_ANOTHER_TRY: readonly (readonly [string, Trouble])[] = [
  ['429 with Retry-After', { kind: 'answer', status: 429, headers: { 'retry-after': '30' } }],
  ['429 without Retry-After', { kind: 'answer', status: 429 }],
  ['500', { kind: 'answer', status: 500, body: 'oops' }],
  ['503', { kind: 'answer', status: 503 }],
  ...['ratelimited', 'internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'].map(
    (error) => [error, refusal(error)] as const,
  ),
];

/** Slack means it: trying again would not help. */
const REFUSALS = ['channel_not_found', 'not_in_channel', 'is_archived', 'restricted_action', 'msg_too_long'];

/** Slack may have posted it: a second try could make it appear twice. */
const UNCERTAIN: readonly (readonly [string, Trouble, number])[] = [
  ['a connection lost before Slack has posted', { kind: 'reset', when: 'before' }, 0],
  ['a connection lost after Slack has posted', { kind: 'reset', when: 'after' }, 1],
  ['a page of HTML under status 200', { kind: 'answer', status: 200, body: '<html>We’ll be back</html>' }, 0],
];

function refusal(error: string): Trouble {
  return { kind: 'answer', status: 200, body: JSON.stringify({ ok: false, error }) };
}

describe('when chat.postMessage meets', () => {
  test.each(WORTH_ANOTHER_TRY)('%s, the event is taken and its answer waits', async (_what, trouble) => {
    const post = messageEvent(write('0xC004F074'));
    api.meet('chat.postMessage', trouble);
    expect(await deliver(post)).toBe(200);
    expect(screen()).toEqual([]);
    expect(await hexfix.store?.nextDueInMs()).toBeGreaterThan(0);
    expect(await deliver(post, { num: 1, reason: 'http_error' })).toBe(200);
    expect(posts()).toHaveLength(1);
  });

  test.each(REFUSALS)('%s, the event is done with, and the log says why', async (error) => {
    api.meet('chat.postMessage', refusal(error));
    expect(await deliver(messageEvent(write('0xC004F074')))).toBe(200);
    expect(posts()).toHaveLength(1);
    const told = { level: 'error', fields: expect.objectContaining({ kind: 'answer', code: error }) };
    expect(hexfix.log).toContainEqual(expect.objectContaining(told));
  });

  test.each(UNCERTAIN)('%s, it is not posted again', async (_what, trouble, posted) => {
    const post = messageEvent(write('0xC004F074'));
    api.meet('chat.postMessage', trouble);
    expect(await deliver(post)).toBe(200);
    expect(await deliver(post, { num: 1, reason: 'http_timeout' })).toBe(200);
    expect(posts()).toHaveLength(1);
    expect(screen()).toHaveLength(posted);
  });

  test('silence, the event is acknowledged all the same', async () => {
    let release = () => {};
    api.meet('chat.postMessage', { kind: 'wait', until: new Promise((resolve) => (release = () => resolve())) });
    const request = eventRequest(eventCallback(messageEvent(write('0xC004F074'))));
    expect((await send(hexfix.eventsUrl, request)).status).toBe(200);
    release();
    await hexfix.settled();
    expect(posts()).toHaveLength(1);
  });

  test('silence without end, the call is given up', async () => {
    // The calls around it are answered in time, on a machine with much to do as well.
    await restart({ timing: { callMs: 500 } });
    let release = () => {};
    api.meet('chat.postMessage', { kind: 'wait', until: new Promise((resolve) => (release = () => resolve())) });
    expect(await deliver(messageEvent(write('0xC004F074')))).toBe(200);
    expect(hexfix.log).toContainEqual(
      expect.objectContaining({ level: 'error', message: expect.stringContaining('not sent again') }),
    );
    release();
  });
});

describe('a fault of ours', () => {
  test('is a 503, so that Slack sends the event again', async () => {
    const own = await createRealBot();
    await own.close();
    await restart({ bot: own.bot });
    expect(await deliver(messageEvent(write('0xC004F074')))).toBe(503);
    const [fault] = hexfix.log.filter(({ level }) => level === 'error');
    expect(fault?.fields).toMatchObject({ payload: 'event_callback', at: expect.any(Array) });
    expect(fault?.fields.error).not.toBe('UnknownError');
  });

  test('that lasts is a 503 in time, and what it leads to is known when Slack sends the event again', async () => {
    const own = await createRealBot();
    let release = () => {};
    const slow = new Promise<void>((resolve) => (release = resolve));
    const onMessage: typeof own.bot.onMessage = async (inbound) => {
      await slow;
      return own.bot.onMessage(inbound);
    };
    await restart({ bot: { ...own.bot, onMessage }, timing: { answerWithinMs: 1 } });
    const post = messageEvent(write('0xC004F074'));
    expect(await deliver(post)).toBe(503);
    release();
    await hexfix.adapter.close();
    // Its outbox has no way to Slack here.
    await own.settled();
    expect((await own.store.outboxStats()).count.refused).toBeGreaterThan(0);
    await own.close();
  });

  test('puts neither text nor tokens into the log', async () => {
    const secretText = 'printer-7 is on fire';
    const troubles = [...WORTH_ANOTHER_TRY, ...UNCERTAIN].map(([, trouble]) => trouble);
    for (const trouble of [...troubles, ...REFUSALS.map(refusal)]) {
      api.meet('chat.postMessage', trouble);
      await deliver(messageEvent(write(`0xC004F074 ${secretText}`)));
    }
    const log = JSON.stringify(hexfix.log);
    expect(hexfix.log.length).toBeGreaterThanOrEqual(troubles.length);
    for (const secret of [secretText, botToken, signingSecret, 'html', 'oops', 'KMS'])
      expect(log).not.toContain(secret);
  });
});

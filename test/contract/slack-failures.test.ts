/** What becomes of a post when Slack fails in each of its ways: the real outbox and client, and a Slack that misbehaves. */

import { writePlace } from '../../src/adapters/slack/place';
import { METHOD_SCOPES } from '../../src/adapters/slack/subscriptions';
import { DEFAULT_TIMING } from '../../src/adapters/slack/timing';
import { createDispatch, type Dispatch } from '../fixtures/dispatch';
import { ALL_SCOPES } from '../fixtures/slack/driver';
import { type FakeWebApi, startFakeWebApi, type Trouble } from '../fixtures/slack/fake-web-api';
import { type Hexfix, startHexfix } from '../fixtures/slack/hexfix';
import { createScriptedBot } from '../fixtures/slack/scripted-bot';
import { WORKSPACE } from '../fixtures/slack/workspace';

const { channel, team, others } = WORKSPACE;
const PLACE = writePlace({ channel, thread: '1750000000.000100', tenant: team });
const MINUTE_MS = 60_000;
/** A little later than the messages of the fake. */
const NOW_MS = 1_760_000_500_000;
/** What has perhaps been sent is looked for at once, and again when its lease has run out. */
const LEASE_MS = 30_000;
/** Who may post, and not look. */
const BLIND = Object.values(METHOD_SCOPES).flat();

let api: FakeWebApi;
let hexfix: Hexfix;
let dispatch: Dispatch;

/** One Slack for all cases of a group: to start one takes longer than a case. */
async function start(options: { scopes?: readonly string[]; callMs?: number } = {}): Promise<void> {
  api = await startFakeWebApi(options.scopes ?? ALL_SCOPES);
  const timing = options.callMs === undefined ? {} : { timing: { callMs: options.callMs } };
  hexfix = await startHexfix({ apiUrl: api.url, bot: createScriptedBot(), nowMs: () => NOW_MS, ...timing });
}

beforeEach(async () => {
  api.messages.clear();
  dispatch = await createDispatch('slack', hexfix.adapter.messenger, PLACE);
});

afterEach(() => dispatch.close());

async function stop(): Promise<void> {
  await hexfix.close();
  await api.close();
}

function status(code: number, more: Partial<Extract<Trouble, { kind: 'answer' }>> = {}): Trouble {
  return { kind: 'answer', status: code, ...more };
}

function refusal(error: string, more: { isDone?: true } = {}): Trouble {
  return status(200, { body: JSON.stringify({ ok: false, error }), ...more });
}

const HTML = '<html><body>Slack is down</body></html>';
const DONE = { isDone: true } as const;

/** The waits between the tries of the one effect. */
function waits(): number[] {
  return dispatch.tries.slice(1).map(({ atMs }, index) => atMs - (dispatch.tries[index]?.atMs ?? 0));
}

describe('a failure that passes', () => {
  beforeAll(() => start());
  afterAll(stop);

  /** The trouble, and the wait before the second call. */
  test.each<[string, Trouble, number]>([
    ['429 with a pause', status(429, { headers: { 'retry-after': '7' } }), 7_000],
    ['429 with a long pause', status(429, { headers: { 'retry-after': '90' } }), 90_000],
    ['429 without a pause', status(429), 1_500],
    ['ratelimited', refusal('ratelimited'), 1_500],
    ['request_timeout', refusal('request_timeout'), 1_500],
    ['500', status(500), LEASE_MS],
    ['503', status(503), LEASE_MS],
    ['a page of HTML', status(200, { body: HTML }), LEASE_MS],
    ['internal_error', refusal('internal_error'), LEASE_MS],
    ['fatal_error', refusal('fatal_error'), LEASE_MS],
    ['service_unavailable', refusal('service_unavailable'), LEASE_MS],
    ['a reset', { kind: 'reset', when: 'before' }, LEASE_MS],
  ])('%s: tried again in time, and posted once', async (_what, trouble, waitMs) => {
    api.meet('chat.postMessage', trouble);
    await dispatch.queue('k');
    expect(await dispatch.runOut('k')).toEqual(['sent']);
    expect(api.messages.size).toBe(1);
    expect(waits()).toHaveLength(1);
    expect(Math.abs((waits()[0] ?? 0) - waitMs)).toBeLessThanOrEqual(1_000);
    expect(dispatch.possibleDoubles()).toBe(0);
  });

  test.each<[string, Trouble]>([
    ['500', status(500, DONE)],
    ['503', status(503, DONE)],
    ['a page of HTML', status(200, { body: HTML, ...DONE })],
    ['internal_error', refusal('internal_error', DONE)],
    ['fatal_error', refusal('fatal_error', DONE)],
    ['a reset', { kind: 'reset', when: 'after' }],
  ])('%s, though it was posted: found, and not posted again', async (_what, trouble) => {
    api.meet('chat.postMessage', trouble);
    await dispatch.queue('k');
    expect(await dispatch.runOut('k')).toEqual(['sent']);
    expect(api.messages.size).toBe(1);
    expect(dispatch.tries).toHaveLength(1);
    expect(dispatch.possibleDoubles()).toBe(0);
  });

  test('looks again later when Slack is too busy to let it look', async () => {
    api.meet('chat.postMessage', { kind: 'reset', when: 'after' });
    for (let looks = 0; looks < 3; looks += 1) {
      api.meet('conversations.replies', status(429, { headers: { 'retry-after': '60' } }));
    }
    await dispatch.queue('k');
    expect(await dispatch.runOut('k')).toEqual(['sent']);
    expect(api.messages.size).toBe(1);
    expect(dispatch.tries).toHaveLength(1);
  });
});

describe('a call without an answer', () => {
  beforeAll(() => start({ callMs: 400 }));
  afterAll(stop);

  test('ends long before anybody else could take it for dead', () => {
    expect(DEFAULT_TIMING.callMs).toBeLessThan(10_000);
  });

  test.each<[string, Trouble, number]>([
    ['lost', { kind: 'hang' }, 2],
    ['posted', { kind: 'wait', until: new Promise(() => undefined) }, 1],
  ])('is ended by us, and leads to one post where it was %s', async (_what, trouble, calls) => {
    api.meet('chat.postMessage', trouble);
    await dispatch.queue('k');
    expect(await dispatch.runOut('k')).toEqual(['sent']);
    expect(api.messages.size).toBe(1);
    expect(dispatch.tries).toHaveLength(calls);
  });
});

describe('a refusal', () => {
  beforeAll(() => start());
  afterAll(stop);

  test.each([
    'account_inactive',
    'channel_not_found',
    'ekm_access_denied',
    'invalid_auth',
    'invalid_blocks',
    'is_archived',
    'missing_scope',
    'msg_too_long',
    'not_in_channel',
    'restricted_action',
    'token_revoked',
    'user_not_found',
  ])('%s is final', async (error) => {
    api.meet('chat.postMessage', refusal(error));
    await dispatch.queue('k');
    expect(await dispatch.runOut('k')).toEqual(['refused']);
    expect(api.messages.size).toBe(0);
    expect(dispatch.tries).toHaveLength(1);
    expect(dispatch.log).toEqual([`error ${error}`]);
  });

  test.each<[string, Trouble]>([
    ['with', status(429, { headers: { 'retry-after': '20' } })],
    ['without', status(429)],
  ])('429 %s a pause, again and again, ends after six tries in a quarter of an hour', async (_how, trouble) => {
    for (let calls = 0; calls < 6; calls += 1) api.meet('chat.postMessage', trouble);
    await dispatch.queue('k');
    expect(await dispatch.runOut('k')).toEqual(['refused']);
    expect(dispatch.tries).toHaveLength(6);
    expect(dispatch.tries.at(-1)?.atMs).toBeLessThanOrEqual(15 * MINUTE_MS);
    expect(dispatch.log).toEqual([...Array(5).fill('warn ratelimited'), 'error ratelimited']);
  });
});

describe('where Slack does not let us look', () => {
  beforeAll(() => start({ scopes: BLIND }));
  afterAll(stop);

  test.each<[string, Trouble]>([
    ['before', { kind: 'reset', when: 'before' }],
    ['after', { kind: 'reset', when: 'after' }],
  ])('a reset %s it was posted leaves it unknown, and is not risked', async (_when, trouble) => {
    api.meet('chat.postMessage', trouble);
    await dispatch.queue('k');
    expect(await dispatch.runOut('k')).toEqual(['unknown']);
    expect(dispatch.tries).toHaveLength(1);
    expect(dispatch.possibleDoubles()).toBe(0);
  });

  test('an error on its side is risked twice, and counted', async () => {
    for (let calls = 0; calls < 3; calls += 1) api.meet('chat.postMessage', refusal('internal_error'));
    await dispatch.queue('k');
    expect(await dispatch.runOut('k')).toEqual(['unknown']);
    expect(dispatch.tries).toHaveLength(3);
    expect(dispatch.possibleDoubles()).toBe(2);
  });

  test('a private message whose answer is lost is not sent again', async () => {
    api.meet('chat.postMessage', { kind: 'reset', when: 'after' });
    await dispatch.queue('k', { kind: 'copy', message: others.colleague });
    expect(await dispatch.runOut('k')).toEqual(['unknown']);
    expect(dispatch.tries).toHaveLength(1);
  });
});

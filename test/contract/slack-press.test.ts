/** Buttons on Slack: acknowledged at once, then the card is redrawn by whatever way reaches it. */

import { METHOD_SCOPES } from '../../src/adapters/slack/subscriptions';
import { type FakeWebApi, startFakeWebApi } from '../fixtures/slack/fake-web-api';
import { type Hexfix, startHexfix } from '../fixtures/slack/hexfix';
import { eventCallback, messageEvent, pressPayload } from '../fixtures/slack/payloads';
import { eventRequest, interactionRequest, send } from '../fixtures/slack/signed-sender';
import { WORKSPACE } from '../fixtures/slack/workspace';

const { dm } = WORKSPACE;

let api: FakeWebApi;
let hexfix: Hexfix;
let ts: string;

beforeEach(async () => {
  api = await startFakeWebApi(Object.values(METHOD_SCOPES).flat());
  hexfix = await startHexfix({ apiUrl: api.url });
  const post = messageEvent({ text: '0xC004F074', ts: '1780000000.000400', channel: dm });
  await send(hexfix.eventsUrl, eventRequest(eventCallback(post)));
  [ts = ''] = [...api.messages.keys()];
});

afterEach(async () => {
  await hexfix.close();
  await api.close();
});

async function press(options: Partial<Parameters<typeof pressPayload>[0]>): Promise<number> {
  const { status } = await send(hexfix.eventsUrl, interactionRequest(pressPayload({ channel: dm, ts, ...options })));
  return status;
}

function methodsCalled(): string[] {
  return api.calls.map(({ method }) => method);
}

const NEXT = JSON.stringify({ v: 1, move: 'all-steps', locale: 'en', codes: ['0xC004F074'] });

describe('a press', () => {
  test('redraws with text and blocks, in place', async () => {
    const redrawn = api.nextCall('chat.update');
    expect(await press({ value: NEXT })).toBe(200);
    expect((await redrawn).args).toMatchObject({
      channel: dm,
      ts,
      parse: 'none',
      text: expect.stringContaining('0xC004F074'),
      blocks: expect.stringContaining('0xC004F074'),
    });
  });

  test('is acknowledged before Slack has redrawn anything', async () => {
    let release = () => {};
    api.meet('chat.update', { kind: 'wait', until: new Promise((resolve) => (release = () => resolve())) });
    const redrawn = api.nextCall('chat.update');
    expect(await press({ value: NEXT })).toBe(200);
    release();
    await redrawn;
  });

  test.each([
    ['text that is not JSON', 'approve'],
    ['half a JSON text', '{"v":1,"move":'],
    ['no value', undefined],
  ])('with %s gets a fresh start', async (_what, value) => {
    const redrawn = api.nextCall('chat.update');
    expect(await press(value === undefined ? {} : { value })).toBe(200);
    await redrawn;
    expect(api.messages.get(ts)?.text).not.toContain('0xC004F074');
  });

  test('on a link is acknowledged, and nothing else', async () => {
    expect(await press({ actionId: 'link:source' })).toBe(200);
    await hexfix.adapter.close();
    expect(methodsCalled()).not.toContain('chat.update');
  });

  test('in a view without a message is acknowledged, and nothing else', async () => {
    const payload = { ...pressPayload({ channel: dm, ts, value: NEXT }), container: { type: 'view', view_id: 'V0' } };
    expect((await send(hexfix.eventsUrl, interactionRequest(payload))).status).toBe(200);
    await hexfix.adapter.close();
    expect(methodsCalled()).not.toContain('chat.update');
  });

  test('from an app installed for a whole organization is redrawn too', async () => {
    const redrawn = api.nextCall('chat.update');
    const payload = { ...pressPayload({ channel: dm, ts, value: NEXT }), team: null, is_enterprise_install: true };
    expect((await send(hexfix.eventsUrl, interactionRequest(payload))).status).toBe(200);
    expect((await redrawn).args.ts).toBe(ts);
  });
});

describe('where chat.update cannot reach the card', () => {
  test.each([
    ['an ephemeral message', true],
    ['a message that Slack lets nobody update', false],
  ])('%s is replaced through its response_url', async (_what, ephemeral) => {
    api.frozen.add(ts);
    const answered = api.nextCall('response_url');
    expect(await press({ value: NEXT, ephemeral, responseUrl: api.responseUrl })).toBe(200);
    const { args } = await answered;
    expect(JSON.parse(args.json ?? '')).toMatchObject({
      replace_original: true,
      text: expect.stringContaining('0xC004F074'),
      blocks: expect.any(Array),
    });
    expect(methodsCalled().includes('chat.update')).toBe(!ephemeral);
  });

  test('and there is no response_url, the log says so and Hexfix lives on', async () => {
    api.frozen.add(ts);
    const failed = hexfix.logged('Handling something from Slack has failed');
    expect(await press({ value: NEXT })).toBe(200);
    expect((await failed).fields).toMatchObject({ payload: 'block_actions', code: 'cant_update_message' });
    api.frozen.clear();
    const redrawn = api.nextCall('chat.update');
    expect(await press({ value: NEXT })).toBe(200);
    await redrawn;
  });

  test('and the response_url has expired, the log says so', async () => {
    api.frozen.add(ts);
    api.meet('response_url', { kind: 'answer', status: 404 });
    const failed = hexfix.logged('Handling something from Slack has failed');
    expect(await press({ value: NEXT, responseUrl: api.responseUrl })).toBe(200);
    await failed;
  });
});

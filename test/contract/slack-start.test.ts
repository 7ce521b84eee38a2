/** Coming up, staying up, and going down: credentials, an unreachable Slack, Socket Mode. */

import { createSlackAdapter } from '../../src/adapters/slack/adapter';
import { writePlace } from '../../src/adapters/slack/place';
import { METHOD_SCOPES } from '../../src/adapters/slack/subscriptions';
import { FaultError } from '../../src/errors';
import { renderModal } from '../../src/render/block-kit';
import type { Form } from '../../src/reply/form';
import { commandFields } from '../fixtures/slack/door-payloads';
import { type FakeWebApi, startFakeWebApi } from '../fixtures/slack/fake-web-api';
import { type Hexfix, startHexfix } from '../fixtures/slack/hexfix';
import { eventCallback, messageEvent, pressPayload, submissionPayload } from '../fixtures/slack/payloads';
import { createScriptedBot } from '../fixtures/slack/scripted-bot';
import { eventRequest, send } from '../fixtures/slack/signed-sender';
import { type FakeSocket, startFakeSocket } from '../fixtures/slack/socket-server';
import { parseView } from '../fixtures/slack/view-rules';
import { WORKSPACE } from '../fixtures/slack/workspace';
import { createTestLogger } from '../fixtures/test-logger';

const { dm, appToken, botToken, person } = WORKSPACE;
const SCOPES = Object.values(METHOD_SCOPES).flat();
const ASSIGN: Form = {
  ...{ locale: 'en', title: 'Assign', submit: 'Assign', cancel: 'Cancel', sections: [] },
  fields: [{ id: 'assignee', label: 'Who', required: true, kind: 'person' }],
  token: { v: 1, move: 'assign', locale: 'en', codes: [] },
};
const POST = messageEvent({ text: '0xC004F074', ts: '1790000000.000500', channel: dm });

let api: FakeWebApi;
let socket: FakeSocket;
let hexfix: Hexfix | undefined;

beforeEach(async () => {
  socket = await startFakeSocket();
  api = await startFakeWebApi(SCOPES, () => socket.url);
});

afterEach(async () => {
  await hexfix?.close();
  hexfix = undefined;
  await api.close();
  await socket.close();
});

async function start(options: Partial<Parameters<typeof startHexfix>[0]> = {}): Promise<Hexfix> {
  hexfix = await startHexfix({ apiUrl: api.url, timing: { reconnectMs: [1] }, ...options });
  return hexfix;
}

/** What stands in Slack when the outbox has nothing left to send. */
async function posted() {
  await hexfix?.settled();
  return [...api.messages.values()];
}

async function expectFault(starting: Promise<unknown>, variable: string): Promise<void> {
  const error: unknown = await starting.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FaultError);
  expect(error).toMatchObject({ exitCode: 78 });
  for (const part of ['invalid_auth', variable]) expect(String(error)).toContain(part);
  expect(String(error)).not.toContain('revoked-');
}

describe('starting', () => {
  test('calls Slack once, to have the token accepted', async () => {
    await start();
    expect(api.calls.map(({ method }) => method)).toEqual(['auth.test']);
  });

  test('fails with what to do when Slack refuses the bot token', async () => {
    hexfix = await startHexfix({ apiUrl: api.url, config: { botToken: 'xoxb-revoked-token' }, start: false });
    await expectFault(hexfix.adapter.start(), 'SLACK_BOT_TOKEN');
  });

  test('goes on without Slack when it cannot be reached, answers 503 meanwhile, and connects later', async () => {
    api.meet('auth.test', { kind: 'answer', status: 503 });
    api.meet('auth.test', { kind: 'answer', status: 407 });
    api.meet('auth.test', { kind: 'reset', when: 'before' });
    hexfix = await startHexfix({ apiUrl: api.url, timing: { reconnectMs: [1] }, start: false });
    const { adapter, eventsUrl, logged } = hexfix;
    const request = eventRequest(eventCallback(POST));
    expect((await send(eventsUrl, request)).status).toBe(503);
    const connected = logged('Slack is connected');
    await adapter.start();
    await connected;
    expect((await send(eventsUrl, request)).status).toBe(200);
    expect(await posted()).toHaveLength(1);
  });

  test.each([
    ['no signing secret and no app-level token', []],
    ['an empty signing secret', ['']],
    ['three signing secrets', ['a', 'b', 'c']],
  ])('is not possible with %s', (_what, signingSecrets) => {
    const { logger } = createTestLogger();
    const config = { botToken, signingSecrets };
    expect(() => createSlackAdapter({ bot: createScriptedBot(), logger, config })).toThrow(/signing secrets/);
  });
});

describe('closing', () => {
  test('gives up on an unreachable Slack at once', async () => {
    api.meet('auth.test', { kind: 'answer', status: 503 });
    const { adapter } = await start({ timing: { reconnectMs: [3_600_000] } });
    await adapter.close();
    expect(api.calls.map(({ method }) => method)).toEqual(['auth.test']);
  });

  test('turns events away with a 503, for the next process to take', async () => {
    const { adapter, eventsUrl } = await start();
    await adapter.close();
    expect((await send(eventsUrl, eventRequest(eventCallback(POST)))).status).toBe(503);
  });

  test('is possible without having started', async () => {
    const { adapter } = await start({ start: false });
    await expect(adapter.close()).resolves.toBeUndefined();
  });
});

describe('Socket Mode', () => {
  const config = { appToken, signingSecrets: [] };

  test('needs no route', async () => {
    expect((await start({ config })).adapter.routes).toEqual([]);
  });

  test('answers an event, then acknowledges it by its envelope', async () => {
    await start({ config });
    const ack = await socket.deliver('events_api', eventCallback(POST));
    expect(ack).toEqual({ envelope_id: expect.any(String), payload: {} });
    expect(await posted()).toEqual([expect.objectContaining({ thread: POST.ts })]);
  });

  test('redraws a card when a button is pressed', async () => {
    await start({ config });
    await socket.deliver('events_api', eventCallback(POST));
    await posted();
    const [ts = ''] = [...api.messages.keys()];
    const redrawn = api.nextCall('chat.update');
    const value = JSON.stringify({ v: 1, move: 'all-steps', locale: 'en', codes: ['0xC004F074'] });
    await socket.deliver('interactive', pressPayload({ channel: dm, ts, value }));
    expect((await redrawn).args.ts).toBe(ts);
  });

  test('answers a command to the one who used it', async () => {
    await start({ config });
    const { triggerId, responseUrl } = api.grant({ person, channel: dm, ts: '' });
    const answered = api.nextCall('response_url');
    const ack = await socket.deliver('slash_commands', commandFields({ text: '0xC004F074', triggerId, responseUrl }));
    expect(ack.payload).toEqual({});
    await answered;
    expect([...api.asides.values()]).toEqual([expect.objectContaining({ person })]);
  });

  test('keeps a form open in which something is to be mended, and closes one that is taken', async () => {
    const bot = createScriptedBot();
    await start({ config, bot });
    const view = { ...parseView(renderModal(ASSIGN, { place: writePlace({ channel: dm }) })) };
    bot.says = { errors: { assignee: 'Who?' } };
    const open = await socket.deliver('interactive', submissionPayload({ view }));
    expect(open.payload).toEqual({ response_action: 'errors', errors: { assignee: 'Who?' } });
    bot.says = {};
    expect((await socket.deliver('interactive', submissionPayload({ view }))).payload).toEqual({});
  });

  test('acknowledges what it does not handle, lest it come again', async () => {
    await start({ config });
    await socket.deliver('events_api', eventCallback({ type: 'reaction_added' }));
    await socket.deliver('slash_commands', { command: '/other' });
    expect(api.messages.size).toBe(0);
  });

  test('does not acknowledge an event that could not be stored, and answers it the next time', async () => {
    const { logged, store } = await start({ config });
    if (store === undefined) throw new Error('no store');
    const { openCase } = store;
    store.openCase = () => Promise.reject(new Error('the disk is full'));
    const failed = logged('Handling something from Slack has failed');
    socket.send('events_api', eventCallback(POST));
    await failed;
    expect(socket.acknowledged).toEqual([]);
    store.openCase = openCase;
    await socket.deliver('events_api', eventCallback(POST));
    expect(await posted()).toHaveLength(1);
  });

  test('connects again when Slack closes the connection or asks for a new one', async () => {
    const { logged } = await start({ config });
    for (const drop of [() => socket.askToReconnect(), () => socket.cut()]) {
      const again = logged('Slack is connected');
      drop();
      await again;
    }
    await socket.deliver('events_api', eventCallback(POST));
    expect(await posted()).toHaveLength(1);
  });

  test('survives a failing reconnect', async () => {
    const { logged } = await start({ config });
    api.meet('apps.connections.open', { kind: 'answer', status: 503 });
    api.meet('apps.connections.open', { kind: 'reset', when: 'before' });
    const again = logged('Slack is connected');
    socket.cut();
    await again;
    await socket.deliver('events_api', eventCallback(POST));
    expect(await posted()).toHaveLength(1);
  });

  test('fails with what to do when Slack refuses the app-level token', async () => {
    hexfix = await startHexfix({
      apiUrl: api.url,
      config: { ...config, appToken: 'xapp-revoked-token' },
      start: false,
    });
    await expectFault(hexfix.adapter.start(), 'SLACK_APP_TOKEN');
  });

  test('works beside the route when there is a signing secret too', async () => {
    const { eventsUrl } = await start({ config: { appToken } });
    expect((await send(eventsUrl, eventRequest(eventCallback(POST)))).status).toBe(200);
    await socket.deliver('events_api', eventCallback(POST));
    expect(await posted()).toHaveLength(1);
  });
});

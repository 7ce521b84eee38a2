/** The welcome in a channel that the bot has been invited to. */

import { METHOD_SCOPES } from '../../src/adapters/slack/subscriptions';
import { type FakeWebApi, startFakeWebApi } from '../fixtures/slack/fake-web-api';
import { type Hexfix, startHexfix } from '../fixtures/slack/hexfix';
import { eventCallback, joinEvent } from '../fixtures/slack/payloads';
import { eventRequest, send } from '../fixtures/slack/signed-sender';
import { WORKSPACE } from '../fixtures/slack/workspace';

const { channel, bot, person } = WORKSPACE;

let api: FakeWebApi;
let hexfix: Hexfix;

beforeEach(async () => {
  api = await startFakeWebApi(Object.values(METHOD_SCOPES).flat());
  hexfix = await startHexfix({ apiUrl: api.url });
});

afterEach(async () => {
  await hexfix.close();
  await api.close();
});

async function join(user: string): Promise<number> {
  return (await send(hexfix.eventsUrl, eventRequest(eventCallback(joinEvent(user))))).status;
}

test('stands in the channel itself, names who invited, and speaks their language', async () => {
  api.person = { name: 'Ana <!channel>', locale: 'zh-CN' };
  expect(await join(bot.user)).toBe(200);
  const [welcome] = [...api.messages.values()];
  expect(welcome).toMatchObject({ channel, thread: undefined, text: expect.stringMatching(/[\u4E00-\u9FFF]/) });
  expect(JSON.stringify(welcome)).toContain('Ana');
  expect(welcome?.text).not.toContain('<!channel>');
});

test('is not for people', async () => {
  expect(await join(person)).toBe(200);
  expect(api.messages.size).toBe(0);
});

test('is tried again when Slack could not take it, and only then', async () => {
  api.meet('chat.postMessage', { kind: 'answer', status: 429 });
  expect([await join(bot.user), await join(bot.user), await join(bot.user)]).toEqual([503, 200, 200]);
  expect(api.messages.size).toBe(1);
});

test('is dropped when Slack refuses it, and the log says why', async () => {
  api.meet('chat.postMessage', { kind: 'answer', status: 200, body: '{"ok":false,"error":"restricted_action"}' });
  expect([await join(bot.user), await join(bot.user)]).toEqual([200, 200]);
  expect(api.messages.size).toBe(0);
  expect(hexfix.log).toContainEqual(expect.objectContaining({ level: 'error', fields: { code: 'restricted_action' } }));
});

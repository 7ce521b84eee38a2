/** Where Teams lets people meet the bot, what of it reaches the bot, and what becomes of posts that are taken back. */

import type { Bot, Inbound, Who } from '../../src/bot';
import { SILENT_BOT } from '../fixtures/a-bot';
import { WORKED_EN } from '../fixtures/replies';
import { startTeams, type TeamsDriver } from './teams/driver';
import { BOT, CHANNEL, CHAT, TENANT } from './teams/people';
import type { Activity } from './teams/rules';

const GROUP = '19:0123456789abcdef@thread.v2';
const THREAD = `${CHANNEL};messageid=1795305600000`;
const MENTION = { type: 'mention', text: '<at>Hexfix</at>', mentioned: BOT };

interface Told {
  readonly call: string;
  readonly what: Partial<Inbound & Who>;
}

let told: Told[];
let drivers: TeamsDriver[];
beforeEach(() => {
  told = [];
  drivers = [];
});
afterEach(async () => {
  for (const each of drivers) await each.close();
});

const note =
  <Answer>(call: string, answer: Answer) =>
  async (what: Partial<Inbound & Who>): Promise<Answer> => {
    told.push({ call, what });
    return answer;
  };

async function start(listening: boolean): Promise<(parts: Activity) => Promise<number>> {
  const bot: Bot = {
    ...SILENT_BOT,
    onMessage: note('onMessage', undefined),
    onEdit: note('onEdit', undefined),
    onDelete: note('onDelete', undefined),
    onInstalled: note('onInstalled', WORKED_EN),
  };
  const driver = await startTeams({ bot }, { listening });
  drivers.push(driver);
  driver.fake.conversations.add(CHAT).add(GROUP).add(CHANNEL);
  return async (parts) => (await driver.send(JSON.stringify(driver.activity(parts)))).status;
}

const calls = () => told.map(({ call }) => call);

describe('a post that does not mention the bot', () => {
  const passing: readonly (readonly [string, Activity])[] = [
    ['in a channel', { conversation: { id: THREAD } }],
    ['in a group chat', { conversation: { id: GROUP } }],
    ['edited', { conversation: { id: THREAD }, type: 'messageUpdate' }],
    [
      'but everybody',
      {
        conversation: { id: THREAD },
        entities: [{ type: 'mention', text: '<at>Team</at>', mentioned: { id: CHANNEL } }],
      },
    ],
  ];

  test.each(passing)('%s is looked at where listening is consented to', async (_what, parts) => {
    const send = await start(true);
    expect(await send({ text: '0xC004F074', ...parts })).toBe(200);
    expect(told).toEqual([expect.objectContaining({ what: expect.objectContaining({ door: 'message' }) })]);
  });

  test.each(passing)('%s is dropped unread elsewhere', async (_what, parts) => {
    const send = await start(false);
    expect(await send({ text: '0xC004F074', ...parts })).toBe(200);
    expect(told).toEqual([]);
  });

  test('reaches the bot in their own chat all the same', async () => {
    const send = await start(false);
    await send({ text: 'hello', conversation: { id: CHAT } });
    expect(told).toEqual([{ call: 'onMessage', what: expect.objectContaining({ door: 'dm' }) }]);
    expect(told[0]?.what).not.toHaveProperty('channel');
  });
});

test.each([
  ['a channel, whichever thread', { id: THREAD }, CHANNEL],
  ['a group chat', { id: GROUP }, GROUP],
  ['a chat of a meeting', { id: '19:meeting_Mz@thread.v2', conversationType: 'groupChat' }, '19:meeting_Mz@thread.v2'],
])('the settings that hold are those of %s', async (_what, conversation, channel) => {
  const send = await start(false);
  await send({ conversation, entities: [MENTION], text: '<at>Hexfix</at> hi' });
  expect(told).toEqual([{ call: 'onMessage', what: expect.objectContaining({ door: 'mention', channel }) }]);
});

test('in a shared channel the organization is that of the channel, not that of who writes there', async () => {
  const send = await start(false);
  await send({
    conversation: { id: THREAD, tenantId: TENANT },
    channelData: { tenant: { id: 'of-the-writer' }, channel: { id: CHANNEL } },
    entities: [MENTION],
    text: 'hi',
  });
  expect(told[0]?.what.tenant).toBe(TENANT);
});

describe('a post that is taken back', () => {
  const deletion = { type: 'messageDelete', channelData: { tenant: { id: TENANT }, eventType: 'softDeleteMessage' } };

  test('is told to the bot by what it was', async () => {
    const send = await start(false);
    expect(await send({ ...deletion, id: '17', conversation: { id: THREAD } })).toBe(200);
    expect(told).toEqual([
      {
        call: 'onDelete',
        what: expect.objectContaining({ platform: 'teams', tenant: TENANT, conversation: THREAD, message: '17' }),
      },
    ]);
  });

  test('and restored counts as a new one; edited, as an edit', async () => {
    const send = await start(true);
    const update = { type: 'messageUpdate', text: '0xC004F074', conversation: { id: THREAD } };
    await send({ ...update, channelData: { eventType: 'undeleteMessage' } });
    await send({ ...update, channelData: { eventType: 'editMessage' } });
    await send({ ...update, channelData: undefined });
    expect(calls()).toEqual(['onMessage', 'onEdit', 'onEdit']);
  });
});

describe('an installation', () => {
  const chosen = {
    tenant: { id: TENANT },
    settings: { selectedChannel: { id: CHANNEL } },
    team: { id: '19:general@thread.tacv2' },
  };
  const general = { id: '19:general@thread.tacv2', conversationType: 'channel', isGroup: true };
  const arrival = { type: 'conversationUpdate', membersAdded: [BOT], conversation: general };

  test('is told to the bot as one of the channel that was chosen, once, in whatever order its news comes', async () => {
    const send = await start(false);
    await send({ ...arrival, channelData: { tenant: { id: TENANT }, team: { id: general.id } } });
    await send({ type: 'installationUpdate', action: 'add', conversation: general, channelData: chosen });
    await send({ ...arrival, channelData: chosen });
    expect(told).toEqual([
      { call: 'onInstalled', what: expect.objectContaining({ channel: CHANNEL, conversation: CHANNEL }) },
    ]);
  });

  test('in a group chat is welcomed there', async () => {
    const send = await start(false);
    await send({ type: 'installationUpdate', action: 'add', conversation: { id: GROUP } });
    expect(told).toEqual([{ call: 'onInstalled', what: expect.objectContaining({ channel: GROUP }) }]);
  });

  test.each(['remove', 'add-upgrade', 'remove-upgrade'])('that is an "%s" says nothing', async (action) => {
    const send = await start(false);
    expect(await send({ type: 'installationUpdate', action, conversation: { id: CHAT } })).toBe(200);
    expect(told).toEqual([]);
  });
});

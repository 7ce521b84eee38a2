/** What is peculiar to posts in Teams: its ways to write, its installations, its connector's moods. */

import { createRealBot, type RealBot } from './real-bot';
import { startTeams, type TeamsDriver } from './teams/driver';
import { BOT } from './teams/people';
import type { Activity } from './teams/rules';

const CODE = '0xC004F074';
const CHAT = { conversationType: 'personal', id: 'a:1personalChat' };
const GROUP = { conversationType: 'groupChat', isGroup: true, id: '19:0123456789abcdef@thread.v2' };

let driver: TeamsDriver;
let real: RealBot;
beforeEach(async () => {
  real = await createRealBot();
  driver = await startTeams(real);
  driver.fake.conversations.add(CHAT.id).add(GROUP.id);
});
afterEach(async () => {
  await driver.close();
  await real.close();
});

async function send(parts: Activity): Promise<Response> {
  const response = await driver.send(JSON.stringify(driver.activity(parts)));
  await driver.settled();
  return response;
}

function words(): string[] {
  return driver.screen().map(({ text }) => text);
}

function sends(): string[] {
  return driver.fake.requests.filter((path) => path.startsWith('/amer/'));
}

describe('an answer', () => {
  test('goes below the post, in the post’s own conversation', async () => {
    await send({ id: '1700000000001', conversation: GROUP, text: CODE });
    expect(sends()).toEqual([`/amer/v3/conversations/${encodeURIComponent(GROUP.id)}/activities/1700000000001`]);
  });

  test('leaves the bot’s name out of what it reads', async () => {
    const entities = [{ type: 'mention', text: '<at>0x80070005</at>', mentioned: { id: BOT.id, name: '0x80070005' } }];
    await send({ conversation: GROUP, entities, text: `<at>0x80070005</at>&nbsp;${CODE}` });
    expect(words()).toEqual([expect.stringContaining(CODE)]);
    expect(words()[0]).not.toContain('0x80070005');
  });

  test('is given to a post that has only its formatted text', async () => {
    const attachments = [{ contentType: 'text/html', content: `<p>failed: <b>${CODE}</b></p>` }];
    await send({ text: '', attachments });
    expect(words()).toEqual([expect.stringContaining(CODE)]);
  });

  test('is not given to a mention of somebody else', async () => {
    const entities = [{ type: 'mention', text: '<at>Bo</at>', mentioned: { id: '29:bo', name: 'Bo' } }];
    expect((await send({ conversation: GROUP, entities, text: '<at>Bo</at> lunch?' })).status).toBe(200);
    expect(words()).toEqual([]);
  });

  test('is in the language of the client when the post tells none', async () => {
    await send({ text: CODE, entities: [{ type: 'clientInfo', locale: 'zh-CN' }] });
    await send({ text: '0x8007232B', locale: 'en-GB', entities: [{ type: 'clientInfo', locale: 'zh-CN' }] });
    expect(words()).toEqual([expect.stringMatching(/[一-鿿]/), expect.not.stringMatching(/[一-鿿]/)]);
  });

  test('shares one token among many', async () => {
    await Promise.all([send({ text: CODE }), send({ text: '0x8007232B' }), send({ conversation: GROUP, text: CODE })]);
    expect(driver.fake.requests.filter((path) => path === '/token')).toHaveLength(1);
    expect(driver.screen()).toHaveLength(3);
  });
});

describe('when the connector', () => {
  test.each([302, 403, 412, 429, 500, 502, 503])(
    'answers %i, the post is taken all the same, and a delivery that comes again leads to nothing new',
    async (status) => {
      driver.fake.failures.push(status);
      const post = driver.activity({ text: CODE });
      for (let delivery = 0; delivery < 2; delivery += 1) {
        const response = await driver.send(JSON.stringify(post));
        expect([response.status, await response.text()]).toEqual([200, '']);
        await driver.settled();
      }
      expect(sends()).toHaveLength(1);
    },
  );

  test('sends us elsewhere, we do not follow', async () => {
    driver.fake.failures.push(307);
    await send({ text: CODE });
    expect(driver.fake.requests).not.toContain('/elsewhere');
  });

  test('fails, the operator is told the status and no word of the post', async () => {
    driver.fake.failures.push(403);
    await send({ text: `a private matter with ${CODE}` });
    const told = await real.store.listEffects({ olderThanMs: 0, limit: 10 });
    expect(told).toMatchObject([{ kind: 'answer', state: 'refused', code: 'http-403' }]);
    expect(JSON.stringify([told, driver.logged])).not.toMatch(/private|C004F074/);
  });

  test('refuses the welcome, it is tried again with the next delivery', async () => {
    driver.fake.failures.push(503);
    const news = { type: 'installationUpdate', action: 'add', conversation: GROUP };
    expect((await send(news)).status).toBe(500);
    expect((await send(news)).status).toBe(200);
    expect(driver.screen()).toHaveLength(1);
  });
});

test('a post that cannot be stored is refused, so that Teams delivers it again', async () => {
  const { openCase } = real.store;
  real.store.openCase = () => Promise.reject(new Error('the disk is full'));
  const post = JSON.stringify(driver.activity({ text: CODE }));
  expect((await driver.send(post)).status).toBe(503);
  real.store.openCase = openCase;
  expect((await driver.send(post)).status).toBe(200);
  await driver.settled();
  expect(driver.screen()).toHaveLength(1);
});

describe('an installation', () => {
  test('is welcomed in the channel that the installer chose, with the installer’s name', async () => {
    const chosen = '19:chosen@thread.tacv2';
    driver.fake.conversations.add(chosen);
    await send({
      type: 'installationUpdate',
      action: 'add',
      from: { id: '29:ana', name: 'Ana Lee' },
      conversation: { conversationType: 'channel', isGroup: true, id: '19:general@thread.tacv2' },
      channelData: { tenant: { id: 'tenant' }, settings: { selectedChannel: { id: chosen } } },
    });
    expect(driver.screen()).toEqual([
      expect.objectContaining({
        thread: expect.stringContaining(`${chosen};`),
        text: expect.stringContaining('Ana Lee'),
      }),
    ]);
    expect(sends()).toEqual([`/amer/v3/conversations/${encodeURIComponent(chosen)}/activities`]);
  });

  test('is welcomed when only the arrival of the bot is told', async () => {
    await send({ type: 'conversationUpdate', conversation: GROUP, membersAdded: [{ id: BOT.id }] });
    expect(driver.screen()).toHaveLength(1);
  });

  test('in a personal chat leaves the greeting to the prompt starters', async () => {
    await send({ type: 'installationUpdate', action: 'add', conversation: CHAT });
    await send({ type: 'conversationUpdate', conversation: CHAT, membersAdded: [{ id: BOT.id }] });
    expect(driver.screen()).toEqual([]);
  });

  test('is welcomed again after a removal', async () => {
    const news = { type: 'installationUpdate', conversation: GROUP };
    await send({ ...news, action: 'add' });
    await send({ ...news, action: 'remove' });
    await send({ ...news, action: 'add' });
    expect(driver.screen()).toHaveLength(2);
  });

  test.each([
    ['a person who joins', { type: 'conversationUpdate', membersAdded: [{ id: '29:new' }] }],
    ['an upgrade', { type: 'installationUpdate', action: 'add-upgrade' }],
    ['a removal', { type: 'installationUpdate', action: 'remove' }],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ['a deletion', { type: 'messageDelete' }],
    ['typing', { type: 'typing' }],
    ['an activity of tomorrow', { type: 'hologram' }],
  ])('is not %s', async (_what, parts) => {
    expect((await send({ conversation: GROUP, ...parts })).status).toBe(200);
    expect(driver.screen()).toEqual([]);
  });
});

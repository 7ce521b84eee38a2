import fc from 'fast-check';
import { createBoardRoute } from '../../../../src/adapters/playground/board-route';
import { createBoards } from '../../../../src/adapters/playground/boards';
import { createMessagesRoute } from '../../../../src/adapters/playground/messages-route';
import { createMessenger } from '../../../../src/adapters/playground/messenger';
import { aSending } from '../../../fixtures/a-sending';
import { FOUND_EN, FOUND_ZH } from '../../../fixtures/replies';
import { bodyText, createListeningBot, postJson, requestOf } from './fixture';

const boards = () => createBoards(() => 0);

describe('a message', () => {
  test('comes back as both platforms show the answer', async () => {
    const { bot, messages } = createListeningBot(FOUND_EN);
    const route = createMessagesRoute(bot, boards());
    const { status, body } = await postJson(route, { text: '0xC004F074', platformLocale: 'en-GB' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      answered: true,
      message: expect.any(String),
      kind: 'found',
      locale: 'en',
      title: FOUND_EN.title,
      teams: { type: 'AdaptiveCard', speak: FOUND_EN.summary },
      slack: { text: expect.any(String), blocks: expect.any(Array) },
    });
    expect(messages).toMatchObject([
      { platform: 'playground', door: 'mention', text: '0xC004F074', platformLocale: 'en-GB' },
    ]);
  });

  test('goes onto the sender’s board with the answer below it', async () => {
    const { bot, messages } = createListeningBot(FOUND_EN);
    const all = boards();
    await postJson(createMessagesRoute(bot, all), { text: '0xC004F074', session: 's', person: 'p', as: 'colleague' });
    const [channel] = all.open('s').read().conversations;
    const [post, answer] = channel?.messages ?? [];
    expect(post).toMatchObject({ author: 'colleague', post: { text: '0xC004F074', door: 'mention' } });
    expect(answer).toMatchObject({ author: 'hexfix', under: post?.id, view: { title: FOUND_EN.title } });
    const where = {
      conversation: 's/channel',
      place: `s/channel/${post?.id}`,
      message: post?.id,
      person: 'p.colleague',
    };
    expect(messages).toMatchObject([where]);
  });

  test('whose answer the outbox posts comes back with that', async () => {
    const all = boards();
    const { bot } = createListeningBot(FOUND_EN);
    const onMessage: typeof bot.onMessage = async (inbound) => {
      queueMicrotask(() => void createMessenger(all).post(inbound.place, FOUND_EN, aSending('answer:1')));
      return { reply: FOUND_EN, queued: true };
    };
    const { body } = await postJson(createMessagesRoute({ ...bot, onMessage }, all), {
      text: '0xC004F074',
      session: 's',
    });
    const messages = all.open('s').read().conversations[0]?.messages;
    expect(messages).toHaveLength(2);
    expect(body).toMatchObject({ answered: true, message: messages?.[1]?.id, title: FOUND_EN.title });
  });

  test('in a direct message stays between the sender and the bot', async () => {
    const { bot, messages } = createListeningBot(FOUND_EN);
    const all = boards();
    await postJson(createMessagesRoute(bot, all), { text: '0xC004F074', session: 's', door: 'dm' });
    expect(messages).toMatchObject([{ door: 'dm', conversation: 's/chat-you' }]);
    expect(
      all
        .open('s')
        .read()
        .conversations.map(({ name, messages: said }) => [name, said.length]),
    ).toEqual([
      ['channel', 0],
      ['triage', 0],
      ['chat-you', 2],
    ]);
  });

  test('sent twice is two posts', async () => {
    const { bot, messages } = createListeningBot(FOUND_EN);
    const route = createMessagesRoute(bot, boards());
    await postJson(route, { text: 'same', person: 'p' });
    await postJson(route, { text: 'same', person: 'p' });
    expect(messages[0]?.message).not.toBe(messages[1]?.message);
    expect(messages[0]?.person).toBe(messages[1]?.person);
  });

  test('that the bot has nothing to say to comes back with the reason', async () => {
    const { bot, messages } = createListeningBot();
    const all = boards();
    const sent = { text: 'hello', door: 'message', session: 's' };
    const { status, body } = await postJson(createMessagesRoute(bot, all), sent);
    expect(status).toBe(200);
    expect(all.open('s').read().conversations[0]?.messages).toMatchObject([{ silence: { en: expect.any(String) } }]);
    expect(body).toEqual({
      answered: false,
      reason: { en: expect.stringMatching(/beyond doubt/), 'zh-CN': expect.stringMatching(/确定/) },
    });
    expect(messages[0]?.door).toBe('message');
  });

  test.each([
    ['off', /switched off/],
    ['mention-only', /only when it is mentioned/],
    ['muted', /muted/],
    ['marked', /mark/],
    ['cooling-down', /a short while ago/],
    ['from-bot', /a bot/],
    ['not-sure', /beyond doubt/],
  ] as const)('that meets silence because of "%s" comes back with that reason', async (silence, reason) => {
    const { bot } = createListeningBot(undefined, {}, {}, silence);
    const { body } = await postJson(createMessagesRoute(bot, boards()), { text: '0xC004F074', door: 'message' });
    expect(body).toMatchObject({ answered: false, reason: { en: expect.stringMatching(reason) } });
  });

  test('in the channel names the channel whose settings hold, in a private chat none', async () => {
    const { bot, messages } = createListeningBot(FOUND_EN);
    const route = createMessagesRoute(bot, boards());
    for (const door of ['message', 'mention', 'dm']) await postJson(route, { text: 'x', door, session: 's' });
    expect(messages.map(({ channel }) => channel)).toEqual(['s/channel', 's/channel', undefined]);
  });

  test('with a language chosen makes that choice first, as a language button does', async () => {
    const { bot, presses } = createListeningBot(FOUND_ZH);
    const route = createMessagesRoute(bot, boards());
    await postJson(route, { text: '0xC004F074', locale: 'zh-CN', person: 'p' });
    expect(presses).toMatchObject([{ person: 'p.you', payload: { locale: 'zh-CN', choice: 'locale' } }]);
    await postJson(route, { text: '0xC004F074', person: 'p' });
    expect(presses).toHaveLength(1);
  });

  test.each([
    ['nothing', { text: '' }, /empty/],
    ['only spaces', { text: ' \n\t\u3000' }, /empty/],
    ['too much', { text: 'x'.repeat(40_001) }, /longer than 40000/],
    ['no text', {}, /cannot be read/],
    ['a number for a text', { text: 5 }, /cannot be read/],
    ['an unknown field', { text: 'x', admin: true }, /cannot be read/],
    ['an unknown door', { text: 'x', door: 'button' }, /cannot be read/],
    ['a language we do not have', { text: 'x', locale: 'fr' }, /cannot be read/],
    ['a part that nobody plays', { text: 'x', as: 'admin' }, /cannot be read/],
    ['a session made of other things', { text: 'x', session: 'a/b' }, /cannot be read/],
    ['a person made of other things', { text: 'x', person: '../../etc' }, /cannot be read/],
    ['broken JSON', '{"text":', /cannot be read/],
    ['no JSON object', '[]', /cannot be read/],
    ['null', 'null', /cannot be read/],
    ['a prototype', '{"__proto__":{"text":"x"}}', /cannot be read/],
  ])('with %s is refused with a sentence in both languages', async (_what, sent, sentence) => {
    const { bot, messages } = createListeningBot(FOUND_EN);
    const { status, body } = await postJson(createMessagesRoute(bot, boards()), sent);
    expect([status, messages]).toEqual([400, []]);
    expect(body).toEqual({ error: { en: expect.stringMatching(sentence), 'zh-CN': expect.stringMatching(/。$/) } });
  });

  test('of exactly the longest length is taken', async () => {
    const { bot } = createListeningBot(FOUND_EN);
    expect((await postJson(createMessagesRoute(bot, boards()), { text: 'x'.repeat(40_000) })).status).toBe(200);
  });

  test('made of any bytes gets an answer, never a throw', async () => {
    const { bot } = createListeningBot(FOUND_EN);
    const route = createMessagesRoute(bot, boards());
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (bytes) => {
        expect([200, 400]).toContain((await postJson(route, bytes)).status);
      }),
    );
  });
});

describe('the board', () => {
  async function ask(all: ReturnType<typeof boards>, query: Record<string, string>) {
    const response = await createBoardRoute(all).handle(requestOf({ query: new URLSearchParams(query) }));
    return { status: response.status, text: bodyText(response) };
  }

  test('is told as it stands, and only when it has changed', async () => {
    const all = boards();
    all.open('s').add('channel', { author: 'you', post: { text: 'hello', door: 'message' } });
    const { status, text } = await ask(all, { session: 's' });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(all.open('s').read())));
    const { revision: since } = all.open('s').read();
    expect(await ask(all, { session: 's', since })).toEqual({ status: 204, text: '' });
    all.open('s').add('triage', { author: 'agent' });
    expect((await ask(all, { session: 's', since })).status).toBe(200);
    expect((await ask(all, { session: 'other', since })).status).toBe(200);
  });

  test('of a browser that is not known is empty, and asking does not make it known', async () => {
    const all = boards();
    const { status, text } = await ask(all, { session: 'new', since: 'from before the restart' });
    expect(status).toBe(200);
    expect(JSON.parse(text).conversations).toEqual([
      { name: 'channel', messages: [] },
      { name: 'triage', messages: [] },
    ]);
    expect(all.latest()).toBeUndefined();
  });

  test.each([{}, { session: '' }, { session: 'a/b' }, { session: 'x'.repeat(65) }])(
    'is refused for %j',
    async (query) => {
      expect((await ask(boards(), query)).status).toBe(400);
    },
  );
});

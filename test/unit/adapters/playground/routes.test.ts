import fc from 'fast-check';
import { createMessagesRoute } from '../../../../src/adapters/playground/messages-route';
import { createPressesRoute } from '../../../../src/adapters/playground/presses-route';
import { FOUND_EN, FOUND_ZH } from '../../../fixtures/replies';
import { createListeningBot, postJson } from './fixture';

describe('a message', () => {
  test('comes back as both platforms show the answer', async () => {
    const { bot, messages, confirmed } = createListeningBot(FOUND_EN);
    const { status, body } = await postJson(createMessagesRoute(bot), { text: '0xC004F074', platformLocale: 'en-GB' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      answered: true,
      kind: 'found',
      locale: 'en',
      title: FOUND_EN.title,
      teams: { type: 'AdaptiveCard', speak: FOUND_EN.summary },
      slack: { text: expect.any(String), blocks: expect.any(Array) },
    });
    expect(messages).toMatchObject([
      { platform: 'playground', door: 'mention', text: '0xC004F074', platformLocale: 'en-GB' },
    ]);
    expect(confirmed).toEqual(messages);
  });

  test('sent twice is two posts', async () => {
    const { bot, messages } = createListeningBot(FOUND_EN);
    const route = createMessagesRoute(bot);
    await postJson(route, { text: 'same', person: 'p' });
    await postJson(route, { text: 'same', person: 'p' });
    expect(messages[0]?.message).not.toBe(messages[1]?.message);
    expect(messages[0]?.person).toBe(messages[1]?.person);
  });

  test('that the bot has nothing to say to comes back with the reason', async () => {
    const { bot, messages, confirmed } = createListeningBot();
    const { status, body } = await postJson(createMessagesRoute(bot), { text: 'hello', door: 'message' });
    expect(status).toBe(200);
    expect(body).toEqual({
      answered: false,
      reason: { en: expect.stringMatching(/beyond doubt/), 'zh-CN': expect.stringMatching(/确定/) },
    });
    expect([messages[0]?.door, confirmed]).toEqual(['message', []]);
  });

  test('with a language chosen makes that choice first, as a language button does', async () => {
    const { bot, presses } = createListeningBot(FOUND_ZH);
    await postJson(createMessagesRoute(bot), { text: '0xC004F074', locale: 'zh-CN', person: 'p' });
    expect(presses).toMatchObject([{ person: 'p', payload: { locale: 'zh-CN', choice: 'locale' } }]);
    await postJson(createMessagesRoute(bot), { text: '0xC004F074', person: 'p' });
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
    ['a person made of other things', { text: 'x', person: '../../etc' }, /cannot be read/],
    ['broken JSON', '{"text":', /cannot be read/],
    ['no JSON object', '[]', /cannot be read/],
    ['null', 'null', /cannot be read/],
    ['a prototype', '{"__proto__":{"text":"x"}}', /cannot be read/],
  ])('with %s is refused with a sentence in both languages', async (_what, sent, sentence) => {
    const { bot, messages } = createListeningBot(FOUND_EN);
    const { status, body } = await postJson(createMessagesRoute(bot), sent);
    expect([status, messages]).toEqual([400, []]);
    expect(body).toEqual({ error: { en: expect.stringMatching(sentence), 'zh-CN': expect.stringMatching(/。$/) } });
  });

  test('of exactly the longest length is taken', async () => {
    const { bot } = createListeningBot(FOUND_EN);
    expect((await postJson(createMessagesRoute(bot), { text: 'x'.repeat(40_000) })).status).toBe(200);
  });

  test('made of any bytes gets an answer, never a throw', async () => {
    const { bot } = createListeningBot(FOUND_EN);
    const route = createMessagesRoute(bot);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (bytes) => {
        expect([200, 400]).toContain((await postJson(route, bytes)).status);
      }),
    );
  });
});

describe('a press', () => {
  test('comes back as the view it leads to, on both platforms', async () => {
    const { bot, presses } = createListeningBot(FOUND_ZH);
    const payload = { v: 1, move: 'answer', locale: 'zh-CN', codes: ['0xC004F074'] };
    const { status, body } = await postJson(createPressesRoute(bot), { payload, person: 'p', platformLocale: 'zh' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ answered: true, locale: 'zh-CN', teams: { type: 'AdaptiveCard' } });
    expect(presses).toEqual([{ platform: 'playground', tenant: 'local', person: 'p', payload, platformLocale: 'zh' }]);
  });

  test.each([null, 'text', 5, ['x'], { v: 99 }])('hands the bot whatever the button carried: %j', async (payload) => {
    const { bot, presses } = createListeningBot(FOUND_EN);
    expect((await postJson(createPressesRoute(bot), { payload })).status).toBe(200);
    expect(presses).toMatchObject([{ payload }]);
  });

  test.each(['', '{', '5', '{"payload":1,"extra":2}', '{"payload":1,"person":"a b"}'])(
    'in the body %j is refused',
    async (sent) => {
      const { bot, presses } = createListeningBot(FOUND_EN);
      expect((await postJson(createPressesRoute(bot), sent)).status).toBe(400);
      expect(presses).toEqual([]);
    },
  );
});

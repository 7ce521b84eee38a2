import { createBoards } from '../../../../src/adapters/playground/boards';
import { createPressesRoute } from '../../../../src/adapters/playground/presses-route';
import { createSubmissionsRoute } from '../../../../src/adapters/playground/submissions-route';
import { toView } from '../../../../src/adapters/playground/views';
import type { FollowUp } from '../../../../src/reply/follow-up';
import type { Form } from '../../../../src/reply/form';
import { FOUND_EN, FOUND_ZH } from '../../../fixtures/replies';
import { createListeningBot, postJson } from './fixture';

const TOKEN: FollowUp = { v: 1, move: 'get-help', locale: 'en', codes: [] };

const FORM: Form = {
  locale: 'en',
  title: 'Get help',
  submit: 'Send',
  cancel: 'Cancel',
  sections: [{ kind: 'facts', facts: [{ label: 'Code', value: '0xC004F074' }] }],
  fields: [{ kind: 'person', id: 'assignee', label: 'Who?', required: true }],
  token: TOKEN,
};

/** A board with an answer below a post in the channel, and a card at the help desk. */
function start() {
  const boards = createBoards(() => 0);
  const board = boards.open('s');
  const post = board.add('channel', { author: 'you', post: { text: 'x', door: 'mention' } });
  const answer = board.add('channel', { author: 'hexfix', under: post.id, view: toView(FOUND_EN) });
  const card = board.add('triage', { author: 'hexfix', view: toView(FOUND_EN) });
  const localeOf = (id: string) => board.find(id)?.message.view?.locale;
  return { boards, board, post, answer, card, localeOf };
}

describe('a press', () => {
  test('is handed to the bot with the place that the board knows', async () => {
    const { boards, post, answer } = start();
    const { bot, presses } = createListeningBot();
    const payload = { v: 1, move: 'answer' };
    const sent = { session: 's', person: 'p', as: 'colleague', message: answer.id, payload, platformLocale: 'zh' };
    expect(await postJson(createPressesRoute(bot, boards), sent)).toEqual({ status: 200, body: {} });
    expect(presses).toEqual([
      {
        platform: 'playground',
        tenant: 'local',
        conversation: 's/channel',
        channel: 's/channel',
        place: `s/channel/${post.id}`,
        message: answer.id,
        person: 'p.colleague',
        payload,
        platformLocale: 'zh',
      },
    ]);
  });

  test('redraws its card for everybody, and tells the presser alone what is theirs', async () => {
    const { boards, answer, localeOf } = start();
    const { bot } = createListeningBot(undefined, { card: FOUND_ZH, aside: FOUND_EN });
    const { body } = await postJson(createPressesRoute(bot, boards), { session: 's', message: answer.id, payload: 1 });
    expect(body).toMatchObject({ card: { locale: 'zh-CN' }, aside: { locale: 'en', title: FOUND_EN.title } });
    expect(localeOf(answer.id)).toBe('zh-CN');
  });

  test('on a button in an aside redraws nothing, for nobody else has that card', async () => {
    const { boards, answer, localeOf } = start();
    const { bot, presses } = createListeningBot(undefined, { card: FOUND_ZH });
    const sent = { session: 's', message: answer.id, payload: 1, aside: true };
    const { body } = await postJson(createPressesRoute(bot, boards), sent);
    expect(body).toMatchObject({ card: { locale: 'zh-CN' } });
    expect(localeOf(answer.id)).toBe('en');
    expect(presses[0]).not.toHaveProperty('message');
  });

  test('opens a form, with what it passes on for both platforms and the people of the help desk', async () => {
    const { boards, answer } = start();
    const { bot } = createListeningBot(undefined, { form: FORM });
    const sent = { session: 's', person: 'p', message: answer.id, payload: 1 };
    const { form } = (await postJson(createPressesRoute(bot, boards), sent)).body as { form: object };
    expect(form).toMatchObject({
      title: 'Get help',
      submit: 'Send',
      cancel: 'Cancel',
      token: TOKEN,
      fields: FORM.fields,
    });
    expect(form).toMatchObject({ people: [{ id: 'p.agent', persona: 'agent' }] });
    expect(form).toMatchObject({ teams: { type: 'AdaptiveCard' }, slack: { blocks: [{ type: 'rich_text' }] } });
    expect(JSON.stringify(form)).toContain('0xC004F074');
  });

  test('is for members of the conversation only', async () => {
    const { boards, card } = start();
    const { bot, presses } = createListeningBot();
    const route = createPressesRoute(bot, boards);
    for (const as of ['you', 'colleague']) {
      expect((await postJson(route, { session: 's', as, message: card.id, payload: 1 })).status).toBe(403);
    }
    expect(presses).toEqual([]);
    expect((await postJson(route, { session: 's', as: 'agent', message: card.id, payload: 1 })).status).toBe(200);
    expect(presses).toMatchObject([{ conversation: 's/triage', place: 's/triage' }]);
  });

  test('on a message that is gone, or on another browser’s, is refused with what to do', async () => {
    const { boards, answer } = start();
    const { bot, presses } = createListeningBot();
    const route = createPressesRoute(bot, boards);
    for (const sent of [
      { session: 's', message: 'gone' },
      { session: 'other', message: answer.id },
    ]) {
      expect(await postJson(route, { ...sent, payload: 1 })).toEqual({
        status: 404,
        body: { error: { en: expect.stringMatching(/Send yours again\.$/), 'zh-CN': expect.stringMatching(/。$/) } },
      });
    }
    expect(presses).toEqual([]);
  });

  test.each([null, 'text', 5, ['x'], { v: 99 }])('hands the bot whatever the button carried: %j', async (payload) => {
    const { boards, answer } = start();
    const { bot, presses } = createListeningBot();
    await postJson(createPressesRoute(bot, boards), { session: 's', message: answer.id, payload });
    expect(presses).toMatchObject([{ payload }]);
  });

  test.each(['', '{', '5', '{"payload":1}', '{"message":"m","payload":1,"extra":2}', '{"message":"a b","payload":1}'])(
    'in the body %j is refused',
    async (sent) => {
      const { bot, presses } = createListeningBot();
      expect((await postJson(createPressesRoute(bot, start().boards), sent)).status).toBe(400);
      expect(presses).toEqual([]);
    },
  );
});

describe('a form', () => {
  const values = { details: 'since Monday' };

  test('is handed to the bot with the place of the message that opened it', async () => {
    const { boards, post, answer } = start();
    const { bot, submissions } = createListeningBot();
    const sent = { session: 's', person: 'p', message: answer.id, token: TOKEN, values };
    expect(await postJson(createSubmissionsRoute(bot, boards), sent)).toEqual({ status: 200, body: {} });
    const where = { conversation: 's/channel', channel: 's/channel', place: `s/channel/${post.id}` };
    expect(submissions).toEqual([
      { platform: 'playground', tenant: 'local', ...where, person: 'p.you', token: TOKEN, values },
    ]);
  });

  test('with something to mend comes back with the errors, and no card changes', async () => {
    const { boards, answer, localeOf } = start();
    const { bot } = createListeningBot(undefined, {}, { errors: { details: 'Too long.' }, card: FOUND_ZH });
    const sent = { session: 's', message: answer.id, token: TOKEN, values };
    const { body } = await postJson(createSubmissionsRoute(bot, boards), sent);
    expect(body).toEqual({ errors: { details: 'Too long.' } });
    expect(localeOf(answer.id)).toBe('en');
  });

  test('that is done redraws the card', async () => {
    const { boards, answer, localeOf } = start();
    const { bot } = createListeningBot(undefined, {}, { card: FOUND_ZH });
    await postJson(createSubmissionsRoute(bot, boards), { session: 's', message: answer.id, token: TOKEN, values });
    expect(localeOf(answer.id)).toBe('zh-CN');
  });

  test('at the help desk is for its members only', async () => {
    const { boards, card } = start();
    const { bot, submissions } = createListeningBot();
    const sent = { session: 's', message: card.id, token: TOKEN, values };
    expect((await postJson(createSubmissionsRoute(bot, boards), sent)).status).toBe(403);
    expect(submissions).toEqual([]);
  });

  test.each([
    ['no values', {}],
    ['values that are no text', { values: { details: 5 } }],
    ['more values than any form has', { values: Object.fromEntries([...'abcdefghijk'].map((id) => [id, 'x'])) }],
    ['a value longer than any message', { values: { details: 'x'.repeat(40_001) } }],
  ])('with %s is refused', async (_what, part) => {
    const { boards, answer } = start();
    const { bot, submissions } = createListeningBot();
    const sent = { session: 's', message: answer.id, token: TOKEN, ...part };
    expect((await postJson(createSubmissionsRoute(bot, boards), sent)).status).toBe(400);
    expect(submissions).toEqual([]);
  });
});

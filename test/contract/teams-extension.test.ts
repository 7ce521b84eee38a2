/** The message extension of Teams: search, previews of links, and "explain" on somebody's post, also where the bot is not. */

import type { Bot, Inbound, Press, PressAnswer, SearchHit, Submission, SubmitAnswer, Who } from '../../src/bot';
import type { Form } from '../../src/reply/form';
import type { Action, Reply } from '../../src/reply/reply';
import { SILENT_BOT } from '../fixtures/a-bot';
import { FOUND_EN, REPLIES, WORKED_EN } from '../fixtures/replies';
import { startTeams, type TeamsDriver } from './teams/driver';
import { CHANNEL, CHAT, PERSON, TENANT } from './teams/people';
import { type Activity, CARD, resultFault, taskFault } from './teams/rules';

const CODE = '0xC004F074';
const THREAD = `${CHANNEL};messageid=1611060744833`;
/** A chat between two people, in which the bot is not. */
const ELSEWHERE = '19:4b6bed8d_9c0f61e2@unq.gbl.spaces';
const HIT: SearchHit = { code: CODE, title: `${CODE} · No answer`, text: 'Set <host> & try', reply: FOUND_EN };
const SHARE: Action = {
  kind: 'follow-up',
  id: 'share',
  label: 'Share in channel',
  followUp: { v: 1, move: 'share', locale: 'en', codes: [] },
  emphasis: 'normal',
};
const SHAREABLE: Reply = { ...WORKED_EN, summary: 'Yours alone.', actions: [SHARE] };
const FORM: Form = {
  locale: 'en',
  title: 'Describe it',
  submit: 'Ask',
  cancel: 'Cancel',
  sections: [],
  fields: [
    { id: 'text', kind: 'text', label: 'What happens', hint: 'A code', lines: 'many', longest: 500, required: true },
  ],
  token: { v: 1, move: 'ask', locale: 'en', codes: [] },
};

let driver: TeamsDriver;
let bot: { -readonly [Method in keyof Bot]: Bot[Method] };
let inbounds: Inbound[];
let presses: Press[];
let pressAnswer: PressAnswer;

beforeEach(async () => {
  inbounds = [];
  presses = [];
  pressAnswer = {};
  bot = {
    ...SILENT_BOT,
    async onMessage(inbound) {
      inbounds.push(inbound);
      return { reply: SHAREABLE };
    },
    async onPress(press) {
      presses.push(press);
      return pressAnswer;
    },
    askForm: async () => FORM,
  };
  driver = await startTeams({ bot });
  driver.fake.conversations.add(CHANNEL).add(CHAT);
});
afterEach(() => driver.close());

async function invoke(name: string, value: unknown, conversation: Activity = { id: THREAD }) {
  const response = await driver.send(JSON.stringify(driver.activity({ type: 'invoke', name, value, conversation })));
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

const search = (...parameters: readonly unknown[]) =>
  invoke('composeExtension/query', { commandId: 'search', parameters, queryOptions: { skip: 0, count: 25 } });

const explain = (messagePayload: unknown, conversation?: Activity) =>
  invoke(
    'composeExtension/fetchTask',
    { commandId: 'explain', commandContext: 'message', messagePayload },
    conversation,
  );

const submit = (data: unknown, conversation?: Activity) =>
  invoke('composeExtension/submitAction', { commandId: 'explain', commandContext: 'message', data }, conversation);

/** A post as Teams hands it over. */
const html = (content: string, more: object = {}) => ({ id: '17', body: { contentType: 'html', content }, ...more });

describe('a search', () => {
  let asked: (readonly [Who, string])[];
  beforeEach(() => {
    asked = [];
    bot.search = async (who, query) => {
      asked.push([who, query]);
      return [HIT];
    };
  });

  test('asks for what was typed, and by whom and where', async () => {
    await search({ name: 'query', value: 'count is insufficient' });
    expect(asked).toEqual([
      [
        expect.objectContaining({ person: PERSON.id, tenant: TENANT, channel: CHANNEL, platformLocale: 'en-US' }),
        'count is insufficient',
      ],
    ]);
  });

  test.each([
    ['when it has just opened', [{ name: 'initialRun', value: 'true' }], ''],
    ['of a client that does not name the field', [{ value: CODE }], CODE],
    ['without any field', [], ''],
  ])('%s is answered as well', async (_when, parameters, query) => {
    const { status, body } = await search(...parameters);
    expect(asked.map(([, typed]) => typed)).toEqual([query]);
    expect([status, resultFault(body)]).toEqual([200, undefined]);
  });

  test('gives lines to choose from, and cards that work wherever they are posted', async () => {
    bot.search = async () => REPLIES.map(([, reply]) => ({ ...HIT, reply }));
    const { body } = await search({ name: 'query', value: CODE });
    expect(resultFault(body)).toBeUndefined();
    const { attachments } = body.composeExtension;
    expect(attachments).toHaveLength(REPLIES.length);
    expect(attachments[0].preview.content).toEqual({ title: HIT.title, text: 'Set &lt;host&gt; &amp; try' });
  });

  test.each([undefined, null, 'text', [], {}, { parameters: 7 }, { parameters: [null, { value: 4 }] }])(
    'that carries %j is one for nothing',
    async (value) => {
      expect((await invoke('composeExtension/query', value)).status).toBe(200);
      expect(asked.map(([, typed]) => typed)).toEqual(['']);
    },
  );
});

describe('a link that was pasted', () => {
  const URL_OF_SOURCE = 'https://learn.microsoft.com/x';

  test('shows what we know of it', async () => {
    bot.onLinks = async (_who, [url = '']) => [{ url, reply: FOUND_EN }];
    const { body } = await invoke('composeExtension/queryLink', { url: URL_OF_SOURCE });
    expect(resultFault(body)).toBeUndefined();
    expect(body.composeExtension.attachments).toEqual([
      expect.objectContaining({ content: expect.objectContaining({ speak: FOUND_EN.summary }) }),
    ]);
  });

  test.each([{ url: URL_OF_SOURCE }, {}, null])('stays a link where there is nothing to say: %j', async (value) => {
    const { status, body } = await invoke('composeExtension/queryLink', value);
    expect([status, body.composeExtension.attachments]).toEqual([200, []]);
  });
});

describe('"explain" on a post', () => {
  test('answers the person alone, in a dialog, and sends nothing', async () => {
    const { body } = await explain(html(`<p>fails with ${CODE}</p>`));
    expect(taskFault(body)).toBeUndefined();
    expect(body.task.value.card).toEqual({
      contentType: CARD,
      content: expect.objectContaining({ speak: 'Yours alone.' }),
    });
    expect(inbounds).toEqual([
      expect.objectContaining({ door: 'extension', text: `fails with ${CODE}`, person: PERSON.id, channel: CHANNEL }),
    ]);
    // Where it goes if the person shares it: below the post.
    expect(JSON.parse(inbounds[0]?.place ?? '')).toMatchObject({ conversation: THREAD, replyTo: '17' });
    expect(driver.fake.messages.size).toBe(0);
  });

  test('is a question of its own every time, also where Teams asks again as no answer has reached it', async () => {
    const value = { commandId: 'explain', commandContext: 'message', messagePayload: html(CODE) };
    const parts = { type: 'invoke', name: 'composeExtension/fetchTask', value, conversation: { id: THREAD } };
    const request = JSON.stringify(driver.activity(parts));
    for (const _twice of [1, 2]) expect((await driver.send(request)).status).toBe(200);
    const [first, second] = inbounds;
    expect(first?.message).not.toBe(second?.message);
  });

  test.each([
    ['lines as people see them', html('<div>one<br>two</div><p>three &lt;x&gt;</p>'), 'one\ntwo\nthree <x>'],
    ['plain text as it is', { body: { contentType: 'text', content: 'a <b> c' } }, 'a <b> c'],
    [
      'code and cards that are attached',
      html('<p>see</p>', {
        attachments: [
          { contentType: 'application/vnd.microsoft.card.codesnippet', content: JSON.stringify({ code: CODE }) },
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            content: JSON.stringify({ body: [{ text: 'card' }] }),
          },
          { contentType: 'reference', content: null },
        ],
      }),
      `see\n${CODE}\ncard`,
    ],
    ['nothing of an empty post', html(''), ''],
    ['nothing of a misshapen one', { body: 7, attachments: 'x' }, ''],
  ])('reads %s', async (_what, payload, text) => {
    expect((await explain(payload)).status).toBe(200);
    expect(inbounds.map((inbound) => inbound.text)).toEqual([text]);
  });

  test('asks for more where the bot has nothing to say', async () => {
    bot.onMessage = async () => undefined;
    const { body } = await explain(html('lunch?'));
    expect(body.task.value.title).toBe(FORM.title);
  });

  test('without a post opens a form to describe the error in', async () => {
    const { body } = await invoke('composeExtension/fetchTask', { commandId: 'explain', commandContext: 'compose' });
    expect(taskFault(body)).toBeUndefined();
    expect(body.task.value.title).toBe(FORM.title);
    expect(inbounds).toEqual([]);
  });

  test.each([undefined, null, 7, {}])('that carries %j opens the form as well', async (value) => {
    expect((await invoke('composeExtension/fetchTask', value)).body.task.value.title).toBe(FORM.title);
  });

  test.each([
    ['in a channel with the bot', { id: THREAD }, ['Share in channel']],
    ['in a chat without it', { id: ELSEWHERE, conversationType: 'personal' }, []],
  ])('offers to share only where the bot can send: %s', async (_where, conversation, labels) => {
    const { body } = await explain(html(CODE), conversation);
    const { actions = [] } = body.task.value.card.content;
    expect(actions.map(({ title }: { title: string }) => title)).toEqual(labels);
  });

  test('offers it where Teams does not say whether the bot is there', async () => {
    driver.fake.lookUpFailures.push(500);
    const { body } = await explain(html(CODE));
    expect(body.task.value.card.content.actions).toHaveLength(1);
  });
});

describe('a dialog of an answer', () => {
  test('goes on with each press', async () => {
    pressAnswer = { card: FOUND_EN };
    const { body } = await submit({ followUp: SHARE.kind === 'follow-up' && SHARE.followUp });
    expect(taskFault(body)).toBeUndefined();
    expect(body.task).toMatchObject({ type: 'continue', value: { title: FOUND_EN.title } });
    expect(presses).toEqual([expect.objectContaining({ payload: expect.objectContaining({ move: 'share' }) })]);
  });

  test('turns into a form, and into what comes of it', async () => {
    const submissions: Submission[] = [];
    let submitAnswer: SubmitAnswer = { card: FOUND_EN, queued: true };
    bot.onSubmit = async (submission) => {
      submissions.push(submission);
      return submitAnswer;
    };
    pressAnswer = { form: FORM };
    expect((await submit({ followUp: { v: 1 } })).body.task.value.title).toBe(FORM.title);
    expect((await submit({ token: FORM.token, 'value-text': CODE })).body.task.value.title).toBe(FOUND_EN.title);
    expect(submissions).toEqual([expect.objectContaining({ token: FORM.token, values: { text: CODE } })]);
    submitAnswer = { errors: { text: 'Too short.' } };
    const { body } = await submit({ token: FORM.token, 'value-text': 'x' });
    expect(JSON.stringify(body.task.value.card)).toContain('Too short.');
  });

  test('says in a sentence what has no buttons', async () => {
    pressAnswer = { aside: { ...WORKED_EN, summary: 'It is in the channel now.' } };
    expect((await submit({ followUp: {} })).body).toEqual({
      task: { type: 'message', value: 'It is in the channel now.' },
    });
  });

  test('closes where there is nothing to show', async () => {
    expect(await submit({ followUp: {} })).toEqual({ status: 200, body: undefined });
  });

  test.each([undefined, null, [], {}, { followUp: null }])('that sends in %j is answered kindly', async (data) => {
    pressAnswer = { aside: FOUND_EN };
    bot.onSubmit = async () => ({ aside: FOUND_EN });
    const { status, body } = await submit(data);
    expect([status, taskFault(body)]).toEqual([200, undefined]);
  });
});

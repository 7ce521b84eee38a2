/** What each answer of the bot to a press becomes in Teams, for the presser and for the others, in every way of pressing. */

import type { Bot, Press, PressAnswer, Submission, SubmitAnswer } from '../../src/bot';
import type { Form } from '../../src/reply/form';
import type { Reply } from '../../src/reply/reply';
import { SILENT_BOT } from '../fixtures/a-bot';
import { FOUND_EN, WORKED_EN } from '../fixtures/replies';
import { createRealBot } from './real-bot';
import { startTeams, type TeamsDriver } from './teams/driver';
import { CHAT, chatOf, PERSON, personBy, TENANT } from './teams/people';
import { type Activity, CARD, executeFault, isRecord } from './teams/rules';

const GROUP = '19:0123456789abcdef@thread.v2';
const NEWS: Reply = { ...WORKED_EN, title: 'News', summary: 'News for everybody.' };
const SENTENCE: Reply = { ...WORKED_EN, summary: 'Somebody was faster.', title: 'Faster' };
const VIEW: Reply = { ...FOUND_EN, summary: 'A fresh start.' };
const FORM: Form = {
  locale: 'en',
  title: 'Ask the help desk',
  submit: 'Send',
  cancel: 'Cancel',
  sections: [],
  fields: [
    {
      id: 'details',
      kind: 'text',
      label: 'Details',
      hint: 'What happened',
      lines: 'many',
      longest: 500,
      required: false,
    },
    { id: 'assignee', kind: 'person', label: 'Assign to', required: false },
  ],
  token: { v: 1, move: 'get-help', locale: 'en', codes: [] },
};
const PAYLOAD = { v: 1, move: 'step' };

let driver: TeamsDriver;
let answer: PressAnswer;
let submitAnswer: SubmitAnswer;
let presses: Press[];
let submissions: Submission[];

beforeEach(async () => {
  presses = [];
  submissions = [];
  answer = {};
  submitAnswer = {};
  const bot: Bot = {
    ...SILENT_BOT,
    onMessage: async () => ({ reply: FOUND_EN }),
    onInstalled: async () => NEWS,
    async onPress(press) {
      presses.push(press);
      return answer;
    },
    async onSubmit(submission) {
      submissions.push(submission);
      return submitAnswer;
    },
  };
  driver = await startTeams({ bot });
  driver.fake.conversations.add(CHAT).add(GROUP);
});
afterEach(() => driver.close());

async function send(parts: Activity): Promise<Response> {
  const response = await driver.send(JSON.stringify(driver.activity(parts)));
  await driver.settled();
  return response;
}

/** Has the bot post a card, and gives its id. */
async function postCard(conversation: string): Promise<string> {
  await send({ conversation: { id: conversation }, text: '0xC004F074' });
  return [...driver.fake.messages.keys()].at(-1) ?? '';
}

function execute(conversation: string, replyToId: string, data: unknown = PAYLOAD): Promise<Response> {
  const value = { action: { type: 'Action.Execute', verb: 'follow-up', data }, trigger: 'manual' };
  return send({ type: 'invoke', name: 'adaptiveCard/action', conversation: { id: conversation }, replyToId, value });
}

function submit(conversation: string, replyToId: string | undefined, value: unknown = PAYLOAD): Promise<Response> {
  return send({ conversation: { id: conversation }, text: undefined, value, replyToId });
}

function open(conversation: string, followUp: unknown = PAYLOAD): Promise<Response> {
  const value = { data: { msteams: { type: 'task/fetch' }, followUp }, context: { theme: 'default' } };
  return send({ type: 'invoke', name: 'task/fetch', conversation: { id: conversation }, value });
}

function sendIn(data: unknown): Promise<Response> {
  return send({ type: 'invoke', name: 'task/submit', conversation: { id: GROUP }, value: { data } });
}

function summaryOf(id: string): unknown {
  return driver.fake.messages.get(id)?.activity.summary;
}

const redraws = () => [...driver.fake.messages.values()].filter(({ earlier }) => earlier.length > 0);

describe('the bot is told', () => {
  test('who pressed which button of which message, and where', async () => {
    const card = await postCard(GROUP);
    await execute(GROUP, card);
    expect(presses).toEqual([
      {
        platform: 'teams',
        tenant: TENANT,
        conversation: GROUP,
        channel: GROUP,
        place: expect.any(String),
        message: card,
        person: PERSON.id,
        payload: PAYLOAD,
        platformLocale: 'en-US',
      },
    ]);
    expect(JSON.parse(presses[0]?.place ?? '')).toMatchObject({
      serviceUrl: driver.fake.serviceUrl,
      conversation: GROUP,
    });
  });

  test('the same of every way to press', async () => {
    const card = await postCard(GROUP);
    await execute(GROUP, card);
    await submit(GROUP, card);
    await submit(GROUP, card, { msteams: { type: 'task/fetch' }, followUp: PAYLOAD });
    await open(GROUP);
    expect(presses.map(({ payload }) => payload)).toEqual([PAYLOAD, PAYLOAD, PAYLOAD, PAYLOAD]);
  });

  test.each([undefined, null, 'text', [], {}, { action: null }, { action: { verb: 'approve', data: PAYLOAD } }])(
    'of no payload where an invoke carries %j',
    async (value) => {
      answer = { aside: VIEW };
      const names = ['adaptiveCard/action', 'task/fetch'];
      for (const name of names) {
        expect((await send({ type: 'invoke', name, value })).status).toBe(200);
      }
      expect(presses.map(({ payload }) => payload)).toEqual([undefined, undefined]);
    },
  );
});

describe('a new card', () => {
  test('is the answer to the request, and is drawn for the others as well', async () => {
    answer = { card: NEWS };
    const card = await postCard(GROUP);
    const told = await (await execute(GROUP, card)).json();
    expect(executeFault(told)).toBeUndefined();
    expect(told).toMatchObject({ type: CARD, value: { speak: NEWS.summary } });
    expect(summaryOf(card)).toBe(NEWS.summary);
  });

  test('needs no redrawing where nobody else is', async () => {
    answer = { card: NEWS };
    const card = await postCard(CHAT);
    expect(await (await execute(CHAT, card)).json()).toMatchObject({ value: { speak: NEWS.summary } });
    expect(redraws()).toEqual([]);
  });

  test('is left to the outbox where that draws it', async () => {
    answer = { card: NEWS, queued: true };
    const card = await postCard(GROUP);
    expect(await (await execute(GROUP, card)).json()).toMatchObject({ type: CARD, value: { speak: NEWS.summary } });
    expect((await submit(GROUP, card)).status).toBe(200);
    await open(GROUP);
    expect(redraws()).toEqual([]);
  });

  test('takes the place of the one that an older client has pressed', async () => {
    answer = { card: NEWS };
    const card = await postCard(GROUP);
    expect((await submit(GROUP, card)).status).toBe(200);
    expect(summaryOf(card)).toBe(NEWS.summary);
  });

  test('is posted where Teams does not name the one that was pressed', async () => {
    answer = { card: NEWS };
    expect((await submit(GROUP, undefined)).status).toBe(200);
    expect(driver.screen()).toHaveLength(1);
  });

  test('comes again with the next delivery when it could not be drawn', async () => {
    answer = { card: NEWS };
    const card = await postCard(GROUP);
    driver.fake.failures.push(502);
    expect((await submit(GROUP, card)).status).toBe(500);
  });
});

describe('what concerns the presser alone', () => {
  test('stands above the card, in the answer to the request only', async () => {
    answer = { card: FOUND_EN, queued: true, aside: SENTENCE };
    const card = await postCard(GROUP);
    const { value } = await (await execute(GROUP, card)).json();
    const words = JSON.stringify(value);
    expect(words.indexOf('Windows is activated.')).toBeLessThan(words.indexOf('Possible causes'));
    expect(value.speak).toBe(`${SENTENCE.summary}\n${FOUND_EN.summary}`);
    expect(redraws()).toEqual([]);
  });

  test.each(['card', 'dialog'])('is said in one sentence where it is one: %s', async (way) => {
    answer = { aside: SENTENCE };
    const card = await postCard(GROUP);
    const response = await (way === 'card' ? execute(GROUP, card) : open(GROUP));
    expect(await response.json()).toEqual(
      way === 'card'
        ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: SENTENCE.summary }
        : { task: { type: 'message', value: SENTENCE.summary } },
    );
    expect(redraws()).toEqual([]);
  });

  test('is a card of their own where it has buttons; the others keep theirs', async () => {
    answer = { aside: VIEW };
    const card = await postCard(GROUP);
    expect(await (await execute(GROUP, card)).json()).toMatchObject({ type: CARD, value: { speak: VIEW.summary } });
    expect(redraws()).toEqual([]);
  });

  test('comes to an older client in a private chat', async () => {
    answer = { card: NEWS, queued: true, aside: SENTENCE };
    const colleague = personBy('colleague');
    const card = await postCard(GROUP);
    const pressed = { from: colleague, conversation: { id: GROUP }, text: '', value: PAYLOAD, replyToId: card };
    expect((await send(pressed)).status).toBe(200);
    expect(driver.asides('colleague')).toEqual([
      expect.objectContaining({ thread: chatOf(colleague), text: expect.stringContaining(SENTENCE.summary) }),
    ]);
  });

  test('is kept from the others even where there is no private chat', async () => {
    answer = { aside: SENTENCE };
    driver.fake.withoutApp.add(PERSON.id);
    const card = await postCard(GROUP);
    expect((await submit(GROUP, card)).status).toBe(200);
    expect(driver.screen()).toHaveLength(1);
    expect(redraws()).toEqual([]);
  });

  test('stays in the chat that only they see', async () => {
    const card = await postCard(CHAT);
    answer = { aside: SENTENCE };
    await submit(CHAT, card);
    expect(driver.screen().map(({ text }) => text)).toEqual([
      expect.stringContaining(FOUND_EN.summary),
      expect.stringContaining(SENTENCE.summary),
    ]);
    answer = { aside: VIEW };
    await submit(CHAT, card);
    expect(summaryOf(card)).toBe(VIEW.summary);
  });
});

describe('a dialog', () => {
  beforeEach(() => {
    answer = { form: FORM };
  });

  test('opens with the form, in the exact shape that Teams takes', async () => {
    expect(await (await open(GROUP)).json()).toEqual({
      task: {
        type: 'continue',
        value: {
          title: FORM.title,
          height: 'medium',
          width: 'medium',
          card: { contentType: CARD, content: expect.objectContaining({ type: 'AdaptiveCard', version: '1.5' }) },
        },
      },
    });
  });

  test('brings back the token and the values by field, with people by their id in Teams', async () => {
    const { aadObjectId, id } = personBy('agent');
    const data = { token: FORM.token, 'value-details': 'It beeps', 'person-assignee': aadObjectId, other: 'x' };
    const response = await sendIn(data);
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(submissions).toEqual([
      {
        platform: 'teams',
        tenant: TENANT,
        conversation: GROUP,
        channel: GROUP,
        place: expect.any(String),
        person: PERSON.id,
        token: FORM.token,
        values: { details: 'It beeps', assignee: id },
        platformLocale: 'en-US',
      },
    ]);
  });

  test('leaves the id of somebody whom nobody here knows as it is', async () => {
    await sendIn({ token: FORM.token, 'person-assignee': 'b7e1c7a0-0000-4000-8000-0000000000ff' });
    expect(submissions[0]?.values).toEqual({ assignee: 'b7e1c7a0-0000-4000-8000-0000000000ff' });
  });

  test('stays open with what was filled in when something is to be mended', async () => {
    submitAnswer = { errors: { assignee: 'Pick somebody of the help desk.' } };
    const { aadObjectId } = personBy('colleague');
    const response = await sendIn({ token: FORM.token, 'value-details': 'It beeps', 'person-assignee': aadObjectId });
    const { task } = await response.json();
    expect(task.value.title).toBe(FORM.title);
    const words = JSON.stringify(task.value.card.content);
    expect(words).toContain('Pick somebody of the help desk.');
    expect(words).toContain('"value":"It beeps"');
    expect(words).toContain(`"value":"${aadObjectId}"`);
    expect(presses.map(({ payload }) => payload)).toEqual([FORM.token]);
  });

  test('ends with a sentence when the form is no longer to be had', async () => {
    submitAnswer = { errors: { details: 'Too long.' } };
    answer = { aside: SENTENCE };
    expect(await (await sendIn({ token: FORM.token })).json()).toEqual({
      task: { type: 'message', value: SENTENCE.summary },
    });
  });

  test('closes with a sentence where there is something to say', async () => {
    submitAnswer = { card: NEWS, queued: true, aside: SENTENCE };
    expect(await (await sendIn({ token: FORM.token })).json()).toEqual({
      task: { type: 'message', value: SENTENCE.summary },
    });
  });

  test.each([undefined, null, 'text', [], {}, { data: null }, { data: { token: 7, 'value-details': {} } }])(
    'of which only %j is left is answered kindly',
    async (value) => {
      submitAnswer = { aside: SENTENCE };
      const response = await send({ type: 'invoke', name: 'task/submit', value });
      expect(response.status).toBe(200);
      expect(submissions[0]?.values).toEqual({});
    },
  );
});

test.each(['composeExtension/querySettingUrl', 'fileConsent/invoke', undefined])(
  'an invoke of %s is declined politely',
  async (name) => {
    const response = await send({ type: 'invoke', name, value: {} });
    expect([response.status, await response.text()]).toEqual([501, '']);
  },
);

test('a card tells the names of people, as Teams told them or as it tells them when asked', async () => {
  const seen = personBy('colleague');
  const asked = personBy('agent');
  const run = (id: string) => ({ kind: 'person', id, text: 'somebody' }) as const;
  const text = [run(seen.id), run(asked.id), run('29:stranger')];
  answer = { card: { ...NEWS, sections: [{ kind: 'prose', text }] } };
  await send({ from: seen, conversation: { id: GROUP }, type: 'typing' });
  const lookUps = () =>
    driver.fake.requests.filter((path) => path.includes('/members/')).map((path) => path.split('/').at(-1));
  const card = await postCard(GROUP);
  for (const _twice of [1, 2]) {
    const { value } = await (await execute(GROUP, card)).json();
    expect(value.body[1].inlines).toEqual([seen.name, asked.name, 'somebody']);
    expect(value.speak).toContain(`${seen.name}${asked.name}somebody`);
  }
  expect(summaryOf(card)).toContain(asked.name);
  // The stranger is looked for here and at the help desk, and not again.
  expect(lookUps()).toEqual([encodeURIComponent(asked.id), '29%3Astranger', '29%3Astranger']);
});

test('a real case goes to somebody whom the help desk picks', async () => {
  const real = await createRealBot();
  const own = await startTeams(real);
  const button = (message: { buttons: readonly { payload: unknown }[] } | undefined, move: string) =>
    message?.buttons.find(({ payload }) => isRecord(payload) && payload.move === move)?.payload;
  await own.post({ where: 'channel', mentionsBot: true, text: '0xC004F074' });
  const [card] = own.screen();
  if (card === undefined) throw new Error('no card');
  await own.press(card, button(card, 'get-help'));
  await own.submit({ details: 'Room 4' });
  const [waiting] = own.screen('triage');
  if (waiting === undefined) throw new Error('nothing at the help desk');
  await own.press(waiting, button(waiting, 'assign'), 'agent');
  await own.submit({ assignee: personBy('second-agent').id });
  expect(own.screen('triage')[0]?.text).toContain(personBy('second-agent').name);
  await own.close();
  await real.close();
});

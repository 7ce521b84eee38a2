/** Forms on Slack: opened while the trigger lasts, sent in without losing what was written, and never a dead end. */

import type { Form } from '../../src/reply/form';
import { toRichText } from '../../src/reply/rich-text';
import { FOUND_EN, WORKED_EN } from '../fixtures/replies';
import { ALL_SCOPES } from '../fixtures/slack/driver';
import { type FakeWebApi, startFakeWebApi } from '../fixtures/slack/fake-web-api';
import { type Hexfix, startHexfix } from '../fixtures/slack/hexfix';
import { eventCallback, messageEvent, pressPayload, submissionPayload } from '../fixtures/slack/payloads';
import { createScriptedBot, type ScriptedBot } from '../fixtures/slack/scripted-bot';
import { eventRequest, interactionRequest, send } from '../fixtures/slack/signed-sender';
import type { View } from '../fixtures/slack/view-rules';
import { WORKSPACE } from '../fixtures/slack/workspace';

const { channel, dm, team, person, bot: self } = WORKSPACE;
const ts = '1780000000.000400';
const thread = '1770000000.000100';
const PLACE = JSON.stringify({ channel, thread, tenant: team });
const CARD = { ts, channel, thread, text: 'a card', blocks: [], botId: self.id };

const FORM: Form = {
  locale: 'zh-CN',
  title: '请求协助',
  submit: '发送',
  cancel: '取消',
  sections: [{ kind: 'prose', text: toRichText('0xC004F074') }],
  fields: [
    { id: 'details', label: '详情', required: false, kind: 'text', hint: '可留空', lines: 'many', longest: 2_000 },
    { id: 'method', label: '方法', required: false, kind: 'choice', options: [{ value: 'mak', label: 'MAK' }] },
    { id: 'assignee', label: '成员', required: false, kind: 'person' },
  ],
  token: { v: 1, move: 'get-help', locale: 'zh-CN', codes: [], case: 'AAAAAAAAAAAAAAAAAAAAAA', version: 3 },
};

let api: FakeWebApi;
let bot: ScriptedBot;
let hexfix: Hexfix;

beforeEach(async () => {
  api = await startFakeWebApi(ALL_SCOPES);
  bot = createScriptedBot();
  bot.says = { form: FORM };
  hexfix = await startHexfix({ apiUrl: api.url, bot });
  api.messages.set(ts, CARD);
});

afterEach(async () => {
  await hexfix.close();
  await api.close();
});

async function press(options: { readonly triggerId?: string; readonly ephemeral?: boolean } = {}): Promise<void> {
  const { ephemeral = false } = options;
  const granted = api.grant({ person, channel, ts, isEphemeral: ephemeral });
  const payload = pressPayload({ ...{ channel, ts, thread, value: '{}', ephemeral }, ...granted, ...options });
  expect((await send(hexfix.eventsUrl, interactionRequest(payload))).status).toBe(200);
}

async function openForm(options: Parameters<typeof press>[0] = {}): Promise<View> {
  const opened = api.answered('views.open');
  await press(options);
  await opened;
  const open = api.views.get(person);
  if (open === undefined) throw new Error('no form is open');
  return open.view;
}

function submit(view: View, values: Readonly<Record<string, string>> = {}, change: object = {}) {
  const payload = { ...submissionPayload({ view, values }), ...change };
  return send(hexfix.eventsUrl, interactionRequest(payload));
}

/** Everything that follows from what was acknowledged has happened. */
async function settle(): Promise<void> {
  await hexfix.adapter.close();
}

function methodsCalled(): string[] {
  return api.calls.map(({ method }) => method).filter((method) => !/^(auth\.test|users\.info)$/.test(method));
}

describe('a press that asks for a form', () => {
  test('opens it for the presser', async () => {
    expect(await openForm()).toMatchObject({ title: { text: '请求协助' }, submit: { text: '发送' } });
    expect(methodsCalled()).toEqual(['views.open']);
  });

  test.each<[string, () => Promise<string>]>([
    [
      'too late',
      async () => {
        const { triggerId } = api.grant({ person, channel, ts });
        api.pass(3_001);
        return triggerId;
      },
    ],
    [
      'with a trigger that has served',
      async () => {
        const { triggerId } = api.grant({ person, channel, ts });
        await openForm({ triggerId });
        return triggerId;
      },
    ],
    ['without a trigger', async () => ''],
  ])('%s is told so in private, and what to do', async (_what, takeTrigger) => {
    await press({ triggerId: await takeTrigger() });
    await settle();
    const [aside] = [...api.asides.values()];
    expect(aside).toMatchObject({ person, channel, thread, text: expect.stringContaining('请再次点击按钮') });
    expect(hexfix.log).toContainEqual(expect.objectContaining({ level: 'error' }));
  });

  test.each([
    ['an unreachable Slack', { kind: 'reset', when: 'before' } as const],
    ['a Slack in trouble', { kind: 'answer', status: 503 } as const],
  ])('meets %s, and the presser is told', async (_what, trouble) => {
    api.meet('views.open', trouble);
    await press();
    await settle();
    expect(api.asides.size).toBe(1);
  });

  test('that Slack would refuse, and the presser is told', async () => {
    bot.says = { form: { ...FORM, locale: 'en', title: 'A title of more than 24 characters' } };
    await press();
    await settle();
    expect(methodsCalled()).toEqual(['response_url']);
    expect([...api.asides.values()]).toEqual([
      expect.objectContaining({ text: expect.stringContaining('Press the button again') }),
    ]);
  });
});

describe('a form sent in', () => {
  test('reaches the bot with where it was opened, its token and what was filled in', async () => {
    const view = await openForm();
    await submit(view, { details: '12 台电脑', method: 'mak', assignee: 'U0AGENT' });
    expect(bot.submissions).toEqual([
      {
        ...{ platform: 'slack', tenant: team, conversation: channel, channel, place: PLACE, person },
        token: FORM.token,
        values: { details: '12 台电脑', method: 'mak', assignee: 'U0AGENT' },
      },
    ]);
  });

  test('has no values for fields left empty', async () => {
    await submit(await openForm());
    expect(bot.submissions[0]?.values).toEqual({});
  });

  test('is of the workspace where it was opened, also when its person is of another', async () => {
    const view = await openForm();
    await submit(view, {}, { team: { id: 'T0OTHER', domain: 'other' } });
    expect(bot.submissions[0]?.tenant).toBe(team);
  });

  test('closes when the bot has taken it', async () => {
    const view = await openForm();
    bot.says = {};
    expect(await submit(view)).toEqual({ status: 200, body: '' });
  });

  test('stays open with what is to be mended, by field', async () => {
    const view = await openForm();
    bot.says = { errors: { details: '请写下您看到的内容。' } };
    const { status, body } = await submit(view);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ response_action: 'errors', errors: { details: '请写下您看到的内容。' } });
  });

  test('stays open when the bot could not take it', async () => {
    const view = await openForm();
    bot.onSubmit = async () => {
      throw new Error('disk full');
    };
    await hexfix.close();
    hexfix = await startHexfix({ apiUrl: api.url, bot });
    expect((await submit(view)).status).toBe(503);
    expect(JSON.stringify(hexfix.log)).not.toContain('disk full');
  });

  test('is not acknowledged before the bot has taken it, however long that takes', async () => {
    const view = await openForm();
    let release = () => {};
    const stored = new Promise<void>((resolve) => (release = resolve));
    const order: string[] = [];
    bot.onSubmit = async () => {
      await stored;
      order.push('stored');
      return {};
    };
    await hexfix.close();
    hexfix = await startHexfix({ apiUrl: api.url, bot, timing: { answerWithinMs: 1 } });
    const answered = submit(view).then(() => order.push('acknowledged'));
    // A whole event is handled meanwhile, which takes longer than the patience for events.
    await send(hexfix.eventsUrl, eventRequest(eventCallback(messageEvent({ text: 'hi', ts: '1.2', channel: dm }))));
    release();
    await answered;
    expect(order).toEqual(['stored', 'acknowledged']);
  });

  test('closes before Slack has shown what follows from it', async () => {
    const view = await openForm();
    bot.says = { aside: FOUND_EN };
    let release = () => {};
    api.meet('chat.postEphemeral', { kind: 'wait', until: new Promise((resolve) => (release = () => resolve())) });
    expect((await submit(view)).status).toBe(200);
    release();
    await settle();
    expect(api.asides.size).toBe(1);
  });

  test('leaves the card to the outbox when that is to redraw it', async () => {
    const view = await openForm();
    bot.says = { card: WORKED_EN, queued: true };
    await submit(view);
    await settle();
    expect(methodsCalled()).toEqual(['views.open']);
  });

  test('redraws the card that it was opened from', async () => {
    const view = await openForm();
    bot.says = { card: WORKED_EN };
    await submit(view);
    await settle();
    expect(api.messages.get(ts)?.text).toBe(WORKED_EN.summary);
  });

  test.each([
    ['a card', { card: WORKED_EN }],
    ['a card that the outbox cannot reach', { card: WORKED_EN, queued: true as const }],
    ['an aside', { aside: WORKED_EN }],
  ])('shows %s in its own place where no message can: the bot may not even be there', async (_what, says) => {
    const view = await openForm({ ephemeral: true });
    bot.says = says;
    const { body } = await submit(view);
    expect(JSON.parse(body)).toMatchObject({ response_action: 'update', view: { type: 'modal' } });
    expect(body).toContain(WORKED_EN.title);
    await settle();
    expect(methodsCalled()).toEqual(['views.open']);
  });

  test('may be answered by an aside, in the thread', async () => {
    const view = await openForm();
    bot.says = { aside: FOUND_EN };
    await submit(view);
    await settle();
    expect([...api.asides.values()]).toEqual([expect.objectContaining({ person, channel, thread })]);
  });

  test.each([
    ['of nothing', ''],
    ['that is not JSON', '{'],
    ['without a place', JSON.stringify({ token: FORM.token })],
    ['with a place that is none', JSON.stringify({ place: '{"channel":""}', token: FORM.token })],
    ['with a place that is not JSON', JSON.stringify({ place: 'here', token: FORM.token })],
  ])('with metadata %s is none of ours: closed, and nobody is asked', async (_what, private_metadata) => {
    const view = await openForm();
    expect(await submit({ ...view, private_metadata })).toEqual({ status: 200, body: '' });
    expect(bot.submissions).toEqual([]);
  });

  test('without what it was filled in with is closed, and nobody is asked', async () => {
    const { view } = submissionPayload({ view: await openForm() });
    const { state: _state, ...rest } = Object(view);
    expect((await submit(await openForm(), {}, { view: rest })).status).toBe(200);
    expect(bot.submissions).toEqual([]);
  });
});

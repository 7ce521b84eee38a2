/** Buttons on Slack: acknowledged at once, then the bot's answer is shown by whatever way reaches the card or the presser. */

import { FOUND_EN, WORKED_EN } from '../fixtures/replies';
import { ALL_SCOPES } from '../fixtures/slack/driver';
import { type FakeWebApi, startFakeWebApi } from '../fixtures/slack/fake-web-api';
import { type Hexfix, startHexfix } from '../fixtures/slack/hexfix';
import { pressPayload } from '../fixtures/slack/payloads';
import { createScriptedBot, type ScriptedBot } from '../fixtures/slack/scripted-bot';
import { interactionRequest, send } from '../fixtures/slack/signed-sender';
import { WORKSPACE } from '../fixtures/slack/workspace';

const { channel, team, person, bot: self, others } = WORKSPACE;
const ts = '1780000000.000400';
const thread = '1770000000.000100';
const CARD = { ts, channel, thread, text: 'a card', blocks: [], botId: self.id };
const NEXT = JSON.stringify({ v: 1, move: 'all-steps', locale: 'en', codes: ['0xC004F074'] });

let api: FakeWebApi;
let bot: ScriptedBot;
let hexfix: Hexfix;

beforeEach(async () => {
  api = await startFakeWebApi(ALL_SCOPES);
  bot = createScriptedBot();
  hexfix = await startHexfix({ apiUrl: api.url, bot });
  api.messages.set(ts, CARD);
});

afterEach(async () => {
  await hexfix.close();
  await api.close();
});

type PressOptions = Partial<Parameters<typeof pressPayload>[0]>;

async function press(options: PressOptions = {}, change: Readonly<Record<string, unknown>> = {}): Promise<number> {
  const payload = pressPayload({ channel, ts, thread, value: NEXT, ...options });
  return (await send(hexfix.eventsUrl, interactionRequest({ ...payload, ...change }))).status;
}

/** A press as Slack sends it, with a `response_url` that works. */
async function pressWithResponse(options: PressOptions & { readonly on?: string } = {}): Promise<number> {
  const { on = ts, ...rest } = options;
  const isEphemeral = api.asides.has(on);
  const { triggerId, responseUrl } = api.grant({ person, channel, ts: on, isEphemeral });
  return press({ ts: on, triggerId, responseUrl, ephemeral: isEphemeral, ...rest });
}

/** An ephemeral message of ours, as the person sees it. */
async function showAside(): Promise<string> {
  const told = api.answered('response_url');
  bot.says = { aside: FOUND_EN };
  await pressWithResponse();
  await told;
  const [aside = ''] = [...api.asides.keys()];
  return aside;
}

/** Everything that follows from what was acknowledged has happened. */
async function settle(): Promise<void> {
  await hexfix.adapter.close();
}

function methodsCalled(): string[] {
  return api.calls.map(({ method }) => method).filter((method) => !/^(auth\.test|users\.info)$/.test(method));
}

describe('a press', () => {
  test('reaches the bot with where the card stands, and who has pressed', async () => {
    await press({ person: others.colleague });
    await settle();
    expect(bot.presses).toEqual([
      {
        platform: 'slack',
        tenant: team,
        conversation: channel,
        channel,
        place: JSON.stringify({ channel, thread, tenant: team }),
        message: ts,
        person: others.colleague,
        payload: JSON.parse(NEXT),
      },
    ]);
  });

  test('on a card that stands in no thread names none', async () => {
    await send(hexfix.eventsUrl, interactionRequest(pressPayload({ channel, ts, value: NEXT })));
    await settle();
    expect(bot.presses[0]?.place).toBe(JSON.stringify({ channel, tenant: team }));
  });

  test('finds the thread in the message when its container does not tell', async () => {
    const { container: _container, ...payload } = pressPayload({ channel, ts, value: NEXT });
    const container = { type: 'message', message_ts: ts, channel_id: channel };
    await send(hexfix.eventsUrl, interactionRequest({ ...payload, container, message: { ts, thread_ts: thread } }));
    await settle();
    expect(bot.presses[0]?.place).toContain(thread);
  });

  test('redraws with text and blocks, in place', async () => {
    bot.says = { card: FOUND_EN };
    await press();
    await settle();
    expect(methodsCalled()).toEqual(['chat.update']);
    expect(api.calls.at(-1)?.args).toMatchObject({
      channel,
      ts,
      parse: 'none',
      text: expect.stringContaining('0xC004F074'),
      blocks: expect.stringContaining('0xC004F074'),
    });
  });

  test('leaves the card to the outbox when that is to redraw it', async () => {
    bot.says = { card: FOUND_EN, queued: true };
    expect(await press()).toBe(200);
    await settle();
    expect(methodsCalled()).toEqual([]);
  });

  test('is acknowledged before Slack has redrawn anything', async () => {
    bot.says = { card: FOUND_EN };
    let release = () => {};
    api.meet('chat.update', { kind: 'wait', until: new Promise((resolve) => (release = () => resolve())) });
    expect(await press()).toBe(200);
    release();
    await settle();
  });

  test.each([
    ['text that is not JSON', { value: 'approve' }],
    ['half a JSON text', { value: '{"v":1,"move":' }],
    ['an empty text', { value: '' }],
  ])('with %s reaches the bot as that text, which knows what it is not', async (_what, { value }) => {
    expect(await press({ value })).toBe(200);
    await settle();
    expect(bot.presses).toEqual([expect.objectContaining({ payload: value })]);
  });

  test('on a link is acknowledged, and nothing else', async () => {
    expect(await press({ actionId: 'link:source' })).toBe(200);
    await settle();
    expect(bot.presses).toEqual([]);
  });

  test('in a view without a message is acknowledged, and nothing else', async () => {
    expect(await press({}, { container: { type: 'view', view_id: 'V0' } })).toBe(200);
    await settle();
    expect(bot.presses).toEqual([]);
  });

  test('from an app installed for a whole organization is of the person’s workspace', async () => {
    await press({}, { team: null, is_enterprise_install: true });
    await settle();
    expect(bot.presses[0]?.tenant).toBe(team);
  });
});

describe('an aside', () => {
  test('is for the presser alone, in the thread of the card, which stays as it is', async () => {
    bot.says = { aside: FOUND_EN };
    await pressWithResponse();
    await settle();
    const [aside] = [...api.asides.values()];
    expect(aside).toMatchObject({ person, channel, thread, text: expect.stringContaining('0xC004F074') });
    expect(JSON.stringify(aside?.blocks)).toContain('go:next');
    expect(api.messages.get(ts)).toEqual(CARD);
  });

  test('comes beside the card that the outbox redraws', async () => {
    bot.says = { card: WORKED_EN, queued: true, aside: FOUND_EN };
    await pressWithResponse();
    await settle();
    expect(methodsCalled()).toEqual(['response_url']);
  });

  test.each([
    ['is gone', 404],
    ['answers nothing sensible', 500],
  ])('is posted for the presser when the response_url %s', async (_what, status) => {
    bot.says = { aside: FOUND_EN };
    api.meet('response_url', { kind: 'answer', status });
    await pressWithResponse();
    await settle();
    expect(methodsCalled()).toEqual(['response_url', 'chat.postEphemeral']);
    expect([...api.asides.values()]).toEqual([expect.objectContaining({ person, channel, thread })]);
  });

  test('is posted for the presser when there is no response_url', async () => {
    bot.says = { aside: FOUND_EN };
    await press();
    await settle();
    expect([...api.asides.values()]).toEqual([expect.objectContaining({ person, channel, thread })]);
  });

  test('is told although the card beside it cannot be redrawn', async () => {
    bot.says = { card: WORKED_EN, aside: FOUND_EN };
    api.frozen.add(ts);
    api.meet('response_url', { kind: 'answer', status: 404 });
    await pressWithResponse();
    await settle();
    expect(api.asides.size).toBe(1);
  });
});

describe('a button of an ephemeral card', () => {
  test('is pressed on no message that could be updated', async () => {
    const aside = await showAside();
    await pressWithResponse({ on: aside });
    await settle();
    expect(bot.presses.at(-1)).not.toHaveProperty('message');
  });

  test.each([
    ['a stateless view', {}],
    ['a card that the outbox redraws elsewhere', { queued: true as const }],
  ])('puts %s in its place', async (_what, change) => {
    const aside = await showAside();
    bot.says = { card: WORKED_EN, ...change };
    await pressWithResponse({ on: aside });
    await settle();
    expect([...api.asides.values()]).toEqual([expect.objectContaining({ ts: aside, text: WORKED_EN.summary })]);
    expect(methodsCalled()).not.toContain('chat.update');
  });

  test('may lead to an aside, which stands below it', async () => {
    const aside = await showAside();
    bot.says = { aside: WORKED_EN };
    await pressWithResponse({ on: aside });
    await settle();
    expect([...api.asides.values()].map(({ text }) => text)).toEqual([FOUND_EN.summary, WORKED_EN.summary]);
  });
});

describe('where chat.update cannot reach the card', () => {
  beforeEach(() => {
    bot.says = { card: FOUND_EN };
    api.frozen.add(ts);
  });

  test('it is replaced through its response_url', async () => {
    await pressWithResponse();
    await settle();
    expect(methodsCalled()).toEqual(['chat.update', 'response_url']);
    expect(api.messages.get(ts)).toMatchObject({ text: FOUND_EN.summary });
  });

  test('and there is no response_url, the log says so and Hexfix lives on', async () => {
    const failed = hexfix.logged('Handling something from Slack has failed');
    expect(await press()).toBe(200);
    expect((await failed).fields).toMatchObject({ payload: 'block_actions', code: 'cant_update_message' });
    api.frozen.clear();
    const redrawn = api.nextCall('chat.update');
    expect(await press()).toBe(200);
    await redrawn;
  });

  test('and the response_url has expired, the log says so', async () => {
    api.meet('response_url', { kind: 'answer', status: 404 });
    const failed = hexfix.logged('Handling something from Slack has failed');
    expect(await pressWithResponse()).toBe(200);
    await failed;
  });
});

describe('people in what is shown', () => {
  const sections = [
    {
      kind: 'prose' as const,
      text: [
        { kind: 'person' as const, id: others.agent, text: 'somebody of the help desk' },
        { kind: 'text' as const, text: ' works on it.' },
      ],
    },
  ];

  beforeEach(() => {
    bot.says = { card: { ...WORKED_EN, sections } };
    api.names.set(others.agent, 'Ben <@U0PERSON>');
  });

  test('are called by their names, in the text as in the blocks, and nobody is pinged', async () => {
    await press();
    await settle();
    const message = api.messages.get(ts);
    expect(message?.text).toContain('Ben &lt;@U0PERSON&gt; works on it.');
    expect(JSON.stringify(message?.blocks)).toContain('"type":"text","text":"Ben <@U0PERSON>"');
    expect(JSON.stringify(message?.blocks)).not.toContain('"type":"user"');
  });

  test('are asked for up to twenty, and the rest keep neutral words', async () => {
    const text = Array.from({ length: 21 }, (_, index) => ({
      kind: 'person' as const,
      id: `U${index}`,
      text: 'somebody ',
    }));
    bot.says = { card: { ...WORKED_EN, sections: [{ kind: 'prose', text }] } };
    await press();
    await settle();
    expect(JSON.stringify(api.messages.get(ts)?.blocks).match(/somebody/g)).toHaveLength(1);
  });

  test.each([
    ['is of another workspace', { status: 200, body: '{"ok":false,"error":"user_not_found"}' }, 0],
    ['cannot be asked for', { status: 503 }, 1],
  ])('keep neutral words when one %s', async (_what, answer, complaints) => {
    // The presser is asked for first.
    await press();
    await api.answered('chat.update');
    bot.says = {
      card: { ...WORKED_EN, sections: JSON.parse(JSON.stringify(sections).replaceAll(others.agent, 'U9')) },
    };
    api.meet('users.info', { kind: 'answer', ...answer });
    await press();
    await settle();
    expect(JSON.stringify(api.messages.get(ts)?.blocks)).toContain('somebody of the help desk');
    expect(hexfix.log.filter(({ level }) => level === 'warn')).toHaveLength(complaints);
  });

  test('keep neutral words while Slack takes its time', async () => {
    await hexfix.close();
    hexfix = await startHexfix({ apiUrl: api.url, bot, timing: { lookUpMs: 1 } });
    let release = () => {};
    const until = new Promise<void>((resolve) => (release = resolve));
    for (let lookUps = 0; lookUps < 2; lookUps++) api.meet('users.info', { kind: 'wait', until });
    await press();
    await settle();
    expect(JSON.stringify(api.messages.get(ts)?.blocks)).toContain('somebody of the help desk');
    release();
  });
});

/** The page that everybody has of their own on Slack: drawn, searched, pressed, and brought up to date. */

import type { Who } from '../../src/bot';
import type { Form } from '../../src/reply/form';
import type { Reply } from '../../src/reply/reply';
import { FOUND_EN, WORKED_EN } from '../fixtures/replies';
import { homeEvent, viewPressPayload } from '../fixtures/slack/door-payloads';
import { ALL_SCOPES } from '../fixtures/slack/driver';
import { type FakeWebApi, startFakeWebApi } from '../fixtures/slack/fake-web-api';
import { type Hexfix, startHexfix } from '../fixtures/slack/hexfix';
import { eventCallback, submissionPayload } from '../fixtures/slack/payloads';
import { createScriptedBot, type ScriptedBot } from '../fixtures/slack/scripted-bot';
import { eventRequest, interactionRequest, send } from '../fixtures/slack/signed-sender';
import type { OpenView } from '../fixtures/slack/slack-state';
import { WORKSPACE } from '../fixtures/slack/workspace';

const { dm, team, person } = WORKSPACE;
const HOME: Reply = { ...WORKED_EN, kind: 'home', title: 'Hexfix at home' };
const PLACE = JSON.stringify({ channel: dm, tenant: team });

const FORM: Form = {
  ...{ locale: 'en', title: 'My settings', submit: 'Save', cancel: 'Cancel', sections: [] },
  fields: [{ id: 'triage', label: 'Channel', required: false, kind: 'channel', hint: 'Where', initial: 'C0ITHELP' }],
  token: { v: 1, move: 'settings-mine', locale: 'en', codes: [] },
};

let api: FakeWebApi;
let bot: ScriptedBot;
let hexfix: Hexfix;
let homes: Who[];
let queries: string[];

beforeEach(async () => {
  api = await startFakeWebApi(ALL_SCOPES);
  bot = createScriptedBot();
  homes = [];
  queries = [];
  bot.onHome = async (who) => {
    homes.push(who);
    return { reply: HOME, search: { label: 'Search', hint: 'A code, or words of the message' } };
  };
  bot.search = async (_who, query) => {
    queries.push(query);
    return [{ code: '0xC004F074', title: 'No key server', text: 'KMS cannot be reached.', reply: FOUND_EN }];
  };
  hexfix = await startHexfix({ apiUrl: api.url, bot });
  await send(hexfix.eventsUrl, eventRequest(eventCallback(homeEvent())));
});

afterEach(async () => {
  await hexfix.close();
  await api.close();
});

/** Everything that follows from what was acknowledged has happened. */
async function settle(): Promise<void> {
  await hexfix.adapter.close();
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it is not there');
  return value;
}

const home = (): OpenView => found(api.homes.get(person));
const modal = (): OpenView => found(api.views.get(person));

async function press(on: OpenView, options: Partial<Parameters<typeof viewPressPayload>[0]> = {}): Promise<number> {
  const { triggerId } = api.grant({ person, channel: dm, ts: '' });
  const payload = viewPressPayload({ view: on.view, viewId: on.id, triggerId, value: '{}', ...options });
  return (await send(hexfix.eventsUrl, interactionRequest(payload))).status;
}

async function search(value: string | null): Promise<void> {
  const opened = api.nextCall('views.open');
  await press(home(), { actionId: 'search', value });
  await opened;
}

function wordsOf({ view }: OpenView): string {
  return JSON.stringify(view);
}

function countCalls(method: string): number {
  return api.calls.filter((call) => call.method === method).length;
}

describe('opening the page', () => {
  test('draws it, with a search that has a label', () => {
    expect(homes).toEqual([{ platform: 'slack', tenant: team, conversation: dm, place: PLACE, person }]);
    expect(wordsOf(home())).toContain('Hexfix at home');
    expect(home().view.blocks).toContainEqual(
      expect.objectContaining({
        type: 'input',
        dispatch_action: true,
        label: expect.objectContaining({ text: 'Search' }),
      }),
    );
  });

  test('of the messages beside it draws nothing', async () => {
    await send(hexfix.eventsUrl, eventRequest(eventCallback(homeEvent('messages'))));
    expect(homes).toHaveLength(1);
  });

  test('that Slack does not take is told in the log, and the event is not asked for again', async () => {
    api.meet('views.publish', { kind: 'answer', status: 200, body: '{"ok":false,"error":"not_enabled"}' });
    const { status } = await send(hexfix.eventsUrl, eventRequest(eventCallback(homeEvent())));
    expect(status).toBe(200);
    expect(hexfix.log).toContainEqual(expect.objectContaining({ level: 'error', fields: { code: 'not_enabled' } }));
  });
});

describe('a search there', () => {
  test('shows what it finds above the page, with a button to each', async () => {
    await search('key server');
    expect(queries).toEqual(['key server']);
    expect(wordsOf(modal())).toContain('KMS cannot be reached.');
    expect(wordsOf(modal())).toContain('m=answer&l=en&c=0xC004F074');
  });

  test.each([
    ['a decimal code', '2147942402', '2147942402'],
    ['nothing', null, ''],
  ])('for %s asks for it as it was typed', async (_what, typed, query) => {
    await search(typed);
    expect(queries).toEqual([query]);
  });

  test('that finds nothing says what else may help', async () => {
    bot.search = async () => [];
    await hexfix.close();
    hexfix = await startHexfix({ apiUrl: api.url, bot });
    await search('printer');
    expect(wordsOf(modal())).toContain('No entry fits these words');
  });

  test('leads to an answer, which takes the place of the list', async () => {
    await search('key server');
    const list = modal();
    bot.says = { card: FOUND_EN };
    const updated = api.answered('views.update');
    await press(list, { actionId: 'go:hit-1', value: 'v=1&m=answer&l=en&c=0xC004F074' });
    await updated;
    expect(modal().id).toBe(list.id);
    expect(wordsOf(modal())).toContain(FOUND_EN.title);
    expect(bot.presses).toEqual([expect.objectContaining({ conversation: dm, place: PLACE, person })]);
    expect(bot.presses[0]).not.toHaveProperty('message');
  });
});

describe('a press on the page', () => {
  test('shows its answer above the page, which is drawn anew', async () => {
    bot.says = { aside: FOUND_EN };
    expect(await press(home())).toBe(200);
    await settle();
    expect(wordsOf(modal())).toContain(FOUND_EN.title);
    expect(countCalls('views.publish')).toBe(2);
  });

  test('that leads to the page itself, for example in the other language, only draws it anew', async () => {
    bot.says = { card: HOME };
    await press(home());
    await settle();
    expect(api.views.size).toBe(0);
    expect(countCalls('views.publish')).toBe(2);
  });

  test('opens a form, and the page shows what it has changed', async () => {
    bot.says = { form: FORM };
    const opened = api.answered('views.open');
    await press(home());
    await opened;
    await api.answered('views.publish', () => true, 2);
    bot.says = { aside: WORKED_EN };
    const { view } = modal();
    const { body } = await send(
      hexfix.eventsUrl,
      interactionRequest(submissionPayload({ view, values: { triage: 'C0TRIAGE' } })),
    );
    expect(JSON.parse(body)).toMatchObject({ response_action: 'update' });
    await settle();
    expect(bot.submissions).toEqual([expect.objectContaining({ conversation: dm, values: { triage: 'C0TRIAGE' } })]);
    expect(countCalls('views.publish')).toBe(3);
  });

  test('that comes too late is answered in the direct messages', async () => {
    bot.says = { aside: FOUND_EN };
    const { triggerId } = api.grant({ person, channel: dm, ts: '' });
    api.pass(3_001);
    await press(home(), { triggerId });
    await settle();
    expect([...api.messages.values()]).toEqual([
      expect.objectContaining({ channel: dm, text: expect.stringContaining('did not open') }),
    ]);
  });

  test('on a view that is none of ours is acknowledged, and nobody is asked', async () => {
    expect(await press({ ...home(), view: { ...home().view, private_metadata: '' } })).toBe(200);
    await settle();
    expect(bot.presses).toEqual([]);
  });
});

test('a press in a modal that asks for a form opens it above', async () => {
  await search('key server');
  bot.says = { form: FORM };
  await press(modal());
  await settle();
  expect(countCalls('views.push')).toBe(1);
  expect(wordsOf(modal())).toContain('My settings');
});

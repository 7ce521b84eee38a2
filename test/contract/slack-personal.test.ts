/** The doors that only Slack has, with the real Bolt and the real bot: what a person meets behind each of them. */

import { readFollowUp } from '../../src/reply/follow-up-line';
import {
  askPayload,
  explainPayload,
  homeEvent,
  linkEvent,
  panelEvent,
  viewPressPayload,
} from '../fixtures/slack/door-payloads';
import { type SlackDriver, startSlack } from '../fixtures/slack/driver';
import { eventCallback } from '../fixtures/slack/payloads';
import { eventRequest, interactionRequest, send } from '../fixtures/slack/signed-sender';
import type { OpenView } from '../fixtures/slack/slack-state';
import { WORKSPACE } from '../fixtures/slack/workspace';

const { channel, dm, person, otherBot } = WORKSPACE;
const CODE = '0xC004F074';
const CHINESE = /[\u4E00-\u9FFF]/;
const SOURCE =
  'https://learn.microsoft.com/troubleshoot/windows-server/licensing-and-activation/error-0xc004f074-activate-windows';

let slack: SlackDriver;

beforeEach(async () => {
  slack = await startSlack();
});

afterEach(() => slack.close());

const tell = async (event: Readonly<Record<string, unknown>>) =>
  (await send(slack.hexfix.eventsUrl, eventRequest(eventCallback(event)))).status;

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it is not there');
  return value;
}

const home = (): OpenView => found(slack.api.homes.get(person));
const modal = (): OpenView => found(slack.api.views.get(person));
const wordsOf = ({ view }: OpenView) => JSON.stringify(view);

/** The page's language, apart from the button that leads to the other one. */
const searchLabel = () => JSON.stringify(home().view.blocks.find(({ type }) => type === 'input'));

/** A button by where it leads to. */
function buttonTo(view: OpenView, matches: Readonly<Record<string, unknown>>): string {
  const lines = [...wordsOf(view).matchAll(/"value":"(v=1[^"]*)"/g)].map(([, line = '']) => line);
  const fits = (line: string) => {
    const followUp: unknown = readFollowUp(line);
    return Object.entries(matches).every(([field, value]) => Object(followUp)[field] === value);
  };
  return found(lines.find(fits));
}

async function press(on: OpenView, value: string, actionId = 'go:it'): Promise<void> {
  const { triggerId } = slack.api.grant({ person, channel: dm, ts: '' });
  const payload = viewPressPayload({ view: on.view, viewId: on.id, triggerId, value, actionId });
  expect((await send(slack.hexfix.eventsUrl, interactionRequest(payload))).status).toBe(200);
}

async function command(text: string): Promise<string> {
  const before = slack.asides().length;
  await slack.ask({ where: 'channel', text });
  return found(slack.asides()[before]).text;
}

describe('the Home page', () => {
  beforeEach(async () => {
    expect(await tell(homeEvent())).toBe(200);
  });

  test('is there, in the person’s language once they have chosen it', async () => {
    expect(searchLabel()).not.toMatch(CHINESE);
    const drawn = slack.api.nextCall('views.publish');
    await press(home(), buttonTo(home(), { choice: 'locale' }));
    await drawn;
    expect(searchLabel()).toMatch(CHINESE);
    expect(slack.api.views.size).toBe(0);
  });

  test('finds an answer, and walks on from it', async () => {
    const listed = slack.api.nextCall('views.open');
    await press(home(), 'c004f074', 'search');
    await listed;
    const shown = slack.api.nextCall('views.update');
    await press(modal(), buttonTo(modal(), { move: 'answer' }));
    await shown;
    const stepped = slack.api.nextCall('views.update');
    await press(modal(), buttonTo(modal(), { move: 'step' }));
    await stepped;
    expect(wordsOf(modal())).toMatch(/step 2 of/);
  });

  test('opens the person’s settings, and takes them', async () => {
    const opened = slack.api.nextCall('views.open');
    await press(home(), buttonTo(home(), { move: 'settings-mine' }));
    await opened;
    await slack.submit({ language: 'zh-CN' });
    await slack.api.answered('views.publish', () => true, 3);
    expect(searchLabel()).toMatch(CHINESE);
  });

  test('shows an administrator what others do not see', async () => {
    expect(() => buttonTo(home(), { move: 'settings-all' })).toThrow();
    slack.api.rights.set('U0COLLEAGUE', { is_admin: true });
    await tell({ ...homeEvent(), user: 'U0COLLEAGUE', channel: 'D0COLLEAGUE' });
    expect(buttonTo(found(slack.api.homes.get('U0COLLEAGUE')), { move: 'settings-all' })).toContain('settings-all');
  });
});

describe('the slash command', () => {
  test.each(['help', 'settings', 'report', 'home', 'my cases', 'mute 1h', 'unmute', ''])(
    '"%s" is answered',
    async (text) => {
      expect((await command(text)).trim()).not.toBe('');
    },
  );

  test('opens a form from its private answer', async () => {
    await slack.ask({ where: 'channel', text: 'settings' });
    const [answer] = slack.asides();
    const isMine = ({ payload }: { payload: unknown }) => Object(payload).move === 'settings-mine';
    await slack.press(found(answer), found(answer?.buttons.find(isMine)).payload);
    expect(slack.form()?.fields.map(({ id }) => id)).toContain('language');
  });
});

test('a thumb below an answer is thanked for, to the person alone', async () => {
  await slack.post({ where: 'channel', mentionsBot: true, text: CODE });
  const [card] = slack.screen();
  const thumbs = card?.buttons.filter(({ payload }) => /helpful$/.test(String(Object(payload).move))) ?? [];
  expect(thumbs.map(({ label }) => label)).toEqual(['Helpful', 'Not helpful']);
  await slack.press(found(card), found(thumbs[1]).payload);
  expect(slack.asides().map(({ text }) => text)).toEqual([expect.stringContaining('Noted')]);
  expect(slack.screen()).toHaveLength(1);
});

test('the shortcut explains what another bot has posted, to the person alone', async () => {
  const granted = slack.api.grant({ person, channel, ts: '1760000000.000100' });
  const message = { ts: '1760000000.000100', bot_id: otherBot.id, text: `Job failed: ${CODE}` };
  await send(slack.hexfix.eventsUrl, interactionRequest(explainPayload({ message, ...granted })));
  await slack.api.answered('response_url');
  expect(slack.asides()).toEqual([expect.objectContaining({ text: expect.stringContaining(CODE) })]);
  expect(slack.screen()).toEqual([]);
});

test('the global shortcut asks for the error, and answers it in the person’s own chat', async () => {
  const { triggerId } = slack.api.grant({ person, channel: dm, ts: '' });
  const opened = slack.api.answered('views.open');
  await send(slack.hexfix.eventsUrl, interactionRequest(askPayload(triggerId)));
  await opened;
  const [field] = slack.form()?.fields ?? [];
  await slack.submit({ [found(field).id]: `It says ${CODE}` });
  expect(slack.form()?.text.trim()).not.toBe('');
  expect(slack.asides()).toEqual([expect.objectContaining({ text: expect.stringContaining(CODE) })]);
});

test('the assistant’s panel offers questions that are answered', async () => {
  await tell(panelEvent('1760000000.000500'));
  const prompts: unknown = slack.api.panels.get('1760000000.000500')?.prompts;
  expect(prompts).toEqual(expect.arrayContaining([{ title: expect.any(String), message: expect.any(String) }]));
});

test('a link to a source of ours has a preview, once', async () => {
  slack.api.posts.set('1760000000.000100', { text: SOURCE });
  expect(await tell(linkEvent([SOURCE]))).toBe(200);
  expect(await tell(linkEvent([SOURCE]))).toBe(200);
  expect(slack.api.calls.filter(({ method }) => method === 'chat.unfurl')).toHaveLength(1);
  expect(JSON.stringify(slack.api.previews.get(SOURCE))).toContain(CODE);
});

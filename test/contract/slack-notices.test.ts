/** What Slack tells beside posts, and what the bot does for a post beside answering it. */

import { writePlace } from '../../src/adapters/slack/place';
import type { Inbound, LinkPreview } from '../../src/bot';
import type { Messenger } from '../../src/outbox/messenger';
import { FOUND_EN, WORKED_EN } from '../fixtures/replies';
import { deletionEvent, linkEvent, panelEvent } from '../fixtures/slack/door-payloads';
import { ALL_SCOPES } from '../fixtures/slack/driver';
import { type FakeWebApi, startFakeWebApi } from '../fixtures/slack/fake-web-api';
import { type Hexfix, startHexfix } from '../fixtures/slack/hexfix';
import { eventCallback, mentionEvent, messageEvent, pressPayload } from '../fixtures/slack/payloads';
import { createScriptedBot, type ScriptedBot } from '../fixtures/slack/scripted-bot';
import { eventRequest, interactionRequest, send } from '../fixtures/slack/signed-sender';
import { AUTHORS, WORKSPACE } from '../fixtures/slack/workspace';

const { channel, triage, dm, team, person, bot: self } = WORKSPACE;
const POST = { text: '0xC004F074', ts: '1760000000.000100', channel };
const PLACE = writePlace({ channel, thread: POST.ts, tenant: team });

let api: FakeWebApi;
let bot: ScriptedBot;
let hexfix: Hexfix;
let messenger: Messenger;

async function start(scopes: readonly string[] = ALL_SCOPES, config: Parameters<typeof startHexfix>[0]['config'] = {}) {
  api = await startFakeWebApi(scopes);
  bot = createScriptedBot();
  hexfix = await startHexfix({ apiUrl: api.url, bot, config });
  messenger = hexfix.adapter.messenger;
}

async function stop(): Promise<void> {
  await hexfix.close();
  await api.close();
}

async function restart(...options: Parameters<typeof start>): Promise<void> {
  await stop();
  await start(...options);
}

/** A bot whose answers are set before it is started, as the adapter keeps the one that it was given. */
async function startWith(change: Partial<ScriptedBot>): Promise<void> {
  const scripted = Object.assign(bot, change);
  await hexfix.close();
  hexfix = await startHexfix({ apiUrl: api.url, bot: scripted });
}

beforeEach(() => start());
afterEach(stop);

const tell = async (event: Readonly<Record<string, unknown>>) =>
  (await send(hexfix.eventsUrl, eventRequest(eventCallback(event)))).status;

function calls(method: string) {
  return api.calls.filter((call) => call.method === method).map(({ args }) => args);
}

describe('a deleted post', () => {
  let deleted: unknown[];
  beforeEach(async () => {
    deleted = [];
    await startWith({ onDelete: async (post) => void deleted.push(post) });
  });

  test.each([
    ['with nothing below it', false],
    ['with our answer below it, of which Slack leaves a tombstone', true],
  ])('%s is told to the bot', async (_what, hasReplies) => {
    expect(await tell(deletionEvent(POST, hasReplies))).toBe(200);
    expect(deleted).toEqual([{ platform: 'slack', tenant: team, conversation: channel, message: POST.ts }]);
  });

  test.each([
    ['ours', AUTHORS.self],
    ['another bot’s', AUTHORS['another-bot']],
  ])('that was %s is nothing to it', async (_whose, author) => {
    expect(await tell(deletionEvent({ ...POST, ...author }, false))).toBe(200);
    expect(deleted).toEqual([]);
  });

  test('comes again where the bot could not take note of it', async () => {
    await startWith({
      onDelete: async () => {
        throw new Error('disk full');
      },
    });
    expect(await tell(deletionEvent(POST, false))).toBe(503);
  });
});

describe('a mention in a thread', () => {
  const thread = '1750000000.000100';
  const mentioned = mentionEvent({ ...POST, text: `<@${self.user}>`, thread });
  let parents: (string | undefined)[];

  beforeEach(async () => {
    parents = [];
    await startWith({
      onMessage: async ({ parent }: Inbound) => {
        parents.push(await parent?.());
        return undefined;
      },
    });
  });

  test('may be about the post that opened it', async () => {
    api.posts.set(thread, messageEvent({ ...POST, text: 'slmgr says 0x8007232B', ts: thread }));
    await tell(mentioned);
    expect(parents).toEqual(['slmgr says 0x8007232B']);
    expect(calls('conversations.replies')).toEqual([expect.objectContaining({ channel, ts: thread, limit: '1' })]);
  });

  test('is answered without it where Slack does not let us read', async () => {
    api.meet('conversations.replies', { kind: 'answer', status: 200, body: '{"ok":false,"error":"missing_scope"}' });
    expect(await tell(mentioned)).toBe(200);
    expect(parents).toEqual([undefined]);
  });

  test('costs no call unless the bot asks', async () => {
    await startWith({ onMessage: async () => undefined });
    await tell(mentioned);
    expect(calls('conversations.replies')).toEqual([]);
  });

  test('that opens one has no parent', async () => {
    await tell(mentionEvent({ ...POST, text: `<@${self.user}>` }));
    expect([parents, calls('conversations.replies')]).toEqual([[undefined], []]);
  });
});

describe('the assistant’s panel', () => {
  const thread = '1760000000.000500';
  const prompts = [{ title: 'What does 0xC004F074 mean?', message: '0xC004F074' }];

  beforeEach(() => startWith({ prompts: async () => prompts, onMessage: async () => ({ reply: FOUND_EN }) }));

  test('offers questions to begin with', async () => {
    expect(await tell(panelEvent(thread))).toBe(200);
    expect(api.panels.get(thread)).toEqual({ prompts });
  });

  test('is called by the code that was asked about', async () => {
    await tell(panelEvent(thread));
    await tell(messageEvent({ ...POST, channel: dm, thread }));
    expect(api.panels.get(thread)).toMatchObject({ title: '0xC004F074' });
  });

  test('is left alone in other direct messages', async () => {
    await tell(messageEvent({ ...POST, channel: dm, thread }));
    expect(calls('assistant.threads.setTitle')).toEqual([]);
  });

  test('goes unused without a word where the scope is missing', async () => {
    const scopes = ALL_SCOPES.filter((scope) => scope !== 'assistant:write');
    await restart(scopes);
    await startWith({ prompts: async () => prompts, onMessage: async () => ({ reply: FOUND_EN }) });
    expect(await tell(panelEvent(thread))).toBe(200);
    expect(await tell(messageEvent({ ...POST, channel: dm, thread }))).toBe(200);
    expect(hexfix.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test('that changes what it is about is acknowledged', async () => {
    expect(await tell(panelEvent(thread, 'assistant_thread_context_changed'))).toBe(200);
    expect(calls('assistant.threads.setSuggestedPrompts')).toEqual([]);
  });
});

describe('a link', () => {
  const url = 'https://learn.microsoft.com/windows-server/get-started/kms-errors';
  const source = { ...FOUND_EN, kind: 'source' as const };
  let shown: readonly LinkPreview[];

  beforeEach(async () => {
    shown = [{ url, reply: source }];
    await startWith({ onLinks: async () => shown });
    api.posts.set(POST.ts, messageEvent({ ...POST, text: `<${url}>` }));
  });

  test('to a source of ours gets a preview below the post', async () => {
    expect(await tell(linkEvent([url]))).toBe(200);
    expect(api.previews.get(url)).toMatchObject({ fallback: FOUND_EN.summary, blocks: expect.any(Array) });
  });

  test.each([
    ['is still being typed', { source: 'composer', channel: 'COMPOSER' }],
    ['stands where nobody has invited the bot', { is_bot_user_member: false }],
  ])('that %s is left alone', async (_what, more) => {
    expect(await tell(linkEvent([url], more))).toBe(200);
    expect(calls('chat.unfurl')).toEqual([]);
  });

  test('that was not shared is not shown, whatever the bot says', async () => {
    await tell(linkEvent(['https://learn.microsoft.com/other']));
    expect(calls('chat.unfurl')).toEqual([]);
  });

  test('whose preview Slack does not take is one line in the log, and not asked for again', async () => {
    api.posts.clear();
    expect(await tell(linkEvent([url]))).toBe(200);
    expect(hexfix.log.filter(({ level }) => level === 'warn')).toHaveLength(1);
  });

  test('has buttons that answer the presser alone', async () => {
    bot.says = { card: WORKED_EN };
    const { responseUrl } = api.grant({ person, channel, ts: POST.ts });
    const { container: _container, ...payload } = pressPayload({ channel, ts: POST.ts, value: '{}', responseUrl });
    const container = { type: 'message_attachment', message_ts: POST.ts, attachment_id: 1, channel_id: channel };
    const told = api.answered('response_url');
    await send(hexfix.eventsUrl, interactionRequest({ ...payload, container }));
    await told;
    expect([...api.asides.values()]).toEqual([expect.objectContaining({ person, text: WORKED_EN.summary })]);
    expect(calls('chat.update')).toEqual([]);
  });
});

describe('a mark', () => {
  const marks = () => [...(api.reactions.get(POST.ts) ?? [])];
  const mark = (wanted: Parameters<NonNullable<Messenger['mark']>>[2]) => messenger.mark?.(PLACE, POST.ts, wanted);

  beforeEach(() => void api.posts.set(POST.ts, messageEvent(POST)));

  test('takes the place of the one before it, and goes without a trace', async () => {
    await mark('seen');
    expect(marks()).toEqual(['eyes']);
    await mark('handed-over');
    expect(marks()).toEqual(['exclamation']);
    await mark('handed-over');
    await mark('solved');
    expect(marks()).toEqual(['white_check_mark']);
    await mark(undefined);
    expect(marks()).toEqual([]);
  });

  test('looks as it was configured', async () => {
    await restart(ALL_SCOPES, {
      statusEmoji: { seen: 'hexfix-seen', solved: 'hexfix-ok', 'handed-over': 'hexfix-help' },
    });
    api.posts.set(POST.ts, messageEvent(POST));
    await mark('seen');
    await mark('solved');
    expect(marks()).toEqual(['hexfix-ok']);
  });

  test('on a post that is gone is as good as done', async () => {
    api.posts.clear();
    await expect(mark('seen')).resolves.toBeUndefined();
  });

  test('without the scope counts as put, and the log says so once', async () => {
    await restart(ALL_SCOPES.filter((scope) => scope !== 'reactions:write'));
    await mark('seen');
    await mark('solved');
    expect(hexfix.log.filter(({ message }) => message.includes('reactions:write'))).toHaveLength(1);
  });

  test('that Slack has no time for is tried again', async () => {
    api.meet('reactions.add', { kind: 'answer', status: 429, headers: { 'retry-after': '7' } });
    await expect(mark('seen')).rejects.toMatchObject({ outcome: 'not-sent', retryAfterMs: 7_000 });
  });
});

describe('a person’s role', () => {
  test.each([
    ['an administrator', { is_admin: true }, 'admin'],
    ['an owner', { is_owner: true }, 'admin'],
    ['the first owner', { is_primary_owner: true }, 'admin'],
    ['a guest', { is_restricted: true }, 'guest'],
    ['a guest of one channel', { is_ultra_restricted: true, is_restricted: true }, 'guest'],
    ['a stranger', { is_stranger: true }, 'guest'],
    ['an administrator of another workspace', { is_admin: true, team_id: 'T0OTHER' }, 'guest'],
    [
      'an administrator who is in several workspaces of the organization',
      { is_admin: true, team_id: 'T0OTHER', enterprise_user: { teams: [team] } },
      'admin',
    ],
    ['anybody else', {}, 'member'],
  ])('of %s', async (_who, rights, role) => {
    api.rights.set(person, rights);
    expect(await messenger.roleOf(PLACE, person)).toBe(role);
  });

  test('is a member’s where Slack does not tell', async () => {
    api.rights.set(person, { is_admin: true });
    api.meet('users.info', { kind: 'answer', status: 503 });
    expect(await messenger.roleOf(PLACE, person)).toBe('member');
    expect(await messenger.roleOf('nowhere', person)).toBe('member');
  });

  test('costs no call of its own right after the person has asked something', async () => {
    await startWith({ onMessage: async () => undefined });
    await tell(messageEvent(POST));
    await hexfix.adapter.messenger.roleOf(PLACE, person);
    expect(calls('users.info')).toHaveLength(1);
  });
});

describe('listening', () => {
  const inTriage = writePlace({ channel: triage, tenant: team });

  test.each([
    ['every scope', ALL_SCOPES, [true, true, true]],
    ['none that reads channels', ['chat:write', 'im:history'], [false, false, true]],
    ['that for private channels', ['chat:write', 'groups:history'], [true, true, true]],
    ['that for public channels', ['chat:write', 'channels:history'], [true, false, true]],
  ])('with %s', async (_what, scopes, expected) => {
    await restart(scopes);
    const places = [PLACE, inTriage, writePlace({ channel: dm, tenant: team })];
    expect(places.map((place) => messenger.canListen(place))).toEqual(expected);
  });
});

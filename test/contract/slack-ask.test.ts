/** The slash command and the shortcuts of Slack: answered in time, to the one who used them alone. */

import type { Answer, Inbound } from '../../src/bot';
import type { Form } from '../../src/reply/form';
import { FOUND_EN, WORKED_EN } from '../fixtures/replies';
import { askPayload, commandFields, explainPayload } from '../fixtures/slack/door-payloads';
import { ALL_SCOPES } from '../fixtures/slack/driver';
import { type FakeWebApi, startFakeWebApi } from '../fixtures/slack/fake-web-api';
import { type Hexfix, startHexfix } from '../fixtures/slack/hexfix';
import { submissionPayload } from '../fixtures/slack/payloads';
import { createScriptedBot, type ScriptedBot } from '../fixtures/slack/scripted-bot';
import { commandRequest, interactionRequest, send } from '../fixtures/slack/signed-sender';
import { WORKSPACE } from '../fixtures/slack/workspace';

const { channel, dm, team, person, bot: self, otherBot } = WORKSPACE;
const POST_TS = '1760000000.000100';

const ASK_FORM: Form = {
  locale: 'en',
  title: 'Ask Hexfix',
  submit: 'Ask',
  cancel: 'Cancel',
  sections: [],
  fields: [
    { id: 'text', label: 'Error', required: true, kind: 'text', hint: 'Paste it', lines: 'many', longest: 3_000 },
  ],
  token: { v: 1, move: 'ask', locale: 'en', codes: [] },
};

let api: FakeWebApi;
let bot: ScriptedBot;
let hexfix: Hexfix;
let asked: Inbound[];
let answer: Answer | undefined;

beforeEach(async () => {
  api = await startFakeWebApi(ALL_SCOPES);
  bot = createScriptedBot();
  asked = [];
  answer = { reply: FOUND_EN };
  bot.onMessage = async (inbound) => {
    asked.push(inbound);
    return answer;
  };
  bot.askForm = async () => ASK_FORM;
  hexfix = await startHexfix({ apiUrl: api.url, bot });
});

afterEach(async () => {
  await hexfix.close();
  await api.close();
});

/** Everything that follows from what was acknowledged has happened. */
async function settle(): Promise<void> {
  await hexfix.adapter.close();
}

async function command(text: string, where: string = channel) {
  const granted = api.grant({ person, channel: where, ts: '' });
  const answered = await send(hexfix.eventsUrl, commandRequest(commandFields({ text, ...granted, channel: where })));
  return { ...answered, triggerId: granted.triggerId };
}

async function explain(message: Readonly<Record<string, unknown>>) {
  const granted = api.grant({ person, channel, ts: POST_TS });
  return send(
    hexfix.eventsUrl,
    interactionRequest(explainPayload({ message: { ts: POST_TS, ...message }, ...granted })),
  );
}

describe('the slash command', () => {
  test('reaches the bot with who used it and where', async () => {
    const { triggerId } = await command(' 0xC004F074 ');
    await settle();
    expect(asked).toEqual([
      expect.objectContaining({
        ...{ platform: 'slack', door: 'command', tenant: team, conversation: channel, channel, person },
        ...{ place: JSON.stringify({ channel, tenant: team }), message: triggerId, text: ' 0xC004F074 ' },
      }),
    ]);
  });

  test('names no channel in a direct message', async () => {
    await command('help', dm);
    await settle();
    expect(asked[0]).not.toHaveProperty('channel');
  });

  test('is answered to that person alone, also where the bot is no member', async () => {
    expect(await command('0xC004F074', 'C0ELSEWHERE')).toMatchObject({ status: 200, body: '' });
    await settle();
    expect([...api.asides.values()]).toEqual([
      expect.objectContaining({ person, channel: 'C0ELSEWHERE', thread: undefined, text: FOUND_EN.summary }),
    ]);
    expect(api.messages.size).toBe(0);
  });

  test('is not acknowledged before the bot has an answer, and refused where it has failed', async () => {
    bot.onMessage = async () => {
      throw new Error('disk full');
    };
    await hexfix.close();
    hexfix = await startHexfix({ apiUrl: api.url, bot });
    expect((await command('0xC004F074')).status).toBe(503);
    expect(JSON.stringify(hexfix.log)).not.toContain('disk full');
  });

  test('is acknowledged before Slack has shown its answer', async () => {
    let release = () => {};
    const order: string[] = [];
    api.meet('response_url', { kind: 'wait', until: new Promise((resolve) => (release = () => resolve())) });
    const answered = command('0xC004F074').then(() => order.push('acknowledged'));
    // A whole command is handled meanwhile.
    await command('0x8007232B');
    order.push('shown');
    release();
    await answered;
    expect(order).toEqual(['acknowledged', 'shown']);
  });

  test('is acknowledged in time where the bot is slow, and answered then', async () => {
    let release = () => {};
    const slow = new Promise<void>((resolve) => (release = resolve));
    bot.onMessage = async () => {
      await slow;
      return answer;
    };
    await hexfix.close();
    hexfix = await startHexfix({ apiUrl: api.url, bot, timing: { answerWithinMs: 1 } });
    expect((await command('0xC004F074')).status).toBe(200);
    expect(api.asides.size).toBe(0);
    release();
    await settle();
    expect(api.asides.size).toBe(1);
  });

  test('is answered another way where its response_url does not serve', async () => {
    api.meet('response_url', { kind: 'answer', status: 404 });
    await command('0xC004F074');
    await settle();
    expect([...api.asides.values()]).toEqual([expect.objectContaining({ person, channel })]);
  });

  test('whose answer reaches nobody is told to the log, once', async () => {
    api.meet('response_url', { kind: 'answer', status: 404 });
    api.meet('chat.postEphemeral', { kind: 'answer', status: 503 });
    await command('0xC004F074');
    await settle();
    expect(hexfix.log.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  test('that the bot does not answer is acknowledged, and no more', async () => {
    answer = undefined;
    expect((await command('0xC004F074')).status).toBe(200);
    await settle();
    expect(api.asides.size).toBe(0);
  });

  test.each(['user_id', 'channel_id', 'trigger_id'])('without %s is malformed', async (missing) => {
    const { [missing]: _, ...fields } = commandFields({ text: '', triggerId: '1.2.3', responseUrl: api.url });
    expect((await send(hexfix.eventsUrl, commandRequest(fields))).status).toBe(400);
    expect(asked).toEqual([]);
  });
});

describe('the shortcut on a message', () => {
  test('asks about its words, in its thread, as the one who uses it', async () => {
    await explain({ user: 'U0OTHERPERSON', text: `<@${self.user}> 0xC004F074`, thread_ts: '1750000000.000100' });
    await settle();
    expect(asked).toEqual([expect.objectContaining({ door: 'shortcut', person, channel, text: '0xC004F074' })]);
    expect([...api.asides.values()]).toEqual([
      expect.objectContaining({ person, channel, thread: '1750000000.000100' }),
    ]);
  });

  test('opens the thread of a message that stands in none', async () => {
    await explain({ user: person, text: '0xC004F074' });
    await settle();
    expect([...api.asides.values()]).toEqual([expect.objectContaining({ thread: POST_TS })]);
  });

  test('is a question of its own, not the message that may have been answered', async () => {
    await explain({ user: person, text: '0xC004F074' });
    await explain({ user: person, text: '0xC004F074' });
    await settle();
    const keys = asked.map(({ message }) => message);
    expect(new Set([POST_TS, ...keys]).size).toBe(3);
  });

  test('explains what another bot has posted: the person asks', async () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'Update failed: *0x80070643*' } }];
    await explain({ bot_id: otherBot.id, subtype: 'bot_message', text: 'An alert', blocks });
    await settle();
    expect(asked[0]?.text).toContain('0x80070643');
    expect(asked[0]).not.toHaveProperty('isFromBot');
  });

  test('brings the files of the message', async () => {
    const address = api.files.put({ name: 'setup.log', bytes: Buffer.from('0xC004F074') }, new URL(api.url).origin);
    const file = { id: 'F1', name: 'setup.log', mode: 'hosted', url_private_download: address };
    await explain({ user: person, text: '', files: [file] });
    await settle();
    expect(asked[0]?.files?.map(({ name }) => name)).toEqual(['setup.log']);
  });

  test('of another app is acknowledged, and nobody is asked', async () => {
    const payload = {
      ...explainPayload({ message: { ts: POST_TS, text: 'hi' }, ...api.grant({ person, channel, ts: POST_TS }) }),
    };
    const foreign = { ...payload, callback_id: 'other' };
    expect((await send(hexfix.eventsUrl, interactionRequest(foreign))).status).toBe(200);
    expect(asked).toEqual([]);
  });
});

describe('the global shortcut', () => {
  const open = (triggerId: string) => send(hexfix.eventsUrl, interactionRequest(askPayload(triggerId)));

  test('opens the form to ask in', async () => {
    const { triggerId } = api.grant({ person, channel: dm, ts: '' });
    expect((await open(triggerId)).status).toBe(200);
    await settle();
    expect(api.views.get(person)?.view).toMatchObject({ title: { text: 'Ask Hexfix' } });
  });

  test('whose form is sent in shows in its place what has become of the question', async () => {
    const { triggerId } = api.grant({ person, channel: dm, ts: '' });
    await open(triggerId);
    await api.answered('views.open');
    const form = api.views.get(person);
    if (form === undefined) throw new Error('no form is open');
    bot.says = { aside: WORKED_EN };
    const sent = submissionPayload({ view: form.view, values: { text: '0xC004F074' } });
    const { body } = await send(hexfix.eventsUrl, interactionRequest(sent));
    expect(JSON.parse(body)).toMatchObject({ response_action: 'update', view: { type: 'modal' } });
    expect(bot.submissions).toEqual([
      expect.objectContaining({ tenant: team, person, token: ASK_FORM.token, values: { text: '0xC004F074' } }),
    ]);
    expect(bot.submissions[0]).not.toHaveProperty('channel');
  });

  test('that came too late tells the person so in their direct messages', async () => {
    const { triggerId } = api.grant({ person, channel: dm, ts: '' });
    api.pass(3_001);
    await open(triggerId);
    await settle();
    expect([...api.messages.values()]).toEqual([
      expect.objectContaining({ channel: dm, text: expect.stringContaining('Press the button again') }),
    ]);
  });
});

/**
 * The contract that every chat platform's adapter keeps, played against the real adapter, the real SDK and the real bot.
 * A platform's test implements `PlatformDriver` (the platform, as far as a person and the wire can tell) and calls
 * `adapterContract('teams', startTeams)`.
 */

import type { PlatformDriver, ShownButton, ShownMessage } from './platform-driver';

const CODE = '0xC004F074';
const OTHER_CODE = '0x8007232B';
const CHINESE = /[\u4E00-\u9FFF]/;

/** Payloads that no card of ours carries: garbage, other apps' buttons, versions that never were, codes we never had. */
const FOREIGN_PAYLOADS: readonly (readonly [string, unknown])[] = [
  ['nothing', null],
  ['an empty object', {}],
  ['a number', 42],
  ['a list', [1, 2, 3]],
  ['another app’s payload', { action: 'approve', ticket: 'INC-1' }],
  ['an old version', { v: 0, code: CODE, step: 'srv-record' }],
  ['a future version', { v: 2, move: 'answer', locale: 'en', codes: [CODE] }],
  ['an unknown move', { v: 1, move: 'reboot', locale: 'en', codes: [CODE] }],
  ['a malformed code', { v: 1, move: 'answer', locale: 'en', codes: ['<b>0xC004F074</b>'] }],
  ['an unknown language', { v: 1, move: 'answer', locale: 'tlh', codes: [CODE] }],
  ['a step that does not exist', { v: 1, move: 'step', locale: 'en', codes: [CODE], step: 'no-such-step' }],
  ['a follow-up without its codes', { v: 1, move: 'step', locale: 'en', codes: [] }],
  ['a deep object', nested(20)],
];

/** Runs the shared scenarios against one platform. `start` gives a fresh adapter with a fresh bot and store. */
export function adapterContract(name: string, start: () => Promise<PlatformDriver>): void {
  describe(`the adapter contract on ${name}`, () => {
    let driver: PlatformDriver;
    beforeEach(async () => {
      driver = await start();
    });
    afterEach(() => driver.close());

    describe('answers', () => {
      test('a code in a direct message', async () => {
        const post = await driver.post({ where: 'dm', text: `Activation failed with ${CODE}` });
        expect(post.status).toBe(200);
        expect(onlyMessage(driver)).toMatchObject({ thread: post.thread, text: expect.stringContaining(CODE) });
      });

      test('a mention in a channel, in the thread of the post', async () => {
        const post = await driver.post({ where: 'channel', mentionsBot: true, text: `what is ${CODE}?` });
        expect(onlyMessage(driver)).toMatchObject({ thread: post.thread, text: expect.stringContaining(CODE) });
      });

      test('a mention below another post, in that same thread', async () => {
        const post = await driver.post({ where: 'thread', mentionsBot: true, text: CODE });
        expect(onlyMessage(driver).thread).toBe(post.thread);
      });

      test('a code in a channel where it may listen', async () => {
        const post = await driver.post({ where: 'channel', text: `slmgr /ato says ${CODE}` });
        expect(onlyMessage(driver).thread).toBe(post.thread);
      });

      test.each(['hi', 'Hello', 'help', '你好', 'what can you do?'])('"%s" when addressed', async (text) => {
        await driver.post({ where: 'dm', text });
        await driver.post({ where: 'channel', mentionsBot: true, text });
        expect(driver.screen()).toHaveLength(2);
      });

      test('a mention without any words', async () => {
        await driver.post({ where: 'channel', mentionsBot: true, text: '' });
        expect(onlyMessage(driver).text).not.toBe('');
      });

      test('in the language of the message', async () => {
        await driver.post({ where: 'dm', text: `激活 Windows 时报错 ${CODE}，怎么办？` });
        await driver.post({ where: 'dm', text: `Windows would not activate: ${CODE}, what now?` });
        const [chinese, english] = driver.screen();
        expect(chinese?.text).toMatch(CHINESE);
        expect(english?.text).not.toMatch(CHINESE);
      });
    });

    describe('stays silent', () => {
      test('where no code is mentioned and nobody asked', async () => {
        const post = await driver.post({ where: 'channel', text: 'Lunch at noon? The printer works again.' });
        expect(post.status).toBe(200);
        expect(driver.screen()).toEqual([]);
      });

      test.each(['self', 'another-bot'] as const)('when the author is %s', async (author) => {
        const inChannel = await driver.post({ where: 'channel', author, text: `see ${CODE}` });
        const addressed = await driver.post({ where: 'channel', author, mentionsBot: true, text: `see ${CODE}` });
        expect([inChannel.status, addressed.status]).toEqual([200, 200]);
        expect(driver.screen()).toEqual([]);
      });

      test('when a post is delivered again', async () => {
        const post = await driver.post({ where: 'channel', mentionsBot: true, text: CODE });
        const again = await driver.redeliver(post);
        expect(again.status).toBe(200);
        expect(driver.screen()).toHaveLength(1);
      });

      test('to all but one of several deliveries at the same time', async () => {
        const post = await driver.post({ where: 'dm', text: 'hello' });
        await Promise.all([driver.redeliver(post), driver.redeliver(post), driver.redeliver(post)]);
        expect(driver.screen()).toHaveLength(1);
      });
    });

    describe('redraws', () => {
      test('its card when a button is pressed, and posts nothing new', async () => {
        await driver.post({ where: 'channel', mentionsBot: true, text: CODE });
        const before = onlyMessage(driver);
        const pressed = await driver.press(before, followUp(before, 'step').payload);
        expect(pressed.status).toBe(200);
        const after = onlyMessage(driver);
        expect(after.id).toBe(before.id);
        expect(after.text).toContain(CODE);
        expect(after.text).not.toBe(before.text);
      });

      test('its card in the other language, and remembers the choice', async () => {
        await driver.post({ where: 'dm', text: `Error ${CODE} again` });
        const english = onlyMessage(driver);
        await driver.press(english, languageChoice(english).payload);
        expect(onlyMessage(driver).text).toMatch(CHINESE);
        await driver.post({ where: 'dm', text: OTHER_CODE });
        expect(driver.screen()[1]?.text).toMatch(CHINESE);
      });

      test('its card when the post is edited to another code', async () => {
        const post = await driver.post({ where: 'channel', mentionsBot: true, text: CODE });
        const before = onlyMessage(driver);
        const edited = await driver.edit(post, `sorry, I meant ${OTHER_CODE}`);
        expect(edited.status).toBe(200);
        expect(onlyMessage(driver)).toMatchObject({ id: before.id, text: expect.stringContaining(OTHER_CODE) });
      });

      test('nothing when an edit leaves the codes alone', async () => {
        const post = await driver.post({ where: 'dm', text: `${CODE}, please hurry` });
        const before = driver.screen();
        await driver.edit(post, `${CODE}, no hurry`);
        expect(driver.screen()).toEqual(before);
      });
    });

    describe('answers kindly', () => {
      test.each(FOREIGN_PAYLOADS)('a button that carries %s', async (_what, payload) => {
        await driver.post({ where: 'dm', text: CODE });
        const before = onlyMessage(driver);
        const pressed = await driver.press(before, payload);
        expect(pressed.status).toBe(200);
        const after = onlyMessage(driver);
        expect(after.id).toBe(before.id);
        expect(after.text.trim()).not.toBe('');
        expect(after.text).not.toMatch(/undefined|null|\[object|TypeError|ZodError|<b>/);
      });
    });

    describe('walks a case', () => {
      test('with several people: one wins, the other sees what has become of it', async () => {
        await driver.post({ where: 'channel', mentionsBot: true, text: CODE });
        const start = onlyMessage(driver);
        const { payload } = followUp(start, 'step');
        await Promise.all([driver.press(start, payload), driver.press(start, payload, 'agent')]);
        const now = onlyMessage(driver);
        expect(now.text).toMatch(/step 2 of/);
        const told = [...driver.asides(), ...driver.asides('agent')];
        expect(told).toHaveLength(1);
        // The card of everybody has moved once.
        expect(versionOf(now)).toBe(1);
      });

      test('and tells what was tried, by whom', async () => {
        await driver.post({ where: 'channel', mentionsBot: true, text: CODE });
        await driver.press(onlyMessage(driver), followUp(onlyMessage(driver), 'step').payload);
        expect(onlyMessage(driver).text).toMatch(/did not solve it/);
      });

      test('and gives somebody else a copy of their own, once', async () => {
        await driver.post({ where: 'channel', mentionsBot: true, text: CODE });
        const card = onlyMessage(driver);
        await driver.press(card, followUp(card, 'me-too').payload, 'colleague');
        await driver.press(card, followUp(card, 'me-too').payload, 'colleague');
        expect(onlyMessage(driver).text).toBe(card.text);
        const copies = driver.asides('colleague').filter(({ buttons }) => buttons.length > 0);
        expect(copies).toHaveLength(1);
        expect(copies[0]?.text).toContain(CODE);
      });

      test('but not for somebody who is neither the asker nor of the help desk: they get their own copy', async () => {
        await driver.post({ where: 'channel', mentionsBot: true, text: CODE });
        const card = onlyMessage(driver);
        await driver.press(card, followUp(card, 'step').payload, 'colleague');
        expect(onlyMessage(driver).text).toBe(card.text);
        expect(driver.asides('colleague').some(({ buttons }) => buttons.length > 0)).toBe(true);
      });

      test('and answers a button of a case that it no longer knows, in private', async () => {
        await driver.post({ where: 'channel', mentionsBot: true, text: CODE });
        const card = onlyMessage(driver);
        const payload = { ...(followUp(card, 'step').payload as object), case: 'AAAAAAAAAAAAAAAAAAAAAA' };
        await driver.press(card, payload);
        expect(onlyMessage(driver).text).toBe(card.text);
        expect(driver.asides()[0]?.text).toMatch(/step 2 of/);
      });
    });

    describe('hands a case to a person', () => {
      async function askForHelp(values: Readonly<Record<string, string>>): Promise<void> {
        await driver.post({ where: 'channel', mentionsBot: true, text: CODE });
        const card = onlyMessage(driver);
        await driver.press(card, followUp(card, 'get-help').payload);
        await driver.submit(values);
      }

      test('through a form that knows the code already', async () => {
        await driver.post({ where: 'channel', mentionsBot: true, text: CODE });
        await driver.press(onlyMessage(driver), followUp(onlyMessage(driver), 'get-help').payload);
        expect(driver.form()?.text).toContain(CODE);
        expect(driver.form()?.fields.map(({ id }) => id)).toEqual(['method', 'details']);
      });

      test('puts it before the help desk with what the requester wrote, without product keys', async () => {
        await askForHelp({ details: '12 computers in room 4. Key: BBBBB-CCCCC-DDDDD-FFFFF-GGGGG' });
        const [card, ...others] = driver.screen('triage');
        expect(others).toEqual([]);
        expect(card?.text).toContain('12 computers in room 4');
        expect(card?.text).toContain(CODE);
        expect(card?.text).not.toContain('CCCCC');
      });

      test('and tells the requester in the thread when somebody claims, closes and re-opens it', async () => {
        await askForHelp({ details: 'urgent' });
        const { thread } = onlyMessage(driver);
        for (const move of ['claim', 'close', 'reopen']) {
          const [card] = driver.screen('triage');
          if (card === undefined) throw new Error('nothing at the help desk');
          await driver.press(card, followUp(card, move).payload, 'agent');
        }
        const [, ...notices] = driver.screen();
        expect(notices).toHaveLength(3);
        expect(notices.map((notice) => notice.thread)).toEqual([thread, thread, thread]);
        expect(driver.screen('triage')).toHaveLength(1);
      });

      test('to one of two who claim it at the same time', async () => {
        await askForHelp({});
        const [card] = driver.screen('triage');
        if (card === undefined) throw new Error('nothing at the help desk');
        const { payload } = followUp(card, 'claim');
        await Promise.all([driver.press(card, payload, 'agent'), driver.press(card, payload, 'second-agent')]);
        expect(driver.screen()).toHaveLength(2);
      });

      test('only once while it is open', async () => {
        await askForHelp({ details: 'first' });
        const card = driver.screen()[0];
        if (card === undefined) throw new Error('no card');
        await driver.press(card, followUp(card, 'get-help').payload);
        expect(driver.screen('triage')).toHaveLength(1);
        expect(driver.asides().length + driver.screen().length).toBeGreaterThan(1);
      });

      test('and takes no desk move from the thread', async () => {
        await askForHelp({});
        const [card] = driver.screen('triage');
        const answer = driver.screen()[0];
        if (card === undefined || answer === undefined) throw new Error('no cards');
        await driver.press(answer, followUp(card, 'claim').payload);
        expect(driver.screen('triage')[0]?.text).toBe(card.text);
      });
    });

    describe('at its door', () => {
      test('refuses a forged request', async () => {
        const forged = await driver.forge({ where: 'dm', text: CODE });
        expect(forged.status).toBe(401);
        expect(driver.screen()).toEqual([]);
      });

      test('answers a genuine request after a forged one', async () => {
        await driver.forge({ where: 'dm', text: CODE });
        await driver.post({ where: 'dm', text: CODE });
        expect(driver.screen()).toHaveLength(1);
      });

      test('welcomes once when it is installed', async () => {
        const installed = await driver.install();
        expect(installed.status).toBe(200);
        expect(onlyMessage(driver).text).not.toBe('');
      });
    });
  });
}

function onlyMessage(driver: PlatformDriver): ShownMessage {
  const [message, ...others] = driver.screen();
  expect(others).toEqual([]);
  if (message === undefined) throw new Error('the bot has said nothing');
  return message;
}

function followUp(message: ShownMessage, move: string): ShownButton {
  return findButton(message, `leads to "${move}"`, (payload) => payload.move === move);
}

function versionOf(message: ShownMessage): unknown {
  const [button] = message.buttons;
  return isRecord(button?.payload) ? button.payload.version : undefined;
}

function languageChoice(message: ShownMessage): ShownButton {
  return findButton(message, 'chooses a language', (payload) => payload.choice === 'locale');
}

function findButton(
  message: ShownMessage,
  what: string,
  matches: (payload: Record<string, unknown>) => boolean,
): ShownButton {
  const button = message.buttons.find(({ payload }) => isRecord(payload) && matches(payload));
  if (button === undefined) {
    throw new Error(`no button ${what} among: ${message.buttons.map(({ label }) => label).join(', ')}`);
  }
  return button;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nested(depth: number): unknown {
  return depth === 0 ? {} : { v: nested(depth - 1) };
}

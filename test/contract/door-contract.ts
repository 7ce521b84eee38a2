/**
 * The doors and manners that every chat platform has alike, played against the real adapter, the real SDK and the real bot.
 * A platform's test implements `DoorDriver` and calls `doorContract('slack', startSlack)`.
 */

import type { Delivery, DoorDriver, ShownButton, ShownMessage } from './platform-driver';

const CODE = '0xC004F074';
const OTHER_CODE = '0x8007232B';

/** Runs the shared scenarios against one platform. `start` gives a fresh adapter with a fresh bot and store. */
export function doorContract(name: string, start: () => Promise<DoorDriver>): void {
  describe(`the doors of ${name}`, () => {
    let driver: DoorDriver;
    beforeEach(async () => {
      driver = await start();
    });
    afterEach(() => driver.close());

    /** A code that nobody asked about, in a channel. */
    const postUnasked = (code = CODE) => driver.post({ where: 'channel', text: `slmgr /ato says ${code}` });
    const mention = (text: string) => driver.post({ where: 'channel', mentionsBot: true, text });

    describe('a private question', () => {
      test('is answered to the one who asks, and to nobody else', async () => {
        const asked = await driver.ask({ where: 'channel', text: CODE });
        expect(asked.status).toBe(200);
        expect(driver.asides()).toEqual([expect.objectContaining({ text: expect.stringContaining(CODE) })]);
        expect([driver.screen(), driver.asides('colleague')]).toEqual([[], []]);
      });

      test('may be asked again, and by others', async () => {
        await driver.ask({ where: 'channel', text: CODE });
        await driver.ask({ where: 'channel', text: CODE });
        await driver.ask({ where: 'channel', text: CODE, as: 'colleague' });
        expect([driver.asides().length, driver.asides('colleague').length]).toEqual([2, 1]);
      });

      test('leads on, for the one who asked alone', async () => {
        await driver.ask({ where: 'channel', text: CODE });
        const [start] = driver.asides();
        await press(start, 'step');
        expect(driver.asides()[0]?.text).toMatch(/step 2 of/);
        expect(driver.screen()).toEqual([]);
      });

      test('has an answer that can be shared with the channel, once', async () => {
        await driver.ask({ where: 'channel', text: CODE });
        const [answer] = driver.asides();
        await press(answer, 'share');
        await press(answer, 'share');
        expect(driver.screen()).toEqual([expect.objectContaining({ text: expect.stringContaining(CODE) })]);
      });

      test('cannot be shared where answers are private', async () => {
        await driver.set('channel', { privacy: 'private' });
        await driver.ask({ where: 'channel', text: CODE });
        expect(driver.asides()[0]?.buttons.map(moveOf)).not.toContain('share');
      });

      test('without a word is answered by what can be asked', async () => {
        await driver.ask({ where: 'channel', text: '' });
        expect(driver.asides()[0]?.text.trim()).not.toBe('');
      });
    });

    describe('a deleted post', () => {
      test('takes its answer with it', async () => {
        const post = await mention(CODE);
        expect(driver.screen()).toHaveLength(1);
        expect((await driver.deletePost(post)).status).toBe(200);
        expect(driver.screen()).toEqual([]);
      });

      test('takes no other answer with it', async () => {
        const post = await mention(CODE);
        await mention(OTHER_CODE);
        await driver.deletePost(post);
        expect(driver.screen()).toEqual([expect.objectContaining({ text: expect.stringContaining(OTHER_CODE) })]);
      });

      test('that was never answered is nothing to the bot', async () => {
        const post = await driver.post({ where: 'channel', text: 'Lunch at noon?' });
        expect((await driver.deletePost(post)).status).toBe(200);
        expect([driver.screen(), driver.asides()]).toEqual([[], []]);
      });
    });

    describe('a channel', () => {
      test('that is switched off hears nothing, not even when the bot is mentioned', async () => {
        await driver.set('channel', { mode: 'off' });
        await postUnasked();
        await mention(CODE);
        expect(driver.screen()).toEqual([]);
      });

      test('that is switched off tells who mentions the bot so, alone', async () => {
        await driver.set('channel', { mode: 'off' });
        await mention(CODE);
        const [told, ...others] = driver.asides();
        expect(others).toEqual([]);
        expect(told?.text).not.toContain(CODE);
      });

      test('that is switched off leaves direct messages and private questions alone', async () => {
        await driver.set('channel', { mode: 'off' });
        await driver.post({ where: 'dm', text: CODE });
        await driver.ask({ where: 'channel', text: OTHER_CODE });
        expect(driver.screen()).toHaveLength(1);
        expect(driver.asides()).toHaveLength(1);
      });

      test('for mentions alone is answered when the bot is mentioned', async () => {
        await driver.set('channel', { mode: 'mention' });
        await postUnasked();
        expect(driver.screen()).toEqual([]);
        await mention(CODE);
        expect(driver.screen()).toHaveLength(1);
      });

      test('counts before the organization', async () => {
        await driver.set('tenant', { mode: 'off' });
        await postUnasked();
        expect(driver.screen()).toEqual([]);
        await driver.set('channel', { mode: 'listen' });
        await postUnasked(OTHER_CODE);
        expect(driver.screen()).toHaveLength(1);
      });

      test('with private answers shows nothing of them, but that there is one', async () => {
        await driver.set('channel', { privacy: 'private' });
        const post = await mention(CODE);
        expect(driver.asides()).toEqual([expect.objectContaining({ text: expect.stringContaining(CODE) })]);
        expect(driver.screen().every(({ text }) => !text.includes(CODE))).toBe(true);
        expect(isNoticed(post)).toBe(true);
      });

      test('answers the same code once in a while, unless it is asked', async () => {
        await driver.set('channel', { cooldownMinutes: 10 });
        await postUnasked();
        await postUnasked();
        expect(driver.screen()).toHaveLength(1);
        await mention(CODE);
        expect(driver.screen()).toHaveLength(2);
      });

      test('is set by a form', async () => {
        await driver.post({ where: 'channel', mentionsBot: true, text: CODE });
        const [card] = driver.screen();
        if (card === undefined) throw new Error('no card');
        await driver.press(card, { v: 1, move: 'settings-here', locale: 'en', codes: [] });
        expect(driver.form()?.fields.map(({ id }) => id)).toContain('mode');
        await driver.submit({ mode: 'mention' });
        await postUnasked(OTHER_CODE);
        expect(driver.screen()).toHaveLength(1);
      });
    });

    describe('a person', () => {
      test('who mutes the bot is left alone until they unmute it, but may ask', async () => {
        await driver.post({ where: 'dm', text: 'mute' });
        const before = driver.screen().length;
        await postUnasked();
        expect(driver.screen()).toHaveLength(before);
        await mention(CODE);
        expect(driver.screen()).toHaveLength(before + 1);
        await driver.post({ where: 'dm', text: 'unmute' });
        await postUnasked(OTHER_CODE);
        expect(driver.screen()).toHaveLength(before + 3);
      });

      test('who marks a post keeps the bot from it', async () => {
        await driver.set('tenant', { ignoreMark: '-hexfix' });
        await driver.post({ where: 'channel', text: `-hexfix ${CODE}` });
        await mention(`-hexfix ${CODE}`);
        expect([driver.screen(), driver.asides()]).toEqual([[], []]);
      });
    });

    describe('a mention without a word', () => {
      test('in a thread is not answered by an error', async () => {
        await driver.post({ where: 'thread', mentionsBot: true, text: '' });
        expect(driver.screen()[0]?.text.trim()).not.toBe('');
      });
    });

    async function press(message: ShownMessage | undefined, move: string): Promise<void> {
      const button = message?.buttons.find((each) => moveOf(each) === move);
      if (message === undefined || button === undefined) throw new Error(`no button leads to "${move}"`);
      await driver.press(message, button.payload);
    }

    /** By a mark or, where there are none, by a line in the thread. */
    function isNoticed(post: Delivery): boolean {
      return driver.marksOn === undefined ? driver.screen().length === 1 : driver.marksOn(post).length === 1;
    }
  });
}

function moveOf({ payload }: ShownButton): unknown {
  return typeof payload === 'object' && payload !== null && 'move' in payload ? payload.move : undefined;
}

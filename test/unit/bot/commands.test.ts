/** Commands in words: what they are, what is close to one, and what is none. */

import { readCommand } from '../../../src/bot/commands';
import { createSymptomSearch } from '../../../src/knowledge/search';
import type { Reply } from '../../../src/reply/reply';
import { answered, type House, knowledge, NOW, openHouse, payloadOf, post, press } from './harness';

const HOUR_MS = 60 * 60 * 1000;

describe('a command', () => {
  it.each([
    ['help', 'help'],
    ['Hello!', 'help'],
    ['你好', 'help'],
    ['  SETTINGS ', 'settings'],
    ['设置', 'settings'],
    ['mute', 'mute'],
    ['Mute 1H', 'mute-hour'],
    ['mute 24 hours', 'mute-day'],
    ['静音 1 小时', 'mute-hour'],
    ['静音24小时', 'mute-day'],
    ['取消静音。', 'unmute'],
    ['ｕｎｍｕｔｅ', 'unmute'],
    ['my   cases', 'cases'],
    ['我的问题', 'cases'],
    ['home', 'home'],
    ['报告', 'report'],
  ])('is %j', (text, command) => {
    expect(readCommand(text)).toEqual({ command });
  });

  it.each([
    ['setings', 'settings'],
    ['settigns', 'settings'],
    ['hepl', 'help'],
    ['unmte', 'unmute'],
    ['reprot', 'report'],
  ])('is close to %j', (text, nearest) => {
    expect(readCommand(text)).toEqual({ nearest });
  });

  it.each([
    '',
    'ok',
    'reboot',
    'mouse',
    'help me with my printer',
    'mute 3h',
    'the report fails',
    '静音键坏了',
    'x'.repeat(100),
  ])('is not %j', (text) => {
    expect(readCommand(text)).toBeUndefined();
  });
});

it('no word that alone describes a trouble is close to one', () => {
  const symptoms = createSymptomSearch(knowledge);
  const words = new Set(
    [...knowledge.entries.values()].flatMap((entry) => JSON.stringify(entry).match(/[a-z]+/gi) ?? []),
  );
  const slips = [...words].filter((word) => 'nearest' in (readCommand(word) ?? {}));
  expect(slips).not.toEqual([]);
  expect(slips.filter((word) => symptoms.decide(word).kind !== 'nothing')).toEqual([]);
});

describe('the bot obeys', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  let count = 0;
  async function ask(text: string, rest: Parameters<typeof post>[1] = {}): Promise<Reply> {
    count += 1;
    const answer = await house.bot.onMessage(
      post(text, { door: 'dm', message: `m${count}`, platformLocale: 'en', ...rest }),
    );
    if (answer === undefined) throw new Error(`nothing said to ${text}`);
    return answer.reply;
  }

  it.each(['dm', 'mention', 'command'] as const)('at every door that addresses it (%s)', async (door) => {
    expect((await ask('help', { door })).kind).toBe('help');
    expect((await ask('mute', { door, channel: 'C1' })).summary).toContain('until you write unmute');
    expect((await ask('report', { door })).title).toContain('30 days');
  });

  it('but not in passing', async () => {
    expect(await house.bot.onMessage(post('mute'))).toBeUndefined();
    expect((await house.store.listSettings('slack', 'T1')).length).toBe(0);
  });

  it('in the language of the word', async () => {
    expect((await ask('设置')).title).toBe('设置');
    expect((await ask('settings')).title).toBe('Settings');
  });

  it('by leaving the person alone for so long, and no longer', async () => {
    const { sections } = await ask('mute 1h');
    expect(JSON.stringify(sections)).toContain(`"atMs":${NOW + HOUR_MS}`);
    const passing = post('it says 0xC004F074', { channel: 'C1' });
    expect(await house.bot.onMessage(passing)).toBeUndefined();
    expect(await house.bot.onMessage({ ...passing, message: 'other', person: 'U2' })).toBeDefined();
    house.pass(HOUR_MS);
    expect(await house.bot.onMessage({ ...passing, message: 'later' })).toBeDefined();
    await ask('mute 24h');
    house.pass(23 * HOUR_MS);
    expect(await house.bot.onMessage({ ...passing, message: 'next day' })).toBeUndefined();
    await ask('unmute');
    expect(await house.bot.onMessage({ ...passing, message: 'loud again' })).toBeDefined();
  });

  it('without showing to others what is one person’s own', async () => {
    await answered(house, 'it says 0xC004F074');
    for (const [word, move] of [
      ['my cases', 'cases'],
      ['home', 'home'],
      ['settings', 'settings'],
    ] as const) {
      const inThread = await ask(word, { door: 'mention', channel: 'C1' });
      expect(inThread.summary).not.toContain('0xC004F074');
      const { aside, card } = await house.bot.onPress(press(payloadOf(inThread, move), { channel: 'C1' }));
      expect(card).toBeUndefined();
      expect(aside?.kind).toBe(move === 'settings' ? 'settings' : 'home');
    }
    expect((await ask('my cases', { door: 'command', channel: 'C1' })).summary).toContain('0xC004F074');
  });

  it('and tells the nearest command of a slip', async () => {
    const reply = await ask('setings');
    expect(reply.summary).toContain('Did you mean settings?');
    expect(reply.summary).toContain('mute 24h');
  });

  it('but answers a code or a description, whatever word it is close to', async () => {
    expect((await ask('0xC004F074')).kind).toBe('found');
    expect((await ask('MAK')).kind).toBe('choices');
    expect((await ask('blue screen when my laptop wakes from sleep')).kind).toBe('found');
  });

  it('reports on the organization that asks, and on no other', async () => {
    await answered(house, 'it says 0xC004F074');
    expect((await ask('report')).summary).toContain('0xC004F074');
    expect((await ask('report', { tenant: 'T2' })).summary).not.toContain('0xC004F074');
  });
});

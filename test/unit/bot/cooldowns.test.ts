import type { Inbound } from '../../../src/bot';
import { type House, openHouse, post } from './harness';

const MINUTE_MS = 60_000;

let house: House;
let posts = 0;
beforeEach(async () => {
  house = await openHouse({ defaults: { mode: 'listen', cooldownMinutes: 10 } });
});
afterEach(() => house.close());

function next(text: string, rest: Partial<Inbound> = {}): Inbound {
  posts += 1;
  return post(text, { channel: 'C1', message: `post ${posts}`, ...rest });
}

async function isAnswered(inbound: Inbound): Promise<boolean> {
  return (await house.bot.onMessage(inbound)) !== undefined;
}

describe('a code that was answered in a channel', () => {
  beforeEach(() => isAnswered(next('0xC004F074')));

  it('is not answered there again unasked, until its time is over', async () => {
    expect(await isAnswered(next('me too: 0xC004F074', { person: 'U2' }))).toBe(false);
    house.pass(10 * MINUTE_MS);
    expect(await isAnswered(next('0xC004F074'))).toBe(true);
  });

  it('is answered to whoever asks, by any door', async () => {
    for (const door of ['mention', 'command', 'shortcut', 'extension', 'dm'] as const) {
      expect(await isAnswered(next('0xC004F074', { door }))).toBe(true);
    }
  });

  it('is answered beside one that was not', async () => {
    expect(await isAnswered(next('0xC004F074, then 0x8007232B'))).toBe(true);
    expect(await isAnswered(next('0x8007232B'))).toBe(false);
  });

  it.each([{ channel: 'C2', conversation: 'C2' }, { tenant: 'T2' }, { platform: 'teams' as const }])(
    'is answered elsewhere (%j)',
    async (elsewhere) => {
      expect(await isAnswered(next('0xC004F074', elsewhere))).toBe(true);
    },
  );

  it('is answered in the same post once an edit mentions the bot', async () => {
    const quiet = next('0xC004F074');
    expect(await isAnswered(quiet)).toBe(false);
    expect(await house.bot.onEdit({ ...quiet, door: 'mention' })).toBeDefined();
  });
});

it('begins with an answer that somebody asked for', async () => {
  await isAnswered(next('0xC004F074', { door: 'mention' }));
  expect(await isAnswered(next('0xC004F074'))).toBe(false);
});

it('does not begin with an answer that one person had alone', async () => {
  await isAnswered(next('0xC004F074', { door: 'command' }));
  expect(await isAnswered(next('0xC004F074'))).toBe(true);
});

it('does not begin where nothing was stored', async () => {
  const { openCase } = house.store;
  const inbound = next('0xC004F074');
  house.store.openCase = () => Promise.reject(new Error('the disk is full'));
  await expect(house.bot.onMessage(inbound)).rejects.toThrow('the disk is full');
  house.store.openCase = openCase;
  expect(await isAnswered(inbound)).toBe(true);
});

it('is each writer’s own where answers are private', async () => {
  await house.set('channel', { privacy: 'private' });
  for (const person of ['U1', 'U2', 'U1']) await house.bot.onMessage(next('0xC004F074', { person }));
  await house.settled();
  expect(house.shown.map(({ place }) => place).filter((place) => place !== 'C1')).toEqual(['dm:U1', 'dm:U2']);
});

import type { Decision, Inbound } from '../../../src/bot';
import { type House, openHouse, post } from './harness';

const MINUTE_MS = 60_000;
const CODES = ['0xC004F074', '0x8007232B', '0xC004F042', '0x80070005', '0xC004C003', '0xC004F038', '0xC004E015'];

let house: House;
let posts: number;
let decision: Decision | undefined;
beforeEach(async () => {
  house = await openHouse({ defaults: { mode: 'listen', cooldownMinutes: 10 } });
  posts = 0;
});
afterEach(() => house.close());

function next(text: string, rest: Partial<Inbound> = {}): Inbound {
  posts += 1;
  return post(text, { channel: 'C1', message: `post ${posts}`, onDecision: (made) => (decision = made), ...rest });
}

async function isAnswered(inbound: Inbound): Promise<boolean> {
  return (await house.bot.onMessage(inbound)) !== undefined;
}

async function count(inbounds: readonly Inbound[]): Promise<number> {
  let answered = 0;
  for (const inbound of inbounds) if (await isAnswered(inbound)) answered += 1;
  return answered;
}

describe('a channel in which the bot speaks up unasked', () => {
  it('hears it five times, and then no more', async () => {
    expect(await count(CODES.map((code) => next(code)))).toBe(5);
    expect(decision).toEqual({ speak: false, reason: 'enough-said' });
  });

  it('hears it again ten minutes after each of these times', async () => {
    for (const code of CODES.slice(0, 5)) {
      await isAnswered(next(code));
      house.pass(MINUTE_MS);
    }
    house.pass(5 * MINUTE_MS - 1);
    expect(await isAnswered(next('0xC004F038'))).toBe(false);
    house.pass(1);
    expect(await isAnswered(next('0xC004F038'))).toBe(true);
    expect(await isAnswered(next('0xC004E015'))).toBe(false);
    house.pass(MINUTE_MS);
    expect(await isAnswered(next('0xC004E015'))).toBe(true);
  });

  it('hears it always when somebody asks', async () => {
    await count(CODES.map((code) => next(code)));
    for (const door of ['mention', 'command', 'shortcut', 'extension', 'dm'] as const) {
      expect(await isAnswered(next('0xC004F038', { door }))).toBe(true);
    }
  });

  it('keeps no other channel, organization or platform from it', async () => {
    await count(CODES.map((code) => next(code)));
    const elsewhere = [{ channel: 'C2', conversation: 'C2' }, { tenant: 'T2' }, { platform: 'teams' as const }];
    expect(await count(elsewhere.map((where) => next('0xC004F038', where)))).toBe(3);
  });

  it('loses no turn to a post that comes again, or to a code that was answered a short while ago', async () => {
    const first = next('0xC004F074');
    await isAnswered(first);
    await count([...Array(8).fill(first), ...Array.from({ length: 8 }, () => next('0xC004F074'))]);
    expect(decision).toEqual({ speak: false, reason: 'cooling-down' });
    expect(await count(CODES.slice(1).map((code) => next(code)))).toBe(4);
  });

  it('loses no time for a code that it was too much to answer', async () => {
    await count(CODES.map((code) => next(code)));
    house.pass(10 * MINUTE_MS);
    expect(await isAnswered(next('0xC004E015'))).toBe(true);
  });

  it('hears it as often as there is something to say on the local page', async () => {
    expect(await count(CODES.map((code) => next(code, { platform: 'playground' })))).toBe(CODES.length);
  });

  it('does not count what each writer is told alone', async () => {
    await house.set('channel', { privacy: 'private' });
    await count(CODES.map((code) => next(code)));
    await house.settled();
    expect(house.shown.filter(({ place }) => place === 'dm:U1')).toHaveLength(CODES.length);
  });
});

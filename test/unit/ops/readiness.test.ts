import type { RawRequest } from '../../../src/ops/http';
import { createReadiness } from '../../../src/ops/readiness';
import { createStoreCheck } from '../../../src/ops/store-check';
import { type TimeLimit, withTimeLimit } from '../../../src/ops/time-limit';

const REQUEST: RawRequest = {
  headers: {},
  rawBody: Buffer.alloc(0),
  path: '/readyz',
  query: new URLSearchParams(),
  remoteAddress: '127.0.0.1',
};

/** A store whose pings the test answers, on a clock that the test turns. */
function play() {
  const pings: { answer: () => void; fail: () => void }[] = [];
  let giveUp: () => void = () => undefined;
  const limit: TimeLimit = (pending, limitMs, fallback) => {
    expect(limitMs).toBe(1_000);
    return Promise.race([pending, new Promise<typeof fallback>((resolve) => (giveUp = () => resolve(fallback)))]);
  };
  const clock = { nowMs: 0 };
  const ping = () =>
    new Promise<void>((resolve, reject) => {
      pings.push({ answer: resolve, fail: () => reject(new Error('postgres://hexfix:p4ss@db is gone')) });
    });
  const check = createStoreCheck({ ping, nowMs: () => clock.nowMs, limit });
  return { pings, clock, check, giveUp: () => giveUp() };
}

describe('the check of the store', () => {
  it('asks once for all who want to know at the same time, and again after a second', async () => {
    const { check, pings, clock } = play();
    const all = [check.isUp(), check.isUp()];
    pings[0]?.answer();
    expect(await Promise.all(all)).toEqual([true, true]);
    clock.nowMs = 999;
    expect(await check.isUp()).toBe(true);
    expect(pings).toHaveLength(1);
    clock.nowMs = 1_000;
    const again = check.isUp();
    pings[1]?.fail();
    expect(await again).toBe(false);
  });

  it('gives up on a store that hangs, asks nothing more of it meanwhile, and finds out when it is back', async () => {
    const { check, pings, clock, giveUp } = play();
    const first = check.isUp();
    giveUp();
    expect(await first).toBe(false);
    clock.nowMs = 5_000;
    expect(await check.isUp()).toBe(false);
    expect(pings).toHaveLength(1);
    pings[0]?.answer();
    await new Promise(setImmediate);
    clock.nowMs = 10_000;
    const later = check.isUp();
    pings[1]?.answer();
    expect(await later).toBe(true);
  });
});

describe('readiness', () => {
  const answering = { isUp: async () => true };

  async function ask(readiness: ReturnType<typeof createReadiness>) {
    const { status, body } = await readiness.route.handle(REQUEST);
    return [status, JSON.parse(String(body))];
  }

  it('is there between the start and the order to stop', async () => {
    const readiness = createReadiness(answering, { mode: 'production', store: 'postgresql' });
    expect(await ask(readiness)).toEqual([503, { status: 'starting', mode: 'production', store: 'postgresql' }]);
    readiness.enter('running');
    expect(await ask(readiness)).toEqual([200, { status: 'ready', mode: 'production', store: 'postgresql' }]);
    readiness.enter('draining');
    expect(await ask(readiness)).toEqual([503, { status: 'draining', mode: 'production', store: 'postgresql' }]);
  });

  it('is not there while the store cannot be reached, and says no more than that', async () => {
    const { check, pings } = play();
    const readiness = createReadiness(check, {});
    readiness.enter('running');
    const asked = ask(readiness);
    pings[0]?.fail();
    expect(await asked).toEqual([503, { status: 'store-unreachable' }]);
  });

  it('ends at once when the order to stop comes while the store is asked', async () => {
    const { check, pings } = play();
    const readiness = createReadiness(check, {});
    readiness.enter('running');
    const asked = readiness.read();
    readiness.enter('draining');
    pings[0]?.answer();
    expect(await asked).toBe('draining');
  });

  it('does not ask the store before the start or after the end', async () => {
    const { check, pings } = play();
    expect(await createReadiness(check, {}).read()).toBe('starting');
    expect(pings).toEqual([]);
  });
});

describe('the time limit', () => {
  it('gives what comes in time, a failure too, and leaves no timer behind', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = timers();
    expect(await withTimeLimit(Promise.resolve(1), 60_000, 2)).toBe(1);
    await expect(withTimeLimit(Promise.reject(new Error('no')), 60_000, 2)).rejects.toThrow('no');
    expect(timers()).toBe(before);
  });

  it('gives the fallback for what does not come', async () => {
    expect(await withTimeLimit(new Promise<number>(() => undefined), 1, 2)).toBe(2);
  });
});

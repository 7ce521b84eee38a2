import { setImmediate as turn } from 'node:timers/promises';
import { connectRedis, type Later, type RedisConnection } from '../../../src/limits/redis';
import { type FakeRedis, startFakeRedis } from './fake-redis';

const GIVE_UP_MS = 10_000;

/** Time passes only when a test says so. */
function createTime() {
  const waiting = new Set<{ readonly atMs: number; readonly act: () => void }>();
  let nowMs = 0;
  const later: Later = (ms, act) => {
    const one = { atMs: nowMs + ms, act };
    waiting.add(one);
    return () => waiting.delete(one);
  };
  function pass(ms: number): void {
    nowMs += ms;
    for (const one of [...waiting].filter(({ atMs }) => atMs <= nowMs)) {
      waiting.delete(one);
      one.act();
    }
  }
  return { later, pass };
}

let redis: FakeRedis;
let time: ReturnType<typeof createTime>;
let connection: RedisConnection;

beforeEach(async () => {
  redis = await startFakeRedis(7);
  time = createTime();
});

afterEach(async () => {
  connection.close();
  await redis.close();
});

const ask = () => connection.run('return 7', 'key');

/** Looks again and again, for as long as a busy machine may need. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAtMs = performance.now() + GIVE_UP_MS;
  while (!(await holds())) {
    if (performance.now() > giveUpAtMs) throw new Error('it never came to be so');
    await turn();
  }
}

/** Asks until Redis tells. */
async function answer(): Promise<unknown> {
  let told: unknown;
  await until(async () => {
    told = await ask();
    return told !== undefined;
  });
  return told;
}

describe('a connection to Redis', () => {
  it('gives what a script gives', async () => {
    connection = connectRedis(redis.url, time.later);
    expect(await answer()).toBe(7);
  });

  it('has nobody wait while it is not there yet', async () => {
    connection = connectRedis(redis.url, time.later);
    expect(await ask()).toBeUndefined();
    expect(redis.asked()).toBe(0);
  });

  it('is left by all that wait when one has waited 50 ms, and nobody waits after that', async () => {
    connection = connectRedis(redis.url, time.later);
    await answer();
    redis.mood = 'is-silent';
    let told = 0;
    const waiting = [ask(), ask(), ask()].map((one) => one.finally(() => (told += 1)));
    time.pass(49);
    await turn();
    expect(told).toBe(0);
    time.pass(1);
    expect(await Promise.all(waiting)).toEqual([undefined, undefined, undefined]);
    const asked = redis.asked();
    for (let more = 0; more < 100; more += 1) expect(await ask()).toBeUndefined();
    expect(redis.asked()).toBe(asked);
  });

  it('is tried again five seconds after it was left', async () => {
    connection = connectRedis(redis.url, time.later);
    await answer();
    redis.mood = 'is-silent';
    const waiting = ask();
    time.pass(50);
    await waiting;
    redis.mood = 'answers';
    time.pass(4_999);
    expect(await ask()).toBeUndefined();
    expect(redis.connections()).toBe(1);
    time.pass(1);
    expect(await answer()).toBe(7);
    expect(redis.connections()).toBe(2);
  });

  it('is not left when this process was busy, and not Redis', async () => {
    connection = connectRedis(redis.url, time.later);
    await answer();
    const served = redis.asked() + 1;
    const asked = ask();
    await until(() => redis.asked() === served);
    time.pass(50);
    expect(await asked).toBe(7);
    expect(await ask()).toBe(7);
    expect(redis.connections()).toBe(1);
  });

  it('stays, once it is there', async () => {
    connection = connectRedis(redis.url, time.later);
    await answer();
    time.pass(60_000);
    expect(await ask()).toBe(7);
    expect(redis.connections()).toBe(1);
  });

  it('is tried again where Redis went away, also while nobody asked', async () => {
    connection = connectRedis(redis.url, time.later);
    await answer();
    await redis.stop();
    await redis.resume();
    await retried();
    expect(await answer()).toBe(7);
  });

  it('is given up where Redis is silent from the beginning', async () => {
    redis.mood = 'is-silent';
    connection = connectRedis(redis.url, time.later);
    await until(() => redis.connections() === 1);
    time.pass(2_000);
    redis.mood = 'answers';
    time.pass(5_000);
    expect(await answer()).toBe(7);
    expect(redis.connections()).toBe(2);
  });

  it('is tried again where Redis hangs up', async () => {
    redis.mood = 'hangs-up';
    connection = connectRedis(redis.url, time.later);
    await until(() => redis.connections() === 1);
    redis.mood = 'answers';
    await retried();
    expect(await answer()).toBe(7);
  });

  it('is tried again where nobody listened', async () => {
    await redis.stop();
    connection = connectRedis(redis.url, time.later);
    expect(await ask()).toBeUndefined();
    await redis.resume();
    await retried();
    expect(await answer()).toBe(7);
  });

  it('is not tried again once it is closed', async () => {
    connection = connectRedis(redis.url, time.later);
    await answer();
    connection.close();
    expect(await ask()).toBeUndefined();
    time.pass(60_000);
    expect(await ask()).toBeUndefined();
    expect(redis.connections()).toBe(1);
  });
});

/** When a failed try is noticed is for the system to say. */
async function retried(): Promise<void> {
  const before = redis.connections();
  await until(() => {
    time.pass(1_000);
    return redis.connections() > before;
  });
}

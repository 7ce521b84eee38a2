/** How long the worker rests between two looks, and when it is idle. */

import type { Messenger } from '../../../src/outbox/messenger';
import { createOutboxWorker, type OutboxWorker, type OutboxWorkerParts } from '../../../src/outbox/worker';
import type { Outbox } from '../../../src/store/ports';
import { settle } from './clock';
import { createWorld, type World } from './world';

let world: World;
let worker: OutboxWorker;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  const closing = worker.close();
  // What a test has left under way is not waited for.
  world.clock.advance(10_000);
  await closing;
  await world.store.close();
});

/** A worker that has begun, and its looks at the store so far. */
async function start(changes: Partial<OutboxWorkerParts> = {}, store: Partial<Outbox> = {}) {
  const claimEffects = jest.fn(world.store.claimEffects);
  const nextDueInMs = jest.fn(world.store.nextDueInMs);
  worker = createOutboxWorker({
    ...world.parts,
    store: { ...world.store, claimEffects, nextDueInMs, ...store },
    ...changes,
  });
  worker.start();
  await settle();
  return { looks: () => claimEffects.mock.calls.length, asked: () => nextDueInMs.mock.calls.length };
}

async function pass(ms: number): Promise<void> {
  world.clock.advance(ms);
  await settle();
}

/** Redraws that end when the test says so. */
function holdRedraws() {
  const open: (() => void)[] = [];
  const redraw: Messenger['redraw'] = () => new Promise((resolve) => open.push(resolve));
  return {
    messengers: () => ({ ...world.platform.messenger, redraw }),
    async release() {
      for (const resolve of open.splice(0)) resolve();
      await settle();
    },
  };
}

it.each([
  ['five seconds where nothing is to be sent', undefined, 5_000],
  ['five seconds where the next is due much later', 3_600_000, 5_000],
  ['until the next is due', 1_234, 1_234],
  ['a quarter of a second where something is due that is not given', 0, 250],
])('rests %s', async (_what, dueInMs, restMs) => {
  const { looks } = await start({}, { nextDueInMs: async () => dueInMs });
  await pass(restMs - 1);
  expect(looks()).toBe(1);
  await pass(1);
  expect(looks()).toBe(2);
});

it('rests five seconds where the store is away', async () => {
  let looks = 0;
  const claimEffects = async () => {
    looks += 1;
    throw new Error('down');
  };
  await start({}, { claimEffects });
  await pass(4_999);
  expect(looks).toBe(1);
  await pass(1);
  expect(looks).toBe(2);
});

it('rests a quarter of a second while something is under way for which another may wait, and asks for no time', async () => {
  const held = holdRedraws();
  await world.add(world.effect('redraw'), world.effect('redraw', { key: 'behind it' }));
  const { looks, asked } = await start(held);
  const before = looks();
  await pass(249);
  expect(looks()).toBe(before);
  await pass(1);
  expect([looks(), asked()]).toEqual([before + 1, 0]);
  await held.release();
  expect(looks()).toBe(before + 2);
  await held.release();
  expect(asked()).toBe(1);
});

it('rests five seconds where nothing waits but what is under way, even when that ends', async () => {
  const held = holdRedraws();
  await world.add(world.effect('redraw'));
  const { looks, asked } = await start(held);
  await pass(250);
  const before = looks();
  await pass(4_999);
  await held.release();
  await worker.idle();
  expect([looks(), asked()]).toEqual([before, 0]);
  await pass(1);
  expect([looks(), asked()]).toEqual([before + 1, 1]);
});

it('asks the store for nothing while there is no room, and at once when there is some again', async () => {
  const held = holdRedraws();
  await world.add(world.effect('redraw'));
  world.clock.advance(1);
  await world.add(world.effect('notice'));
  const { looks } = await start({ ...held, concurrency: 1 });
  const before = looks();
  expect(world.platform.posts).toEqual([]);
  await pass(10_000);
  worker.kick();
  await settle();
  expect(looks()).toBe(before);
  await held.release();
  expect(world.platform.posts).toHaveLength(1);
  expect(world.log).toEqual([]);
});

it('is not idle while something is under way, and tells all who wait when it is', async () => {
  const held = holdRedraws();
  await world.add(world.effect('redraw'));
  await start(held);
  const told: string[] = [];
  for (const who of ['one', 'other']) void worker.idle().then(() => told.push(who));
  await pass(250);
  expect(told).toEqual([]);
  await held.release();
  expect(told).toEqual(['one', 'other']);
});

it('is idle once it was closed, though it had begun', async () => {
  await start();
  await worker.close();
  await worker.idle();
});

it('begins once, however often it is told to', async () => {
  const { looks } = await start();
  worker.start();
  await settle();
  expect(looks()).toBe(1);
});

it.each([
  [15_000, ['notice', 'redraw', 'webhook']],
  [15_001, []],
])('begins in the first half of the lease alone: %i ms after it was taken', async (ms, begun) => {
  const { composer, store, platform } = world;
  await world.add(world.effect('notice'), world.effect('redraw'), world.effect('webhook'));
  let isFirst = true;
  const compose: typeof composer.compose = async (effect) => {
    if (isFirst) world.clock.advance(ms);
    isFirst = false;
    return composer.compose(effect);
  };
  await start({ composer: { ...composer, compose } });
  const states = await Promise.all(
    (['notice', 'redraw', 'webhook'] as const).map(async (kind) => {
      return [kind, await store.findEffectState(world.effect(kind).key)];
    }),
  );
  expect(states.filter(([, state]) => state === 'sent').map(([kind]) => kind)).toEqual(begun);
  expect(platform.posts.length + platform.redraws.length + platform.deliveries.length).toBe(begun.length);
});

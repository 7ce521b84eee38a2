/** How the outbox ends: in a bounded time, with what has not begun given back, so that it is sent at once elsewhere. */

import type { Messenger } from '../../../src/outbox/messenger';
import { createOutboxWorker, type OutboxWorkerParts } from '../../../src/outbox/worker';
import { settle } from './clock';
import { createWorld, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.store.close());

function start(changes: Partial<OutboxWorkerParts> = {}) {
  const worker = createOutboxWorker({ ...world.parts, ...changes });
  worker.start();
  return worker;
}

/** What the next process sends without any time going by. */
async function sentByNext(): Promise<readonly string[]> {
  const before = world.platform.posts.length;
  const next = start();
  await next.idle();
  await next.close();
  return world.platform.posts.slice(before).map(({ key }) => key);
}

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

it('gives back what is still being prepared', async () => {
  const prepared = gate();
  const { composer } = world;
  const post = world.effect('notice');
  await world.add(post);
  const worker = start({
    composer: {
      ...composer,
      async compose(effect) {
        await prepared.opened;
        return composer.compose(effect);
      },
    },
  });
  await settle();
  const closing = worker.close();
  prepared.open();
  await closing;
  expect(world.platform.posts).toEqual([]);
  expect(await sentByNext()).toEqual([post.key]);
  expect(world.platform.looks).toEqual([]);
  expect(world.log).toEqual([]);
});

it('gives back what it was just given', async () => {
  const given = gate();
  const { store } = world;
  await world.add(world.effect('notice'));
  const worker = start({
    store: {
      ...store,
      async claimEffects(claim) {
        const effects = await store.claimEffects(claim);
        await given.opened;
        return effects;
      },
    },
  });
  await settle();
  const closing = worker.close();
  given.open();
  await closing;
  expect(await sentByNext()).toHaveLength(1);
});

it('takes no turn that it cannot use', async () => {
  const prepared = gate();
  const { composer } = world;
  const takeTurns = jest.fn(async () => [0]);
  await world.add(world.effect('notice'));
  const worker = start({
    paces: { takeTurns },
    messengers: () => ({ ...world.platform.messenger, pacesOf: () => [{ key: 'k', everyMs: 1, burst: 1 }] }),
    composer: {
      ...composer,
      async compose(effect) {
        await prepared.opened;
        return composer.compose(effect);
      },
    },
  });
  await settle();
  const closing = worker.close();
  prepared.open();
  await closing;
  expect(takeTurns).not.toHaveBeenCalled();
});

it('still looks for a post that an earlier process left open', async () => {
  const post = world.effect('notice');
  await world.add(post);
  const claimed = await world.store.claimEffects({ leaseMs: 1, limit: 1, perTenant: 1, except: [] });
  for (const effect of claimed) await world.store.beginEffect(effect);
  world.clock.advance(1);
  const prepared = gate();
  const { composer } = world;
  const worker = start({
    composer: {
      ...composer,
      async compose(effect) {
        await prepared.opened;
        return composer.compose(effect);
      },
    },
  });
  await settle();
  const closing = worker.close();
  prepared.open();
  await closing;
  expect(await sentByNext()).toEqual([post.key]);
  expect(world.platform.looks).toEqual([post.key]);
});

it('waits no longer than ten seconds for what does not end, and leaves it to its lease', async () => {
  const post: Messenger['post'] = () => new Promise(() => undefined);
  await world.add(world.effect('notice'));
  const worker = start({ messengers: () => ({ ...world.platform.messenger, post }) });
  await settle();
  let isClosed = false;
  const closing = worker.close().then(() => {
    isClosed = true;
  });
  await settle();
  world.clock.advance(9_999);
  await settle();
  expect(isClosed).toBe(false);
  world.clock.advance(1);
  await closing;
  expect(await world.store.findEffectState(world.effect('notice').key)).toBe('sending');
});

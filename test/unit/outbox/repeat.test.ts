/** Posts that may be there, on a platform that asks for another try, and where nobody can look. */

import { type Messenger, SendFailure } from '../../../src/outbox/messenger';
import { createOutboxWorker, type OutboxWorkerParts } from '../../../src/outbox/worker';
import type { Mishap } from './fake-platform';
import { createWorld, type World } from './world';

const BUSY = new SendFailure('repeat', 'http_503');

let world: World;
afterEach(() => world.store.close());

function failing(times: number, call: Mishap['call'] = 'post'): Mishap[] {
  return Array.from({ length: times }, () => ({ call, error: BUSY }));
}

/** Works until nothing is left to send, and gives what was counted as a possible double. */
async function runOut(changes: Partial<OutboxWorkerParts> = {}): Promise<unknown[]> {
  const count = jest.fn();
  const worker = createOutboxWorker({ ...world.parts, metrics: { count }, ...changes });
  worker.start();
  await world.runOut();
  await worker.close();
  return count.mock.calls.filter(([name]) => name === 'hexfix_possible_doubles_total').map(([, labels]) => labels);
}

it.each([
  ['notice', 'post'],
  ['copy', 'postPrivately'],
] as const)('risks a %s twice more, and counts each as a possible double', async (kind, call) => {
  world = await createWorld({ readsBack: false });
  world.platform.plan(...failing(2, call));
  await world.add(world.effect(kind));
  expect(await runOut()).toEqual([{ platform: 'slack' }, { platform: 'slack' }]);
  expect(world.platform.posts).toHaveLength(1);
  expect(await world.store.findEffectState(world.effect(kind).key)).toBe('sent');
});

it('does not risk a post a third time, and lists it as one that may be there', async () => {
  world = await createWorld({ readsBack: false });
  world.platform.plan(...failing(3));
  await world.add(world.effect('notice'));
  expect(await runOut()).toHaveLength(2);
  expect(world.platform.posts).toEqual([]);
  expect(await world.store.listEffects({ olderThanMs: 0, limit: 9 })).toMatchObject([
    { state: 'unknown', code: 'http_503', attempt: 3 },
  ]);
});

it('risks nothing where somebody can look', async () => {
  world = await createWorld({ readsBack: true });
  world.platform.plan({ call: 'post', error: BUSY, isDone: true });
  await world.add(world.effect('notice'));
  expect(await runOut()).toEqual([]);
  expect(world.platform.posts).toHaveLength(1);
  expect(world.platform.looks).toHaveLength(1);
});

it('tries again a post that could not be prepared, as nothing has left', async () => {
  world = await createWorld({ readsBack: false });
  const { messenger } = world.platform;
  const failures: unknown[] = [new TypeError('a bug'), BUSY, new SendFailure('unknown', 'timeout')];
  const post: Messenger['post'] = async (...values) => {
    if (failures.length > 0) throw failures.shift();
    return messenger.post(...values);
  };
  await world.add(world.effect('notice'));
  expect(await runOut({ messengers: () => ({ ...messenger, post }) })).toEqual([]);
  expect(world.platform.posts).toHaveLength(1);
  expect(world.log.map(({ level }) => level)).toEqual(['warn', 'warn', 'warn']);
});

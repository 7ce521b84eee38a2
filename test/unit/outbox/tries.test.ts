/** What is counted and said of a try. */

import { SendFailure } from '../../../src/outbox/messenger';
import { createOutboxWorker, type OutboxWorkerParts } from '../../../src/outbox/worker';
import { settle } from './clock';
import { type Mishap, TIMEOUT, UNREACHABLE } from './fake-platform';
import { createWorld, tryOnce, type World } from './world';

const REFUSED = new SendFailure('refused', 'channel_not_found');

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.store.close());

/** Works until everything that is due now has been tried, and gives how the tries were counted. */
async function countTries(changes: Partial<OutboxWorkerParts> = {}): Promise<unknown[]> {
  const count = jest.fn();
  await tryOnce({ ...world.parts, metrics: { count }, ...changes });
  return count.mock.calls.map(([name, labels]) => [name, labels]);
}

describe('a try', () => {
  const failing = (call: Mishap['call'], error: unknown): Mishap => ({ call, error });

  it.each([
    ['notice', undefined, 'sent', undefined],
    ['notice', failing('post', UNREACHABLE), 'retried', /tried again later/],
    // It may be there: that comes again too.
    ['notice', failing('post', TIMEOUT), 'retried', /looked for again later/],
    ['notice', failing('post', REFUSED), 'refused', /given up/],
    ['copy', failing('postPrivately', TIMEOUT), 'unknown', /cannot be found out.*not sent again/],
  ] as const)('of a %s (%j) is counted once, as %s, and its line tells what comes of it', async (...values) => {
    const [kind, mishap, end, line] = values;
    if (mishap !== undefined) world.platform.plan(mishap);
    await world.add(world.effect(kind));
    expect(await countTries()).toEqual([['hexfix_effects_total', { platform: 'slack', kind, end }]]);
    expect(world.log).toEqual(
      line === undefined ? [] : [expect.objectContaining({ message: expect.stringMatching(line) })],
    );
  });

  it('that was not made is not counted', async () => {
    await world.add(world.effect('notice'));
    const messenger = { ...world.platform.messenger, pacesOf: () => [{ key: 'k', everyMs: 1, burst: 1 }] };
    const counted = await countTries({ paces: { takeTurns: async () => [60_000] }, messengers: () => messenger });
    expect(counted).toEqual([]);
    expect(world.platform.posts).toEqual([]);
  });

  it('that ends in an unforeseen way is counted, said, and made again when the lease has run out', async () => {
    await world.add(world.effect('notice'));
    const broken = () => {
      throw new Error('secret words');
    };
    const counted = await countTries({ messengers: broken });
    expect(counted).toEqual([['hexfix_effects_total', { platform: 'slack', kind: 'notice', end: 'retried' }]]);
    expect(world.log).toMatchObject([{ fields: { kind: 'notice', error: 'Error' }, message: /comes again later/ }]);
    world.clock.advance(30_000);
    await countTries();
    expect(world.platform.posts).toHaveLength(1);
  });
});

it.each([
  ['a word of the platform', REFUSED, 'channel_not_found'],
  ['the name of what was thrown', new RangeError('secret words'), 'RangeError'],
  ['nothing but that it failed where it was no error', 'secret words', 'error'],
])('tells the operator why nothing was sent by %s', async (_what, error, code) => {
  world.platform.plan({ call: 'postPrivately', error });
  await world.add(world.effect('copy'));
  await countTries();
  expect(await world.store.listEffects({ olderThanMs: 0, limit: 9 })).toMatchObject([{ code }]);
});

describe('a turn that comes late', () => {
  const messengers = () => ({ ...world.platform.messenger, pacesOf: () => [{ key: 'k', everyMs: 1, burst: 1 }] });
  const kinds = ['notice', 'redraw', 'mark', 'remove'] as const;

  it('leads to no send that the lease could run out under', async () => {
    const takeTurns = async (requests: readonly unknown[]) => {
      world.clock.advance(16_000);
      return requests.map(() => 0);
    };
    await world.add(...kinds.map((kind) => world.effect(kind)));
    await countTries({ paces: { takeTurns }, messengers });
    const { posts, redraws, marks, removals } = world.platform;
    expect([...posts, ...redraws, ...marks, ...removals]).toEqual([]);
    expect(world.log.map(({ fields }) => fields.code)).toEqual(kinds.map(() => 'too_late'));
  });

  it('leads to no send once the process ends, and to no try that counts', async () => {
    let come = () => {};
    const takeTurns = async (requests: readonly unknown[]) => {
      await new Promise<void>((resolve) => {
        come = resolve;
      });
      return requests.map(() => 0);
    };
    await world.add(...kinds.map((kind) => world.effect(kind)));
    const worker = createOutboxWorker({ ...world.parts, paces: { takeTurns }, messengers });
    worker.start();
    await settle();
    const closing = worker.close();
    come();
    await closing;
    expect(world.log).toEqual([]);
    const given = await world.store.claimEffects({ leaseMs: 1, limit: 9, perTenant: 9, except: [] });
    expect(given.map(({ attempt }) => attempt)).toEqual([1, 1, 1, 1]);
  });
});

it('tells no ticket system of anything that the lease could run out under', async () => {
  const compose: typeof world.composer.compose = async (effect) => {
    world.clock.advance(16_000);
    return world.composer.compose(effect);
  };
  await world.add(world.effect('webhook'));
  await countTries({ composer: { ...world.composer, compose } });
  expect(world.platform.deliveries).toEqual([]);
});

/** How the outbox keeps to the pace of a platform: whoever may not call yet goes back, which is no try. */

import { createTurnTaker } from '../../../src/outbox/turns';
import { createOutboxWorker, type OutboxWorkerParts } from '../../../src/outbox/worker';
import type { Effect, Pace, Paces } from '../../../src/store/ports';
import { takeTurns } from '../../../src/store/turns';
import { QUIET_MESSENGER } from '../../fixtures/a-messenger';
import { settle } from './clock';
import { createWorld, type World } from './world';

const CALL = { kind: 'post', place: 'somewhere' } as const;
const ANY: Effect = {
  ...{ key: 'k', kind: 'notice', platform: 'slack', tenant: 't', caseId: 'c', version: 1, place: 'here' },
  ...{ attempt: 1, lease: 1, hasTurn: false, interrupted: false },
};

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.store.close());

/** Paces as a store keeps them, by the clock of the test. */
function createPaces(): Pick<Paces, 'takeTurns'> {
  const freeAt = new Map<string, number>();
  return { takeTurns: async (requests) => takeTurns(requests, freeAt, world.clock.now()) };
}

/** One call a second in a place, ten a second in all. */
function paced(place: string): readonly Pace[] {
  return [
    { key: `place ${place}`, everyMs: 1_000, burst: 1 },
    { key: 'all', everyMs: 100, burst: 2 },
  ];
}

function messengers(): OutboxWorkerParts['messengers'] {
  return () => ({ ...world.platform.messenger, pacesOf: ({ place }) => paced(place) });
}

function posts(place: string, count: number) {
  return Array.from({ length: count }, (_, index) =>
    world.effect('notice', { key: `${place} ${index}`, caseId: `${place} ${index}`, place }),
  );
}

/** When the posts into a place came, in milliseconds from the start, at this worker's hands. */
async function timesAt(place: string, changes: Partial<OutboxWorkerParts> = {}): Promise<number[]> {
  const startMs = world.clock.now();
  const times: number[] = [];
  const { messenger } = world.platform;
  const worker = createOutboxWorker({
    ...world.parts,
    paces: createPaces(),
    messengers: () => ({
      ...messenger,
      pacesOf: (call) => paced(call.place),
      post(where, ...rest) {
        if (where === place) times.push(world.clock.now() - startMs);
        return messenger.post(where, ...rest);
      },
    }),
    ...changes,
  });
  worker.start();
  await world.runOut();
  await worker.close();
  return times;
}

it('sends one after the other, none too early, none much too late, in their order', async () => {
  await world.add(...posts('here', 5));
  const times = await timesAt('here');
  for (const [index, time] of times.entries()) {
    expect(time).toBeGreaterThanOrEqual(index * 1_000);
    expect(time).toBeLessThanOrEqual(index * 1_000 + 300);
  }
  expect(world.platform.posts.map(({ key }) => key)).toEqual(posts('here', 5).map(({ key }) => key));
});

it('counts no try while the turn has not come, and says nothing about it', async () => {
  await world.add(...posts('here', 9));
  await timesAt('here');
  expect(world.platform.posts).toHaveLength(9);
  expect(world.log).toEqual([]);
});

it('lets no long line at one place hold up another', async () => {
  await world.add(...posts('here', 60));
  const worker = createOutboxWorker({ ...world.parts, paces: createPaces(), messengers: messengers() });
  worker.start();
  for (let rounds = 0; rounds < 40; rounds += 1) {
    await settle();
    world.clock.advance(100);
  }
  await world.add(...posts('there', 1));
  worker.kick();
  for (let rounds = 0; rounds < 5; rounds += 1) {
    await settle();
    world.clock.advance(100);
  }
  expect(world.platform.posts.map(({ place }) => place)).toContain('there');
  await worker.close();
});

it('goes at once where there is nobody to keep the pace', async () => {
  await world.add(...posts('here', 5));
  const { paces: _none, ...parts } = { ...world.parts, paces: undefined };
  const worker = createOutboxWorker({ ...parts, messengers: messengers() });
  worker.start();
  await worker.idle();
  await worker.close();
  expect(world.platform.posts).toHaveLength(5);
});

it('tries again when the store cannot tell whose turn it is', async () => {
  const paces = createPaces();
  let isDown = true;
  await world.add(...posts('here', 1));
  const times = await timesAt('here', {
    paces: {
      async takeTurns(requests) {
        if (!isDown) return paces.takeTurns(requests);
        isDown = false;
        throw new Error('down');
      },
    },
  });
  expect(times).toHaveLength(1);
  expect(world.log.map(({ level }) => level)).toEqual(['warn']);
});

describe('standing in line', () => {
  const asked: Pace[][] = [];

  function line(waits: number[]) {
    asked.length = 0;
    let nowMs = 0;
    const { takeTurn } = createTurnTaker(
      {
        async takeTurns([paces = []]) {
          asked.push([...paces]);
          return [waits.shift() ?? 0];
        },
      },
      () => nowMs,
    );
    const ask = (hasTurn: boolean, place = 'here') =>
      takeTurn({ ...ANY, hasTurn }, { ...CALL, place }, { ...QUIET_MESSENGER, pacesOf: (call) => paced(call.place) });
    return { ask, pass: (ms: number) => (nowMs += ms) };
  }

  it('begins behind the last who stands there, without asking', async () => {
    const { ask } = line([700]);
    expect([await ask(false), await ask(false), await ask(false)]).toEqual([700, 1_700, 2_700]);
    expect(asked).toHaveLength(1);
  });

  it('is over when the time has passed', async () => {
    const { ask, pass } = line([700]);
    await ask(false);
    pass(700);
    expect(await ask(false)).toBe(0);
  });

  it('is for the place alone', async () => {
    const { ask } = line([700]);
    await ask(false, 'here');
    expect(await ask(false, 'there')).toBe(0);
  });

  it('is done once: who has stood there asks again until it may', async () => {
    const { ask } = line([700, 50]);
    await ask(false);
    expect(await ask(true)).toBe(50);
    expect(await ask(true)).toBe(0);
  });

  it('goes on where all the others wait, for who has stood there and is refused', async () => {
    const { ask } = line([50, 50, 50]);
    expect([await ask(true, 'here'), await ask(true, 'there'), await ask(true, 'elsewhere')]).toEqual([50, 150, 250]);
  });

  it('forgets the empty lines', async () => {
    const { ask, pass } = line(Array(3_000).fill(700));
    for (let place = 0; place < 1_500; place += 1) {
      await ask(false, String(place));
      pass(10);
    }
    expect(asked).toHaveLength(1_500);
  });
});

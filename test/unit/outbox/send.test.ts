/** What one try leads to, as the store and the platform see it. */

import { type Messenger, SendFailure } from '../../../src/outbox/messenger';
import { createOutboxWorker, type OutboxWorkerParts } from '../../../src/outbox/worker';
import type { EffectKind } from '../../../src/store/ports';
import { aMove } from '../../contract/store/values';
import { settle } from './clock';
import { type Mishap, TIMEOUT, UNREACHABLE } from './fake-platform';
import { createWorld, tryOnce, type World } from './world';

const REFUSED = new SendFailure('refused', 'channel_not_found');
const BUG = new TypeError('secret words');

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.store.close());

function tryDue(changes: Partial<OutboxWorkerParts> = {}): Promise<void> {
  return tryOnce({ ...world.parts, ...changes });
}

async function stateOf(kind: EffectKind): Promise<string | undefined> {
  return world.store.findEffectState(world.effect(kind).key);
}

it('posts the card of the help desk, remembers it and brings the answer up to date', async () => {
  await world.add(world.effect('triage'));
  await tryDue();
  expect(world.platform.posts).toHaveLength(1);
  const [post] = world.platform.posts;
  expect(await world.triageCards()).toEqual([
    { role: 'triage', conversation: 'a conversation', place: 'the place of a triage', message: post?.message },
  ]);
  expect(world.platform.redraws).toEqual([{ message: 'the answer', text: 'as it was' }]);
  expect(world.log).toEqual([]);
});

it('tells the composer how it ended, and of the card', async () => {
  const redrawsAfter = jest.fn(async () => []);
  await world.add(world.effect('triage'), world.effect('notice'), world.effect('copy'), world.effect('redraw'));
  world.platform.plan({ call: 'postPrivately', error: REFUSED });
  await tryDue({ composer: { ...world.composer, redrawsAfter } });
  const calls = redrawsAfter.mock.calls.map(([effect, ...rest]: unknown[]) => [Object(effect).kind, ...rest]);
  expect(calls).toHaveLength(3);
  expect(calls).toContainEqual(['triage', 'sent', expect.objectContaining({ role: 'triage' })]);
  expect(calls).toContainEqual(['notice', 'sent', undefined]);
  expect(calls).toContainEqual(['copy', 'refused', undefined]);
});

it.each([
  ['nobody reads the case again where it stands as the card shows it', false],
  ['the card is drawn anew where the case has moved while it was on its way', true],
])('%s', async (_what, isMoved) => {
  const { store, platform, composer } = world;
  const effect = world.effect('triage', { version: 0 });
  const redrawsAfter = jest.fn(composer.redrawsAfter);
  await world.add(effect);
  const post: Messenger['post'] = async (...values) => {
    if (isMoved) await store.appendMove(effect.tenant, effect.caseId, { move: aMove(1), effects: [], outcomes: [] });
    return platform.messenger.post(...values);
  };
  const messenger = { ...platform.messenger, post };
  await tryDue({ composer: { ...composer, redrawsAfter }, messengers: () => messenger });
  expect(redrawsAfter.mock.calls.filter(([{ kind }]) => kind === 'triage')).toHaveLength(isMoved ? 1 : 0);
  expect(await world.triageCards()).toHaveLength(1);
  expect(platform.redraws).toHaveLength(isMoved ? 1 : 0);
});

it('remembers the chat of a private message, to redraw it later', async () => {
  await world.add(world.effect('copy'));
  await tryDue();
  expect(await world.cards()).toEqual([expect.objectContaining({ role: 'answer', place: 'chat with somebody' })]);
});

it('has nothing to do where nothing is left to say', async () => {
  await world.add(world.effect('triage'), world.effect('webhook'));
  await tryDue({ composer: { ...world.composer, compose: async () => undefined } });
  expect(await stateOf('triage')).toBe('sent');
  expect(await stateOf('webhook')).toBe('sent');
  expect([...world.platform.posts, ...world.platform.deliveries]).toEqual([]);
});

it('makes the content at the moment of sending', async () => {
  world.platform.plan({ call: 'redraw', error: UNREACHABLE });
  await world.add(world.effect('redraw'));
  await tryDue();
  world.text = 'as it is now';
  world.clock.advance(10_000);
  await tryDue();
  expect(world.platform.redraws).toEqual([{ message: 'the answer', text: 'as it is now' }]);
});

it('takes a message away, and marks a post', async () => {
  await world.add(world.effect('remove'), world.effect('mark'));
  await tryDue();
  expect(world.platform.removals).toEqual(['the answer']);
  expect([...world.platform.marks]).toEqual([['the post', 'seen']]);
  expect([await stateOf('remove'), await stateOf('mark')]).toEqual(['sent', 'sent']);
});

it('leaves a post as it is where bots cannot mark', async () => {
  const { mark: _mark, ...messenger } = world.platform.messenger;
  await world.add(world.effect('mark'));
  await tryDue({ messengers: () => messenger });
  expect(await stateOf('mark')).toBe('sent');
  expect(world.log).toEqual([]);
});

it('takes the mark off that no longer holds', async () => {
  await world.add(world.effect('mark'));
  await tryDue();
  world.mark = undefined;
  await world.add(world.effect('mark', { version: 2 }));
  await tryDue();
  expect([...world.platform.marks]).toEqual([['the post', undefined]]);
});

describe('what a failure means', () => {
  const failing = (call: Mishap['call'], error: unknown): Mishap => ({ call, error });
  it.each([
    ['triage', failing('post', UNREACHABLE), 'queued'],
    ['triage', failing('post', REFUSED), 'refused'],
    ['copy', failing('postPrivately', UNREACHABLE), 'queued'],
    ['copy', failing('postPrivately', REFUSED), 'refused'],
    ['copy', failing('postPrivately', TIMEOUT), 'unknown'],
    ['copy', failing('postPrivately', BUG), 'unknown'],
    ['redraw', failing('redraw', UNREACHABLE), 'queued'],
    ['redraw', failing('redraw', TIMEOUT), 'queued'],
    ['redraw', failing('redraw', BUG), 'queued'],
    ['redraw', failing('redraw', REFUSED), 'refused'],
    ['remove', failing('remove', UNREACHABLE), 'queued'],
    ['remove', failing('remove', TIMEOUT), 'queued'],
    ['remove', failing('remove', REFUSED), 'refused'],
    ['mark', failing('mark', UNREACHABLE), 'queued'],
    ['mark', failing('mark', TIMEOUT), 'queued'],
    ['mark', failing('mark', BUG), 'queued'],
    ['mark', failing('mark', REFUSED), 'refused'],
    ['webhook', failing('deliver', TIMEOUT), 'queued'],
    ['webhook', failing('deliver', BUG), 'queued'],
    ['webhook', failing('deliver', REFUSED), 'refused'],
  ] as const)('%s, %j: %s', async (kind, mishap, state) => {
    world.platform.plan(mishap);
    await world.add(world.effect(kind));
    await tryDue();
    expect(await stateOf(kind)).toBe(state);
    expect(world.log).toHaveLength(1);
    expect(world.log[0]?.level).toBe(state === 'queued' ? 'warn' : 'error');
  });

  it.each([TIMEOUT, BUG])('does not post again where nobody can tell whether it is there (%s)', async (error) => {
    world = await createWorld({ readsBack: false });
    world.platform.plan({ call: 'post', error, isDone: true });
    await world.add(world.effect('notice'));
    await tryDue();
    expect(await stateOf('notice')).toBe('unknown');
    await world.runOut();
    expect(world.platform.posts).toHaveLength(1);
  });

  it('finds the post whose answer was lost', async () => {
    world.platform.plan({ call: 'post', error: TIMEOUT, isDone: true });
    await world.add(world.effect('triage'));
    await tryDue();
    expect(await stateOf('triage')).toBe('sent');
    expect(await world.triageCards()).toHaveLength(1);
    expect(world.log).toEqual([]);
  });

  it('does not take a post for lost while it may be on its way, and looks again when the lease has run out', async () => {
    world.platform.plan({ call: 'post', error: TIMEOUT });
    await world.add(world.effect('notice'));
    await tryDue();
    world.clock.advance(29_000);
    await tryDue();
    expect(world.platform.posts).toEqual([]);
    world.clock.advance(1_000);
    await tryDue();
    expect(world.platform.posts).toHaveLength(1);
    expect(world.platform.looks).toHaveLength(2);
    expect(await stateOf('notice')).toBe('sent');
  });

  it('looks again when looking has failed, and does not post before', async () => {
    world.platform.plan(
      { call: 'post', error: TIMEOUT, isDone: true },
      { call: 'findPosted', error: UNREACHABLE },
      { call: 'findPosted', error: BUG },
      { call: 'findPosted', error: UNREACHABLE },
    );
    await world.add(world.effect('notice'));
    await runOut();
    expect(world.platform.posts).toHaveLength(1);
    expect(world.platform.looks).toHaveLength(4);
    expect(await stateOf('notice')).toBe('sent');
  });

  it('gives up a post as unknown, not as refused, when it can never be looked for', async () => {
    const never = Array.from({ length: 9 }, (): Mishap => ({ call: 'findPosted', error: UNREACHABLE }));
    world.platform.plan({ call: 'post', error: TIMEOUT }, ...never);
    await world.add(world.effect('notice'));
    await runOut();
    expect(await stateOf('notice')).toBe('unknown');
    expect(world.platform.posts).toEqual([]);
  });
});

/** Works on until nothing is left to send. */
async function runOut(changes: Partial<OutboxWorkerParts> = {}): Promise<void> {
  const worker = createOutboxWorker({ ...world.parts, ...changes });
  worker.start();
  await world.runOut();
  await worker.close();
}

describe('how long it is tried', () => {
  it.each([
    ['notice', 'post', 6, 15 * 60_000],
    ['redraw', 'redraw', 6, 15 * 60_000],
    ['remove', 'remove', 6, 15 * 60_000],
    ['mark', 'mark', 6, 15 * 60_000],
    ['webhook', 'deliver', 10, 24 * 60 * 60_000],
  ] as const)('gives up a %s for good when %s has failed too often', async (kind, call, tries, withinMs) => {
    const startMs = world.clock.now();
    world.platform.plan(...Array.from({ length: 99 }, (): Mishap => ({ call, error: UNREACHABLE })));
    await world.add(world.effect(kind));
    for (let isOver = false; !isOver; ) {
      await tryDue();
      const dueInMs = await world.store.nextDueInMs();
      isOver = dueInMs === undefined;
      world.clock.advance(dueInMs ?? 0);
    }
    expect(await stateOf(kind)).toBe('refused');
    expect(world.clock.now() - startMs).toBeLessThanOrEqual(withinMs);
    expect(world.log.map(({ level }) => level)).toEqual([...Array(tries - 1).fill('warn'), 'error']);
    expect(world.log.at(-1)?.fields).toEqual({ kind, platform: 'slack', attempt: tries, code: 'ECONNREFUSED' });
  });

  it('waits as long as the platform asks', async () => {
    world.platform.plan({ call: 'post', error: new SendFailure('not-sent', 'ratelimited', 45_000) });
    await world.add(world.effect('notice'));
    await tryDue();
    world.clock.advance(44_999);
    await tryDue();
    expect(world.platform.posts).toEqual([]);
    world.clock.advance(1_000);
    await tryDue();
    expect(world.platform.posts).toHaveLength(1);
  });

  it('tries again when the content could not be made', async () => {
    await world.add(world.effect('notice'));
    const compose = async () => Promise.reject(BUG);
    await tryDue({ composer: { ...world.composer, compose } });
    expect(await stateOf('notice')).toBe('queued');
    await runOut();
    expect(world.platform.posts).toHaveLength(1);
  });

  it('stops when a worker dies of it each time', async () => {
    const compose = jest.fn(() => new Promise<never>(() => undefined));
    await world.add(world.effect('redraw'));
    for (let life = 0; life < 9; life += 1) {
      createOutboxWorker({ ...world.parts, composer: { ...world.composer, compose } }).start();
      await settle();
      world.clock.advance(30_000);
      // The dead must not go on by their timers.
      world.clock.forgetTimers();
    }
    expect(compose).toHaveBeenCalledTimes(6);
    expect(await stateOf('redraw')).toBe('refused');
  });
});

it('begins no send that the lease could run out under', async () => {
  const compose: typeof world.composer.compose = async (effect) => {
    world.clock.advance(20_000);
    return world.composer.compose(effect);
  };
  await world.add(world.effect('notice'), world.effect('redraw'));
  await tryDue({ composer: { ...world.composer, compose } });
  expect([...world.platform.posts, ...world.platform.redraws]).toEqual([]);
  expect(await stateOf('notice')).toBe('queued');
  expect(await stateOf('redraw')).toBe('queued');
});

it('refuses what goes to a platform or a ticket system that is not there any more', async () => {
  await world.add(world.effect('notice', { platform: 'teams' }), world.effect('webhook'));
  const { tickets: _none, ...parts } = world.parts;
  await tryOnce(parts);
  expect(await stateOf('notice')).toBe('refused');
  expect(await stateOf('webhook')).toBe('refused');
  expect(world.log.map(({ fields }) => fields.code)).toEqual(
    expect.arrayContaining(['platform_not_configured', 'tickets_not_configured']),
  );
});

it('logs kind, platform, try and code, and never content, people or places', async () => {
  world.text = 'secret words';
  world.platform.plan(
    { call: 'post', error: BUG },
    { call: 'postPrivately', error: UNREACHABLE },
    { call: 'redraw', error: BUG },
  );
  await world.add(world.effect('notice'), world.effect('copy'), world.effect('redraw'));
  await tryDue();
  expect(world.log).toHaveLength(3);
  for (const { fields } of world.log) {
    expect(['kind', 'platform', 'attempt', 'code', 'error', 'at']).toEqual(expect.arrayContaining(Object.keys(fields)));
  }
  expect(JSON.stringify(world.log)).not.toMatch(/secret|the place|somebody|the answer"|conversation|case-/);
});

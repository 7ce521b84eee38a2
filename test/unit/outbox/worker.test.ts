/** When the worker works, for how many at once, and how it ends. */

import type { Mark, Messenger } from '../../../src/outbox/messenger';
import { createOutboxWorker, type OutboxWorker, type OutboxWorkerParts } from '../../../src/outbox/worker';
import type { Outbox } from '../../../src/store/ports';
import { aSending } from '../../fixtures/a-sending';
import { settle } from './clock';
import { UNREACHABLE } from './fake-platform';
import { createWorld, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.store.close());

function startWorker(changes: Partial<OutboxWorkerParts> = {}): OutboxWorker {
  const worker = createOutboxWorker({ ...world.parts, ...changes });
  worker.start();
  return worker;
}

/** The store, with some of its methods replaced. */
function storeWith(changes: Partial<Outbox>): OutboxWorkerParts['store'] {
  const { store } = world;
  return {
    claimEffects: store.claimEffects,
    beginEffect: store.beginEffect,
    finishEffect: store.finishEffect,
    releaseEffects: store.releaseEffects,
    nextDueInMs: store.nextDueInMs,
    listUnfinished: store.listUnfinished,
    ...changes,
  };
}

/** A messenger whose redraws end when the test says so. */
function createSlowMessenger(): { readonly messenger: Messenger; readonly begun: string[]; release(): void } {
  const begun: string[] = [];
  const waiting: (() => void)[] = [];
  return {
    messenger: {
      ...world.platform.messenger,
      redraw(_place, message) {
        begun.push(message);
        return new Promise((resolve) => waiting.push(resolve));
      },
    },
    begun,
    release() {
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}

/** Redraws of different cases: within one case, one waits for the other. */
function redraws(count: number, platform = 'slack') {
  return Array.from({ length: count }, (_, index) =>
    world.effect('redraw', { key: `redraw:${platform}:${index}`, caseId: `${platform} ${index}`, platform }),
  );
}

describe('when it works', () => {
  it('sends what was there before it started, and what it is told of later', async () => {
    await world.add(world.effect('notice'));
    const worker = startWorker();
    await worker.idle();
    expect(world.platform.posts).toHaveLength(1);
    await world.add(world.effect('digest'));
    worker.kick();
    await worker.idle();
    expect(world.platform.posts).toHaveLength(2);
    await worker.close();
  });

  it('takes many kicks for one', async () => {
    const claimEffects = jest.fn(world.store.claimEffects);
    const worker = startWorker({ store: storeWith({ claimEffects }) });
    await worker.idle();
    claimEffects.mockClear();
    for (let kicks = 0; kicks < 100; kicks += 1) worker.kick();
    expect(claimEffects).not.toHaveBeenCalled();
    await worker.idle();
    expect(claimEffects).toHaveBeenCalledTimes(1);
    await worker.close();
  });

  it('looks once more when it is kicked in the middle of a look', async () => {
    const { store } = world;
    const claimEffects = jest.fn(async (...values: Parameters<Outbox['claimEffects']>) => {
      const effects = await store.claimEffects(...values);
      if (claimEffects.mock.calls.length === 1) {
        await world.add(world.effect('notice'));
        worker.kick();
      }
      return effects;
    });
    const worker = startWorker({ store: storeWith({ claimEffects }) });
    await worker.idle();
    expect(world.platform.posts).toHaveLength(1);
    await worker.close();
  });

  it('finds by itself what another replica has written', async () => {
    const worker = startWorker();
    await worker.idle();
    await world.add(world.effect('notice'));
    world.clock.advance(4_999);
    await worker.idle();
    expect(world.platform.posts).toEqual([]);
    world.clock.advance(1);
    await worker.idle();
    expect(world.platform.posts).toHaveLength(1);
    await worker.close();
  });

  it('is there when the next try is due', async () => {
    world.platform.plan({ call: 'post', error: UNREACHABLE });
    await world.add(world.effect('notice'));
    const worker = startWorker();
    await worker.idle();
    world.clock.advance((await world.store.nextDueInMs()) ?? 0);
    await worker.idle();
    expect(world.platform.posts).toHaveLength(1);
    await worker.close();
  });

  it('does not ask again and again for what is due and not given', async () => {
    const claimEffects = jest.fn(world.store.claimEffects);
    const nextDueInMs = async () => 0;
    const worker = startWorker({ store: storeWith({ claimEffects, nextDueInMs }) });
    await worker.idle();
    expect(claimEffects).toHaveBeenCalledTimes(1);
    await worker.close();
  });

  it('goes on when the store is back', async () => {
    let isDown = true;
    const claimEffects: Outbox['claimEffects'] = async (...values) => {
      if (isDown) throw new Error('secret words');
      return world.store.claimEffects(...values);
    };
    await world.add(world.effect('notice'));
    const worker = startWorker({ store: storeWith({ claimEffects }) });
    await worker.idle();
    expect(world.log).toEqual([
      expect.objectContaining({ level: 'error', fields: expect.objectContaining({ error: 'Error' }) }),
    ]);
    isDown = false;
    world.clock.advance(5_000);
    await worker.idle();
    expect(world.platform.posts).toHaveLength(1);
    await worker.close();
  });
});

describe('how many at once', () => {
  it('sends no more at the same time than it may, and all in the end', async () => {
    const { messenger, begun, release } = createSlowMessenger();
    await world.add(...redraws(5));
    const worker = startWorker({ messengers: () => messenger, concurrency: 2 });
    await settle();
    expect(begun).toHaveLength(2);
    for (const expected of [4, 5, 5]) {
      release();
      await settle();
      expect(begun).toHaveLength(expected);
    }
    await worker.idle();
    await worker.close();
  });

  it('lets no slow platform hold the others', async () => {
    const slow = createSlowMessenger();
    await world.add(...redraws(10, 'teams'), world.effect('notice'));
    const worker = startWorker({
      messengers: (platform) => (platform === 'teams' ? slow.messenger : world.platform.messenger),
    });
    await settle();
    expect(slow.begun).toHaveLength(4);
    expect(world.platform.posts).toHaveLength(1);
    slow.release();
    await worker.close();
  });
});

describe('when the store cannot record', () => {
  it('does not forget that a message was sent, and does not send it again', async () => {
    world = await createWorld({ readsBack: false });
    let isDown = true;
    const finishEffect: Outbox['finishEffect'] = async (...values) => {
      if (isDown) throw new Error('secret words');
      return world.store.finishEffect(...values);
    };
    await world.add(world.effect('triage'));
    const worker = startWorker({ store: storeWith({ finishEffect }) });
    // Long enough for its lease to run out, so that this worker takes it again.
    for (let waitedMs = 0; waitedMs < 70_000; waitedMs += 1_000) {
      await settle();
      world.clock.advance(1_000);
    }
    expect(world.log.every(({ level, fields }) => level === 'error' && fields.end === 'sent')).toBe(true);
    expect(world.log.length).toBeGreaterThan(3);
    expect(JSON.stringify(world.log)).not.toContain('secret');
    isDown = false;
    await world.runOut();
    await worker.close();
    expect(world.platform.posts).toHaveLength(1);
    expect(await world.store.findEffectState(world.effect('triage').key)).toBe('sent');
    expect(await world.triageCards()).toHaveLength(1);
    expect(world.platform.redraws).not.toEqual([]);
  });

  it('shows what is new when a redraw comes again', async () => {
    let isDown = true;
    const finishEffect: Outbox['finishEffect'] = async (...values) => {
      if (isDown) throw new Error('down');
      return world.store.finishEffect(...values);
    };
    await world.add(world.effect('redraw'));
    const worker = startWorker({ store: storeWith({ finishEffect }) });
    await settle();
    world.text = 'as it is now';
    await world.add(world.effect('redraw', { version: 2 }));
    isDown = false;
    await world.runOut();
    await worker.close();
    expect(world.platform.redraws.map(({ text }) => text)).toEqual(['as it was', 'as it is now']);
  });

  it('marks once more when that was asked for while it was marking', async () => {
    let release = () => {};
    const marked: (Mark | undefined)[] = [];
    const messenger: Messenger = {
      ...world.platform.messenger,
      mark(_place, _message, mark) {
        marked.push(mark);
        return new Promise((resolve) => {
          release = resolve;
        });
      },
    };
    await world.add(world.effect('mark'));
    const worker = startWorker({ messengers: () => messenger });
    await settle();
    world.mark = 'solved';
    await world.add(world.effect('mark', { version: 2 }));
    worker.kick();
    await settle();
    expect(marked).toEqual(['seen']);
    for (let released = 0; released < 2; released += 1) {
      release();
      await settle();
    }
    await worker.close();
    expect(marked).toEqual(['seen', 'solved']);
    expect(await world.store.findEffectState(world.effect('mark').key)).toBe('sent');
  });

  it('rather leaves an old card than blocks the outbox when redraws cannot be made', async () => {
    const redrawsAfter = async () => Promise.reject(new Error('a bug'));
    await world.add(world.effect('triage'));
    const worker = startWorker({ composer: { ...world.composer, redrawsAfter } });
    await world.runOut();
    await worker.close();
    expect(await world.triageCards()).toHaveLength(1);
    expect(world.platform.posts).toHaveLength(1);
  });

  it('does not let a post leave whose lease has run out while it was prepared', async () => {
    const { messenger } = world.platform;
    const prepared: (() => void)[] = [];
    const post: Messenger['post'] = async (...values) => {
      await new Promise<void>((resolve) => prepared.push(resolve));
      return messenger.post(...values);
    };
    await world.add(world.effect('notice'));
    const worker = startWorker({ messengers: () => ({ ...messenger, post }) });
    await settle();
    world.clock.advance(30_000);
    await settle();
    prepared.shift()?.();
    await settle();
    expect(world.platform.posts).toEqual([]);
    prepared.shift()?.();
    await worker.idle();
    await worker.close();
    expect(world.platform.posts).toHaveLength(1);
  });

  it('takes up a post again whose lease has run out under it, without sending it twice', async () => {
    const { messenger } = world.platform;
    let arrive = () => {};
    const post: Messenger['post'] = async (place, reply, sending) => {
      await sending.leave();
      await new Promise<void>((resolve) => {
        arrive = resolve;
      });
      return messenger.post(place, reply, aSending(sending.key));
    };
    await world.add(world.effect('notice'));
    const worker = startWorker({ messengers: () => ({ ...messenger, post }) });
    await settle();
    world.clock.advance(30_000);
    await settle();
    arrive();
    await worker.idle();
    await worker.close();
    expect(world.platform.posts).toHaveLength(1);
    expect(await world.store.findEffectState(world.effect('notice').key)).toBe('sent');
  });
});

it('redraws anew when the lease has run out under a redraw that is too old by now', async () => {
  const { messenger } = world.platform;
  const arrivals: (() => void)[] = [];
  const redraw: Messenger['redraw'] = async (...values) => {
    await new Promise<void>((resolve) => arrivals.push(resolve));
    return messenger.redraw(...values);
  };
  await world.add(world.effect('redraw'));
  const worker = startWorker({ messengers: () => ({ ...messenger, redraw }) });
  await settle();
  world.text = 'as it is now';
  await world.add(world.effect('redraw', { version: 2 }));
  world.clock.advance(30_000);
  await settle();
  expect(arrivals).toHaveLength(1);
  arrivals.shift()?.();
  await settle();
  arrivals.shift()?.();
  await worker.idle();
  await worker.close();
  expect(world.platform.redraws.map(({ text }) => text)).toEqual(['as it was', 'as it is now']);
});

describe('how it ends', () => {
  it('waits for what is under way, records it, and takes nothing more', async () => {
    const { messenger, begun, release } = createSlowMessenger();
    const [first, second] = redraws(2);
    if (first === undefined || second === undefined) throw new Error('two redraws');
    await world.add(first);
    const worker = startWorker({ messengers: () => messenger });
    await settle();
    await world.add(second);
    let isClosed = false;
    const closing = worker.close().then(() => {
      isClosed = true;
    });
    worker.kick();
    await settle();
    expect(isClosed).toBe(false);
    release();
    await closing;
    expect(begun).toHaveLength(1);
    expect(await world.store.findEffectState(first.key)).toBe('sent');
    expect(await world.store.findEffectState(second.key)).toBe('queued');
  });

  it('does not wait for a store that stays away, and leaves no timer', async () => {
    const finishEffect = async () => Promise.reject(new Error('down'));
    await world.add(world.effect('notice'));
    const worker = startWorker({ store: storeWith({ finishEffect }) });
    await settle();
    await worker.close();
    expect(() => world.clock.advanceToTimer()).toThrow('nobody waits');
  });

  it('is idle when it has not begun, and when it has ended', async () => {
    const worker = createOutboxWorker(world.parts);
    worker.kick();
    await worker.idle();
    await worker.close();
    worker.start();
    await worker.idle();
    await world.add(world.effect('notice'));
    worker.kick();
    await settle();
    expect(world.platform.posts).toEqual([]);
  });

  it('lets nobody wait for ever who waits for it to be idle', async () => {
    const { messenger, release } = createSlowMessenger();
    await world.add(...redraws(1));
    const worker = startWorker({ messengers: () => messenger });
    await settle();
    const idle = worker.idle();
    const closing = worker.close();
    release();
    await Promise.all([idle, closing]);
  });

  it('survives what it did not foresee', async () => {
    await world.add(world.effect('notice'));
    const messengers = () => {
      throw new Error('secret words');
    };
    const worker = startWorker({ messengers });
    await worker.idle();
    await worker.close();
    expect(world.log).toEqual([expect.objectContaining({ level: 'error' })]);
    expect(JSON.stringify(world.log)).not.toContain('secret');
  });
});

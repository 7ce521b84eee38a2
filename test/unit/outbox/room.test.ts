/** How effects begin as they are stored, without being looked for, taken, given a turn and noted one after the other. */

import type { Messenger } from '../../../src/outbox/messenger';
import type { Composer } from '../../../src/outbox/outgoing';
import type { Room } from '../../../src/outbox/room';
import { createOutboxWorker, type OutboxWorker, type OutboxWorkerParts } from '../../../src/outbox/worker';
import type { NewEffect, OpenResult } from '../../../src/store/ports';
import { settle } from './clock';
import { UNREACHABLE } from './fake-platform';
import { createWorld, type World } from './world';

let world: World;
let worker: OutboxWorker;
let cases = 0;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await worker.close();
  await world.store.close();
});

/** A worker at work, with the number of questions that it has asked the store. */
async function start(changes: Partial<OutboxWorkerParts> = {}) {
  const { store } = world;
  const asked = {
    claimEffects: jest.fn(store.claimEffects),
    beginEffect: jest.fn(store.beginEffect),
    finishEffect: jest.fn(store.finishEffect),
    nextDueInMs: jest.fn(store.nextDueInMs),
    listUnfinished: jest.fn(store.listUnfinished),
    takeTurns: jest.fn(store.takeTurns),
  };
  worker = createOutboxWorker({ ...world.parts, store: { ...store, ...asked }, paces: asked, ...changes });
  worker.start();
  await settle();
  for (const each of Object.values(asked)) each.mockClear();
  return () => Object.entries(asked).flatMap(([name, { mock }]) => mock.calls.map(() => name));
}

function anAnswer(rest: Partial<NewEffect> = {}): NewEffect {
  cases += 1;
  const caseId = `room-${cases}`.padEnd(22, '-');
  return world.effect('answer', { key: `answer:${caseId}`, caseId, version: 0, ...rest });
}

function keepRoom(...effects: readonly NewEffect[]): Room {
  return worker.keepRoom(effects.map((effect) => ({ effect, call: { kind: 'post', place: effect.place } })));
}

/** Opens the case of an effect with the room that was kept for it. */
function open(effect: NewEffect, room: Room, others: readonly NewEffect[] = []): Promise<OpenResult> {
  const head = {
    ...{ id: effect.caseId, platform: 'slack', tenant: effect.tenant, conversation: 'a conversation' },
    ...{ place: effect.place, shared: true, asker: 'somebody', locale: 'en' as const, codes: [], activation: true },
    openedAtMs: world.clock.now(),
  };
  const { atOnce } = room;
  const append = { effects: [effect, ...others], outcomes: [], ...(atOnce === undefined ? {} : { atOnce }) };
  return world.store.openCase(head, effect.caseId, append);
}

async function openAndFill(effect: NewEffect, room: Room): Promise<number> {
  const opened = await open(effect, room);
  const begun = typeof opened === 'object' ? opened.begun : [];
  room.fill(begun);
  return begun.length;
}

const sentKeys = () => world.platform.posts.map(({ key }) => key);

it('sends what has begun, and asks the store for nothing but to record its end', async () => {
  const pacesOf = () => [{ key: 'a pace', everyMs: 1_000, burst: 1 }];
  const asked = await start({ messengers: () => ({ ...world.platform.messenger, pacesOf }) });
  const effect = anAnswer();
  await openAndFill(effect, keepRoom(effect));
  await worker.idle();
  expect(sentKeys()).toEqual([effect.key]);
  expect(asked()).toEqual(['finishEffect']);
  expect(await world.store.findEffectState(effect.key)).toBe('sent');
});

it('tells whoever waits that it is idle when the last of what has begun has ended', async () => {
  await start();
  const effect = anAnswer();
  const room = keepRoom(effect);
  let isIdle = false;
  const idle = worker.idle().then(() => {
    isIdle = true;
  });
  await settle();
  expect(isIdle).toBe(false);
  await openAndFill(effect, room);
  await idle;
  expect(sentKeys()).toEqual([effect.key]);
});

it('sends the answer ahead of the mark, which takes less time to make', async () => {
  const calls: string[] = [];
  const { messenger } = world.platform;
  const told: Messenger = {
    ...messenger,
    post: async (...values) => {
      calls.push('post');
      return messenger.post(...values);
    },
    mark: async () => {
      calls.push('mark');
    },
  };
  const composer: Composer = {
    ...world.composer,
    async compose(effect) {
      // As drawing a card takes more turns than naming an emoji.
      if (effect.kind === 'answer') for (let turns = 0; turns < 50; turns += 1) await undefined;
      return world.composer.compose(effect);
    },
  };
  await start({ messengers: () => told, composer });
  const answer = anAnswer();
  const mark = world.effect('mark', { key: `mark:${answer.caseId}`, caseId: answer.caseId, version: 0 });
  const room = keepRoom(answer, mark);
  const opened = await open(answer, room, [mark]);
  room.fill(typeof opened === 'object' ? opened.begun : []);
  expect(calls).not.toContain('mark');
  await worker.idle();
  expect(calls).toEqual(['post', 'mark']);
});

it('gives back what follows the first, too, before it has closed', async () => {
  await start();
  const answer = anAnswer();
  const mark = world.effect('mark', { key: `mark:${answer.caseId}`, caseId: answer.caseId, version: 0 });
  const room = keepRoom(answer, mark);
  const opened = await open(answer, room, [mark]);
  room.fill(typeof opened === 'object' ? opened.begun : []);
  await worker.close();
  expect(world.log).toEqual([]);
  const claim = { leaseMs: 1_000, limit: 2, perTenant: 2, except: [] };
  expect(await world.store.claimEffects(claim)).toMatchObject([{ key: answer.key }, { key: mark.key }]);
});

it('frees the room of what has not begun', async () => {
  await start({ concurrency: 1 });
  keepRoom(anAnswer()).fill([]);
  const effect = anAnswer();
  expect(await openAndFill(effect, keepRoom(effect))).toBe(1);
});

it.each([
  ['of all', { concurrency: 1 }],
  ['of an organization', { perTenant: 1 }],
])('keeps no room where there is none %s', async (_whose, changes) => {
  await start(changes);
  const [first, second] = [anAnswer(), anAnswer()];
  const room = keepRoom(first);
  expect(keepRoom(second).atOnce).toBeUndefined();
  expect(keepRoom(anAnswer(), anAnswer()).atOnce).toBeUndefined();
  room.fill([]);
  expect(keepRoom(second).atOnce).toBeDefined();
});

it('keeps none for what is under way here already, or is about to be', async () => {
  await start();
  const effect = anAnswer();
  const room = keepRoom(effect);
  expect(keepRoom(effect).atOnce).toBeUndefined();
  expect(keepRoom(anAnswer(), effect).atOnce).toBeUndefined();
  await openAndFill(effect, room);
  expect(keepRoom(effect).atOnce).toBeUndefined();
  let isIdle = false;
  void worker.idle().then(() => {
    isIdle = true;
  });
  await undefined;
  expect(isIdle).toBe(false);
  await worker.idle();
  expect(sentKeys()).toEqual([effect.key]);
  expect(keepRoom(effect).atOnce).toBeDefined();
});

it('keeps none before it has begun, none after it was closed, and none for nothing', async () => {
  worker = createOutboxWorker(world.parts);
  expect(keepRoom(anAnswer()).atOnce).toBeUndefined();
  worker.start();
  expect(keepRoom().atOnce).toBeUndefined();
  await settle();
  await worker.close();
  expect(keepRoom(anAnswer()).atOnce).toBeUndefined();
});

it('lets nothing begin on a platform that is not configured', async () => {
  await start();
  const effect = anAnswer({ platform: 'teams' });
  expect([...(keepRoom(effect).atOnce?.paces.keys() ?? [])]).toEqual([]);
});

it('lets nobody get ahead of those who stand in line', async () => {
  const pace = { key: 'a pace', everyMs: 10_000, burst: 1 };
  const messenger = { ...world.platform.messenger, pacesOf: () => [pace] };
  await start({ messengers: () => messenger });
  await world.add(world.effect('notice', { key: 'first' }), world.effect('triage', { key: 'second' }));
  worker.kick();
  await settle();
  expect(sentKeys()).toEqual(['first']);
  const effect = anAnswer();
  const room = keepRoom(effect);
  expect([...(room.atOnce?.paces.keys() ?? [])]).toEqual([]);
  room.fill([]);
});

it('works on what was only queued, and taken in the usual way before the room was given up', async () => {
  await start();
  const effect = anAnswer();
  const room = keepRoom(effect);
  await open(effect, { fill() {} });
  worker.kick();
  await settle();
  expect(sentKeys()).toEqual([]);
  room.fill([]);
  await worker.idle();
  expect(sentKeys()).toEqual([effect.key]);
  expect(await world.store.findEffectState(effect.key)).toBe('sent');
});

it('gives back what has begun where the process is to end before it leaves', async () => {
  await start();
  const effect = anAnswer();
  const room = keepRoom(effect);
  const opened = await open(effect, room);
  await worker.close();
  room.fill(typeof opened === 'object' ? opened.begun : []);
  await settle();
  expect(sentKeys()).toEqual([]);
  const claim = { leaseMs: 1_000, limit: 1, perTenant: 1, except: [] };
  expect(await world.store.claimEffects(claim)).toMatchObject([{ key: effect.key, attempt: 1, interrupted: false }]);
});

it('begins nothing half a lease after it was kept room for', async () => {
  await start();
  const effect = anAnswer();
  const room = keepRoom(effect);
  const opened = await open(effect, room);
  world.clock.advance(15_001);
  room.fill(typeof opened === 'object' ? opened.begun : []);
  await settle();
  expect(sentKeys()).toEqual([]);
  expect(await world.store.findEffectState(effect.key)).toBe('queued');
});

it('tries again what could not leave, though it had begun', async () => {
  await start();
  world.platform.plan({ call: 'post', error: UNREACHABLE });
  const effect = anAnswer();
  await openAndFill(effect, keepRoom(effect));
  await world.runOut();
  expect(sentKeys()).toEqual([effect.key]);
  expect(await world.store.findEffectState(effect.key)).toBe('sent');
});

it('looks at once for what waited in the lane of what had begun', async () => {
  await start();
  const [first, second] = [anAnswer({ lane: 'a thread' }), anAnswer({ lane: 'a thread' })];
  const { messenger } = world.platform;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  jest.spyOn(messenger, 'post').mockImplementationOnce(async (...values) => {
    await held;
    return messenger.post(...values);
  });
  await openAndFill(first, keepRoom(first));
  expect(await openAndFill(second, keepRoom(second))).toBe(0);
  worker.kick();
  await settle();
  release();
  await worker.idle();
  expect(sentKeys()).toEqual([first.key, second.key]);
});

it('goes on looking for what somebody else has taken, as long as room is kept', async () => {
  await start();
  const other = anAnswer();
  await world.add(other);
  await world.store.claimEffects({ leaseMs: 1_000, limit: 1, perTenant: 1, except: [] });
  const room = keepRoom(anAnswer());
  worker.kick();
  await settle();
  for (let rounds = 0; rounds < 5; rounds += 1) {
    world.clock.advance(250);
    await settle();
  }
  expect(sentKeys()).toEqual([other.key]);
  room.fill([]);
});

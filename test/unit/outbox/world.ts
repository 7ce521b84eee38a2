/** All around a worker: the real store in memory, a platform, a composer and a clock. */

import type { Mark } from '../../../src/outbox/messenger';
import type { Composer, Outgoing } from '../../../src/outbox/outgoing';
import { createOutboxWorker, type OutboxWorkerParts } from '../../../src/outbox/worker';
import type { Reply } from '../../../src/reply/reply';
import type { CaseCard, EffectKind, NewEffect, Store } from '../../../src/store/ports';
import { createTestLogger, type LogLine } from '../../fixtures/test-logger';
import { openMemoryStore } from '../../per-worker/memory-store';
import { type Clock, createClock, settle } from './clock';
import { createFakePlatform, type FakePlatform } from './fake-platform';

const START_MS = Date.UTC(2026, 10, 22, 9);
const TENANT = 'tenant';
const ANSWER_CARD = 'the answer';
const POST = 'the post';

export interface World {
  readonly store: Store;
  readonly platform: FakePlatform;
  readonly clock: Clock;
  readonly log: readonly LogLine[];
  readonly composer: Composer;
  /** For `createOutboxWorker`. */
  readonly parts: OutboxWorkerParts;
  /** What the case's cards should show now. */
  text: string;
  /** What the mark on the post should be now. */
  mark: Mark | undefined;
  /** An effect of the case, the same for every call. */
  effect(kind: EffectKind, changes?: Partial<NewEffect>): NewEffect;
  add(...effects: readonly NewEffect[]): Promise<void>;
  /** The cards of the case. */
  cards(): Promise<readonly CaseCard[]>;
  triageCards(): Promise<readonly CaseCard[]>;
  /** Goes from one timer to the next until nothing is left to send, or `isOver`. */
  runOut(isOver?: () => boolean): Promise<void>;
}

let worlds = 0;
/** That of the newest world: a store may be older. */
let clock = createClock(START_MS);

/** `store`: one in which an earlier world has left nothing to send. Tables take long to make. */
export async function createWorld(
  options: { readonly readsBack?: boolean; readonly store?: Store } = {},
): Promise<World> {
  const ownClock = createClock(START_MS);
  clock = ownClock;
  const { readsBack = true, store = await openStore() } = options;
  worlds += 1;
  const caseId = `case-${worlds}`.padEnd(22, '-');
  await openCase(store, caseId);
  const platform = createFakePlatform({ readsBack });
  const { log, logger } = createTestLogger();

  const effect: World['effect'] = (kind, changes = {}) => ({
    key: `${kind}:${caseId}`,
    kind,
    platform: 'slack',
    tenant: TENANT,
    caseId: kind === 'digest' ? '' : caseId,
    version: 1,
    place: kind === 'webhook' ? '' : `the place of a ${kind}`,
    ...((kind === 'redraw' || kind === 'remove') && { message: ANSWER_CARD }),
    ...(kind === 'mark' && { message: POST }),
    ...changes,
  });

  const composer: Composer = {
    async compose({ key, kind, place, message = '' }): Promise<Outgoing> {
      const reply = replyWith(world.text);
      switch (kind) {
        case 'redraw':
          return { kind: 'redraw', place, message, reply };
        case 'remove':
          return { kind: 'remove', place, message };
        case 'mark':
          return { kind: 'mark', place, message, mark: world.mark };
        case 'triage':
          return { kind: 'post', place, reply, role: 'triage' };
        case 'copy':
          return { kind: 'private', near: place, person: 'somebody', reply };
        case 'webhook':
          return { kind: 'webhook', event: { id: key, type: 'hand-off.requested', atMs: START_MS, body: {} } };
        default:
          return { kind: 'post', place, reply };
      }
    },
    // The answer's card says how the call for help has ended.
    redrawsAfter: async ({ kind }) => (kind === 'triage' ? [effect('redraw')] : []),
  };

  const cards = async () => (await store.findCase(TENANT, caseId))?.cards ?? [];

  const world: World = {
    store,
    platform,
    clock: ownClock,
    log,
    composer,
    parts: {
      store,
      composer,
      messengers: (name) => (name === 'slack' ? platform.messenger : undefined),
      tickets: platform.tickets,
      now: ownClock.now,
      logger,
      setTimer: ownClock.setTimer,
      random: () => 0.5,
    },
    text: 'as it was',
    mark: 'seen',
    effect,
    add: (...effects) => store.addEffects(effects),
    cards,
    triageCards: async () => (await cards()).filter(({ role }) => role === 'triage'),
    async runOut(isOver = () => false) {
      for (;;) {
        await settle();
        if (isOver()) return;
        if ((await store.nextDueInMs()) === undefined) return;
        ownClock.advanceToTimer();
      }
    },
  };
  return world;
}

/** A worker's life: until everything that is due now has been tried. */
export async function tryOnce(parts: OutboxWorkerParts): Promise<void> {
  const worker = createOutboxWorker(parts);
  worker.start();
  await worker.idle();
  await worker.close();
}

export async function openStore(): Promise<Store> {
  return openMemoryStore({ clock: () => clock.now() });
}

async function openCase(store: Store, id: string): Promise<void> {
  const head = {
    id,
    platform: 'slack',
    tenant: TENANT,
    conversation: 'a conversation',
    place: 'a thread',
    shared: true,
    asker: 'somebody',
    locale: 'en',
    codes: [],
    activation: false,
    openedAtMs: START_MS,
  } as const;
  await store.openCase(head, id, { effects: [], outcomes: [] });
}

function replyWith(text: string): Reply {
  return { kind: 'found', locale: 'en', title: text, summary: text, sections: [], actions: [] };
}

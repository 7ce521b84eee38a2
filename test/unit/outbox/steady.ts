/**
 * Many sends at once to a Teams that counts as the real one does: each window that it publishes, by the minute hand of a
 * clock that stands still between the sends.
 */

import { PUBLISHED, pacesOf } from '../../../src/adapters/teams/paces';
import type { Messenger } from '../../../src/outbox/messenger';
import { SendFailure } from '../../../src/outbox/messenger';
import { createOutboxWorker } from '../../../src/outbox/worker';
import type { NewEffect } from '../../../src/store/ports';
import { createRandom } from '../../faults/random';
import { QUIET_MESSENGER } from '../../fixtures/a-messenger';
import { FOUND_EN } from '../../fixtures/replies';
import { openMemoryStore } from '../../per-worker/memory-store';
import { createClock } from './clock';

const START_MS = Date.UTC(2026, 10, 22, 9);
const TENANTS = 3;
const CONVERSATIONS = 40;
/** The store takes no more of them in one statement. */
const PORTION = 500;

export interface Steady {
  /** How often Teams said that we are too fast. */
  readonly tooFast: number;
  /** Messages that people see, and how many of them twice. */
  readonly posts: number;
  readonly doubles: number;
  /** How long it took, by the clock of the test. */
  readonly tookMs: number;
}

/** A sliding window. */
function createWindow({ calls, withinMs }: { readonly calls: number; readonly withinMs: number }) {
  const times: number[] = [];
  return {
    isFull(nowMs: number): boolean {
      while ((times[0] ?? nowMs) <= nowMs - withinMs) times.shift();
      return times.length >= calls;
    },
    count: (nowMs: number) => times.push(nowMs),
  };
}

export async function sendSteadily(sends: number, seed: number): Promise<Steady> {
  const random = createRandom(seed);
  const clock = createClock(START_MS);
  const store = await openMemoryStore({ clock: clock.now });
  const windows = new Map<string, ReturnType<typeof createWindow>[]>();
  const seen = new Map<string, number>();
  let tooFast = 0;

  function windowsOf(key: string, published: readonly { calls: number; withinMs: number }[]) {
    const known = windows.get(key) ?? published.map(createWindow);
    windows.set(key, known);
    return known;
  }

  const post: Messenger['post'] = async (text, _reply, { key, leave }) => {
    await leave();
    const { tenant, conversation } = JSON.parse(text);
    const all = [
      ...windowsOf(conversation, PUBLISHED.conversation),
      ...windowsOf(`all of ${tenant}`, PUBLISHED.tenant),
    ];
    if (all.some((window) => window.isFull(clock.now()))) {
      tooFast += 1;
      throw new SendFailure('not-sent', 'http-429');
    }
    for (const window of all) window.count(clock.now());
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return { conversation, place: text, message: key };
  };

  const worker = createOutboxWorker({
    store,
    paces: store,
    composer: {
      compose: async ({ place }) => ({ kind: 'post', place, reply: FOUND_EN }),
      redrawsAfter: async () => [],
    },
    messengers: () => ({ ...QUIET_MESSENGER, post, pacesOf }),
    now: clock.now,
    setTimer: clock.setTimer,
    random: () => random(1_000) / 1_000,
    logger: { info() {}, warn() {}, error() {} },
  });

  const effects = Array.from({ length: sends }, (_, index) => postTo(random(CONVERSATIONS), index));
  for (let from = 0; from < sends; from += PORTION) await store.addEffects(effects.slice(from, from + PORTION));
  worker.start();
  for (;;) {
    await worker.idle();
    if ((await store.nextDueInMs()) === undefined) break;
    clock.advanceToTimer();
  }
  await worker.close();
  await store.close();
  const doubles = [...seen.values()].filter((times) => times > 1).length;
  return { tooFast, posts: seen.size, doubles, tookMs: clock.now() - START_MS };
}

function postTo(conversation: number, index: number): NewEffect {
  const tenant = `tenant ${conversation % TENANTS}`;
  const place = {
    serviceUrl: 'https://smba.trafficmanager.net/teams/',
    conversation: `19:${conversation}@thread.tacv2`,
    bot: '28:bot',
    tenant,
  };
  const key = `post ${index}`;
  return { key, kind: 'notice', platform: 'teams', tenant, caseId: key, version: 1, place: JSON.stringify(place) };
}

/**
 * A worker dies after every single call to store, composer, platform and ticket system, which is also before the next
 * one; another worker takes over when the lease has run out. What counts is the view from outside: nothing lost, nothing
 * twice.
 */

import type { Store } from '../../../src/store/ports';
import { TIMEOUT, UNREACHABLE } from './fake-platform';
import { callsOf, endOf, faultsAfter, type Scenario } from './lives';
import { createFate, type Fate, isDead } from './mortal';
import { openStore } from './world';

const POST: Scenario = { name: 'a post', kinds: ['triage'], mishaps: [] };

const SCENARIOS: readonly Scenario[] = [
  POST,
  { name: 'a post that gets through late', kinds: ['triage'], mishaps: [{ call: 'post', error: UNREACHABLE }] },
  {
    name: 'a post whose answer is lost',
    kinds: ['triage'],
    mishaps: [{ call: 'post', error: TIMEOUT, isDone: true }],
  },
  { name: 'a post that is lost', kinds: ['triage'], mishaps: [{ call: 'post', error: TIMEOUT }] },
  { name: 'a private message', kinds: ['copy'], mishaps: [] },
  { name: 'a redraw', kinds: ['redraw'], mishaps: [{ call: 'redraw', error: TIMEOUT }] },
  { name: 'a mark', kinds: ['mark'], mishaps: [{ call: 'mark', error: TIMEOUT }] },
  { name: 'a message taken away', kinds: ['remove'], mishaps: [{ call: 'remove', error: TIMEOUT }] },
  { name: 'an event for the ticket system', kinds: ['webhook'], mishaps: [{ call: 'deliver', error: TIMEOUT }] },
  { name: 'one of each', kinds: ['redraw', 'triage', 'notice', 'copy', 'webhook', 'digest'], mishaps: [] },
];

const PLATFORMS = [
  ['that can read back', true],
  ['that cannot read back', false],
] as const;

/** Hundreds of lives a test: on a busy machine they take longer than other tests. */
const PATIENCE_MS = 60_000;

let store: Store;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

/** How the post ends: on a platform that can read back, and on one that cannot. */
it.each([
  ['before', 'claimEffects', 'sent, posts: 1', 'sent, posts: 1'],
  ['after', 'claimEffects', 'sent, posts: 1', 'sent, posts: 1'],
  ['after', 'compose', 'sent, posts: 1', 'sent, posts: 1'],
  ['before', 'beginEffect', 'sent, posts: 1', 'sent, posts: 1'],
  ['after', 'beginEffect', 'sent, posts: 1', 'unknown, posts: 0'],
  ['before', 'post', 'sent, posts: 1', 'sent, posts: 1'],
  ['after', 'post', 'sent, posts: 1', 'unknown, posts: 1'],
  ['after', 'redrawsAfter', 'sent, posts: 1', 'unknown, posts: 1'],
  ['before', 'finishEffect', 'sent, posts: 1', 'unknown, posts: 1'],
  ['after', 'finishEffect', 'sent, posts: 1', 'sent, posts: 1'],
] as const)('knows what became of a post when a worker dies %s %s', async (moment, name, reading, notReading) => {
  for (const readsBack of [true, false]) {
    const calls = await callsOf(POST, { store, readsBack });
    // The case has moved: the end is recorded only when it is known what follows.
    const call = calls.indexOf(name, name === 'finishEffect' ? calls.indexOf('redrawsAfter') : 0) + 1;
    const { state, posts } = await endOf(POST, { store, readsBack }, createFate(call, moment));
    expect(`${state}, posts: ${posts}`).toBe(readsBack ? reading : notReading);
  }
});

describe.each(PLATFORMS)('with a platform %s', (_, readsBack) => {
  it.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))(
    'loses and doubles nothing wherever a worker dies: %s',
    async (_name, scenario) => {
      const faults: string[] = [];
      for (const index of (await callsOf(scenario, { store, readsBack })).keys()) {
        const fate = createFate(index + 1, 'after');
        faults.push(...(await faultsAfter(scenario, { store, readsBack }, [fate, createFate()])));
        expect(isDead(fate)).toBe(true);
      }
      expect(faults).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'loses and doubles nothing wherever a worker dies, and then the next one',
    async () => {
      const faults: string[] = [];
      for (const index of (await callsOf(POST, { store, readsBack })).keys()) {
        let second: Fate;
        let call = 0;
        do {
          call += 1;
          second = createFate(call, 'after');
          const fates = [createFate(index + 1, 'after'), second, createFate()];
          faults.push(...(await faultsAfter(POST, { store, readsBack }, fates)));
        } while (isDead(second));
      }
      expect(faults).toEqual([]);
    },
    PATIENCE_MS,
  );

  it.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))(
    'loses and doubles nothing whichever call fails: %s',
    async (_name, scenario) => {
      const faults: string[] = [];
      for (const index of (await callsOf(scenario, { store, readsBack })).keys()) {
        for (const moment of ['before', 'after'] as const) {
          faults.push(...(await faultsAfter(scenario, { store, readsBack }, [createFate(index + 1, moment, 'fails')])));
        }
      }
      expect(faults).toEqual([]);
    },
    PATIENCE_MS,
  );
});

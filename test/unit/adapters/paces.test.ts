/** The paces of both platforms against a model of the windows that these publish: whatever comes when, none is exceeded. */

import fc from 'fast-check';
import { REMOVALS_PER_MARK, PUBLISHED as SLACK, pacesOf as slackPaces } from '../../../src/adapters/slack/paces';
import { writePlace } from '../../../src/adapters/slack/place';
import { LONGEST_DELAY_MS, PUBLISHED as TEAMS, pacesOf as teamsPaces } from '../../../src/adapters/teams/paces';
import type { PacedCall } from '../../../src/outbox/messenger';
import type { Pace } from '../../../src/store/ports';
import { takeTurns } from '../../../src/store/turns';

const HOUR_MS = 60 * 60_000;

/** A call, and when somebody wants to make it. */
interface Wish {
  readonly conversation: number;
  readonly atMs: number;
}

/** Calls with a turn shortly before this time all reach the platform only then, at once. */
interface Hiccup {
  readonly atMs: number;
  readonly lastsMs: number;
}

const NO_HICCUP: Hiccup = { atMs: 0, lastsMs: 0 };

/** The times at which the calls reach the platform when each asks again as soon as it was told to. */
function arrivals(
  wishes: readonly Wish[],
  hiccup: Hiccup,
  pacesOf: (wish: Wish) => readonly Pace[],
): Map<number, number[]> {
  const freeAt = new Map<string, number>();
  const reached = new Map<number, number[]>();
  const byTime = [...wishes].sort((one, other) => one.atMs - other.atMs);
  let nowMs = 0;
  for (let waiting = byTime.map((wish) => ({ wish, paces: pacesOf(wish), atMs: wish.atMs })); waiting.length > 0; ) {
    nowMs = Math.min(...waiting.map(({ atMs }) => atMs));
    waiting = waiting.filter((each) => {
      if (each.atMs > nowMs) return true;
      const [waitMs = 0] = takeTurns([each.paces], freeAt, nowMs);
      each.atMs = nowMs + waitMs;
      if (waitMs > 0) return true;
      const { conversation } = each.wish;
      const isHeldUp = nowMs <= hiccup.atMs && nowMs >= hiccup.atMs - hiccup.lastsMs;
      reached.set(conversation, [...(reached.get(conversation) ?? []), isHeldUp ? hiccup.atMs : nowMs]);
      return false;
    });
  }
  return reached;
}

/** The most of these times that fall into any window of this length. */
function mostWithin(times: readonly number[], windowMs: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  let most = 0;
  let first = 0;
  for (const [index, time] of sorted.entries()) {
    while ((sorted[first] ?? time) <= time - windowMs) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

/** Crowds and single ones, in three conversations, over some time. */
function wishes(overMs: number) {
  const crowd = fc.record({ conversation: fc.nat(2), atMs: fc.nat(overMs), size: fc.integer({ min: 1, max: 25 }) });
  return fc
    .array(crowd, { minLength: 1, maxLength: 6 })
    .map((crowds) => crowds.flatMap(({ size, ...wish }): Wish[] => Array.from({ length: size }, () => wish)));
}

function teamsCall({ conversation }: Wish): readonly Pace[] {
  const place = {
    serviceUrl: 'https://smba.trafficmanager.net/teams/',
    conversation: `19:${conversation}@thread.tacv2`,
    bot: 'b',
    tenant: 't',
  };
  return teamsPaces({ kind: 'post', place: JSON.stringify(place) });
}

function slackCall(kind: PacedCall['kind']) {
  return ({ conversation }: Wish) =>
    slackPaces({ kind, place: writePlace({ channel: `C${conversation}`, tenant: 'T' }) });
}

describe('Teams', () => {
  it('sees no more calls in a conversation, and from an organization, than it allows', () => {
    fc.assert(
      fc.property(wishes(20_000), fc.nat(2 * LONGEST_DELAY_MS), (all, afterMs) => {
        const hiccup = { atMs: (all[0]?.atMs ?? 0) + afterMs, lastsMs: LONGEST_DELAY_MS };
        const reached = arrivals(all, hiccup, teamsCall);
        for (const { calls, withinMs } of TEAMS.conversation) {
          for (const times of reached.values()) expect(mostWithin(times, withinMs)).toBeLessThanOrEqual(calls);
        }
        for (const { calls, withinMs } of TEAMS.tenant) {
          expect(mostWithin([...reached.values()].flat(), withinMs)).toBeLessThanOrEqual(calls);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('sees no more in an hour than it allows, from who never stops', () => {
    const all = Array.from({ length: 2_500 }, (): Wish => ({ conversation: 0, atMs: 0 }));
    const freeAt = new Map<string, number>();
    const times: number[] = [];
    for (let nowMs = 0; times.length < all.length; ) {
      const [waitMs = 0] = takeTurns([teamsCall({ conversation: 0, atMs: 0 })], freeAt, nowMs);
      if (waitMs === 0) times.push(nowMs);
      nowMs += waitMs;
    }
    expect(mostWithin(times, HOUR_MS)).toBeLessThanOrEqual(1_800);
    expect(mostWithin(times, HOUR_MS)).toBeGreaterThan(1_700);
  });

  it('counts the threads of a channel together, and people one by one', () => {
    const place = (conversation: string) =>
      JSON.stringify({ serviceUrl: 'https://smba.trafficmanager.net/', conversation, bot: 'b', tenant: 't' });
    const keys = (call: PacedCall) => teamsPaces(call).map(({ key }) => key);
    const thread = place('19:1@thread.tacv2;messageid=17');
    expect(keys({ kind: 'post', place: thread })).toEqual(keys({ kind: 'redraw', place: place('19:1@thread.tacv2') }));
    const [ana, bo] = ['ana', 'bo'].map((person) => keys({ kind: 'post', place: thread, person }));
    expect(ana?.[0]).not.toBe(bo?.[0]);
    expect(ana?.at(-1)).toBe(bo?.at(-1));
  });
});

describe('Slack', () => {
  it.each([
    ['post', SLACK.channel.calls, SLACK.workspace.calls],
    ['redraw', SLACK.tier3.calls, SLACK.tier3.calls],
    ['remove', SLACK.tier3.calls, SLACK.tier3.calls],
    ['first-mark', SLACK.tier3.calls, SLACK.tier3.calls],
    ['mark', SLACK.tier2.calls / REMOVALS_PER_MARK, SLACK.tier2.calls / REMOVALS_PER_MARK],
  ] as const)('sees no more calls in a minute than it allows: %s', (kind, perChannel, perWorkspace) => {
    fc.assert(
      fc.property(wishes(120_000), (all) => {
        const reached = arrivals(all, NO_HICCUP, slackCall(kind));
        for (const times of reached.values()) expect(mostWithin(times, 60_000)).toBeLessThanOrEqual(perChannel);
        expect(mostWithin([...reached.values()].flat(), 60_000)).toBeLessThanOrEqual(perWorkspace);
      }),
      { numRuns: 15 },
    );
  });
});

it.each([
  ['teams', teamsPaces],
  ['slack', slackPaces],
])('%s has no pace for a place of somebody else, and names nobody in a key', (_name, pacesOf) => {
  expect(pacesOf({ kind: 'post', place: 'elsewhere' })).toEqual([]);
  const keys = [...teamsCall({ conversation: 7, atMs: 0 }), ...slackCall('post')({ conversation: 7, atMs: 0 })];
  for (const { key } of keys) expect(key).toMatch(/^[\w-]{43}$/);
});

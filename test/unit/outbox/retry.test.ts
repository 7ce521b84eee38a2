import fc from 'fast-check';
import { mayBeThere, mayRepeat, nextTryInMs, triesOf } from '../../../src/outbox/retry';
import type { EffectKind } from '../../../src/store/ports';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const kind = fc.constantFrom<EffectKind>('redraw', 'remove', 'mark', 'triage', 'notice', 'copy', 'webhook', 'digest');
/** As `Math.random` gives them. */
const luck = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** The waits between the tries of one effect, each with its own luck. */
function waitsOf(effect: EffectKind, lucks: readonly number[]): number[] {
  const waits: number[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const inMs = nextTryInMs(effect, attempt, () => lucks[attempt - 1] ?? 0);
    if (inMs === undefined) return waits;
    waits.push(inMs);
  }
}

it('tries what goes to a platform 6 times within a quarter of an hour, and to a ticket system 10 times in a day', () => {
  fc.assert(
    fc.property(kind, fc.array(luck, { minLength: 10, maxLength: 10 }), (effect, lucks) => {
      const waits = waitsOf(effect, lucks);
      const totalMs = waits.reduce((sum, wait) => sum + wait, 0);
      expect(waits).toHaveLength(effect === 'webhook' ? 9 : 5);
      expect(waits.length + 1).toBe(triesOf(effect));
      expect(totalMs).toBeLessThanOrEqual(effect === 'webhook' ? 24 * HOUR_MS : 15 * MINUTE_MS);
      expect(totalMs).toBeGreaterThanOrEqual(effect === 'webhook' ? 6 * HOUR_MS : 3 * MINUTE_MS);
    }),
  );
});

it('never waits shorter than before, whatever the luck', () => {
  fc.assert(
    fc.property(kind, fc.array(luck, { minLength: 10, maxLength: 10 }), (effect, lucks) => {
      const waits = waitsOf(effect, lucks);
      expect(waits).toEqual([...waits].sort((one, other) => one - other));
      expect(waits.every((wait) => Number.isInteger(wait) && wait > 0)).toBe(true);
    }),
  );
});

it('spreads the tries of many effects over the whole wait', () => {
  const early = nextTryInMs('redraw', 3, () => 0) ?? 0;
  const late = nextTryInMs('redraw', 3, () => 0.999) ?? 0;
  expect(late).toBeGreaterThan(3 * early);
});

it('waits as long as it was asked to, give or take a second, but not beyond an hour', () => {
  fc.assert(
    fc.property(kind, fc.integer({ min: 1, max: 3 }), luck, fc.nat(2 * HOUR_MS), (effect, attempt, random, asked) => {
      fc.pre(asked > 0);
      const inMs = nextTryInMs(effect, attempt, () => random, asked) ?? 0;
      expect(inMs).toBeGreaterThanOrEqual(Math.min(asked, HOUR_MS));
      expect(inMs).toBeLessThanOrEqual(Math.min(asked + 1_000, HOUR_MS));
    }),
  );
});

it('does not use up all its tries where it is asked for a second again and again', () => {
  const waits = [1, 2, 3, 4, 5].map((attempt) => nextTryInMs('notice', attempt, () => 0.5, 1_000) ?? 0);
  expect(waits.slice(0, 3).every((wait) => wait <= 2_000)).toBe(true);
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(3 * MINUTE_MS);
});

it.each([
  [1, true],
  [2, true],
  [3, false],
])('after try %i may risk a double once more: %s', (attempt, may) => {
  expect(mayRepeat({ attempt })).toBe(may);
});

it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])('puts nothing off for ever when asked to wait for %d', (pause) => {
  const inMs = nextTryInMs('triage', 1, () => 0.5, pause);
  expect(inMs).toBeGreaterThan(0);
  expect(inMs).toBeLessThanOrEqual(HOUR_MS);
});

it.each<[EffectKind, boolean]>([
  ['redraw', false],
  ['remove', false],
  ['mark', false],
  ['webhook', false],
  ['triage', true],
  ['notice', true],
  ['copy', true],
  ['share', true],
  ['private-answer', true],
])(
  'takes a %s that was interrupted for perhaps there, so that somebody looks first: %s',
  (interruptedKind, isThere) => {
    expect(mayBeThere({ kind: interruptedKind, interrupted: true })).toBe(isThere);
    expect(mayBeThere({ kind: interruptedKind, interrupted: false })).toBe(false);
  },
);

import fc from 'fast-check';
import type { Pace } from '../../../src/store/ports';
import { type FreeTimes, takeTurns } from '../../../src/store/turns';

/** When each of these callers, who come so long after one another, gets a turn. */
function turnsAt(pace: Pace, gaps: readonly number[]): readonly number[] {
  const freeAt: FreeTimes = new Map();
  let nowMs = 1_000;
  return gaps.flatMap((gapMs) => {
    nowMs += gapMs;
    return takeTurns([[pace]], freeAt, nowMs)[0] === 0 ? [nowMs] : [];
  });
}

it('gives no turn too early at a pace of parts of milliseconds', () => {
  const pace = fc.record({
    key: fc.constant('key'),
    everyMs: fc.double({ min: 0.1, max: 20, noNaN: true }),
    burst: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(pace, fc.array(fc.nat(9), { minLength: 1, maxLength: 60 }), (one, gaps) => {
      const turns = turnsAt(one, gaps);
      for (const [first, fromMs] of turns.entries())
        for (const [more, untilMs] of turns.slice(first).entries())
          expect(more).toBeLessThan(one.burst + (untilMs - fromMs) / one.everyMs - 1 + 1e-6);
    }),
  );
});

it('tells how long it is until all paces allow it, and takes no turn of any before that', () => {
  const slow = { key: 'slow', everyMs: 900, burst: 1 };
  const quick = { key: 'quick', everyMs: 100, burst: 1 };
  const freeAt: FreeTimes = new Map();
  expect(takeTurns([[slow], [quick, slow], [quick], [quick]], freeAt, 5_000)).toEqual([0, 900, 0, 100]);
  expect([...freeAt]).toEqual([
    ['slow', 5_900],
    ['quick', 5_100],
  ]);
});

it('writes down whole milliseconds, which is all that databases keep', () => {
  const freeAt: FreeTimes = new Map();
  takeTurns([[{ key: 'k', everyMs: 33.3, burst: 3 }]], freeAt, 1_000);
  expect([...freeAt.values()]).toEqual([1_034]);
});

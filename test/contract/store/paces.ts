/** What the contract asks of paces: in no stretch of time more turns than the burst and one for every step. */

import fc from 'fast-check';
import type { Pace, Store } from '../../../src/store/ports';
import { clock, NOW, setTime } from './values';

/** Callers at the same time, each with requests of its own. */
interface Moment {
  readonly afterMs: number;
  readonly callers: readonly (readonly (readonly number[])[])[];
}

export function describePaces(store: () => Store): void {
  let runs = 0;

  /** Keys of its own for each run: the tests share a database. */
  function freshPaces(shapes: readonly Omit<Pace, 'key'>[]): readonly Pace[] {
    runs += 1;
    return shapes.map((shape, index) => ({ ...shape, key: `pace ${runs} ${index}` }));
  }

  /** Where the turns of a pace are too close, in words. */
  function crowds({ everyMs, burst }: Pace, turns: readonly number[]): readonly string[] {
    return turns.flatMap((fromMs, first) =>
      turns.slice(first).flatMap((untilMs, more) => {
        const allowed = burst + Math.floor((untilMs - fromMs) / everyMs);
        return more + 1 > allowed ? [`${more + 1} turns in ${untilMs - fromMs} ms`] : [];
      }),
    );
  }

  describe('turns', () => {
    beforeEach(() => setTime(NOW));

    it('are given at once up to the burst, then one for every step', async () => {
      const [pace] = freshPaces([{ everyMs: 1_000, burst: 3 }]);
      if (pace === undefined) throw new Error('one pace');
      expect(await store().takeTurns([[pace], [pace], [pace], [pace]])).toEqual([0, 0, 0, 1_000]);
      expect(await store().takeTurns([[pace]])).toEqual([1_000]);
      setTime(NOW + 1_000);
      expect(await store().takeTurns([[pace], [pace]])).toEqual([0, 1_000]);
      setTime(NOW + 9_000);
      expect(await store().takeTurns([[pace], [pace], [pace], [pace]])).toEqual([0, 0, 0, 1_000]);
    });

    it('are taken of all paces of a request, or of none', async () => {
      const [narrow, wide] = freshPaces([
        { everyMs: 1_000, burst: 1 },
        { everyMs: 1_000, burst: 2 },
      ]);
      if (narrow === undefined || wide === undefined) throw new Error('two paces');
      expect(await store().takeTurns([[narrow, wide], [wide, narrow], [wide], [wide]])).toEqual([0, 1_000, 0, 1_000]);
    });

    it('are free where there is no pace', async () => {
      expect(await store().takeTurns([[], []])).toEqual([0, 0]);
      expect(await store().takeTurns([])).toEqual([]);
    });

    it('keep every pace, whoever asks for what at the same time', async () => {
      const shape = fc.record({ everyMs: fc.integer({ min: 1, max: 50 }), burst: fc.integer({ min: 1, max: 5 }) });
      const request = fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 3 });
      const moment: fc.Arbitrary<Moment> = fc.record({
        afterMs: fc.nat(80),
        callers: fc.array(fc.array(request, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(shape, { minLength: 3, maxLength: 3 }),
          fc.array(moment, { minLength: 1, maxLength: 8 }),
          async (shapes, moments) => {
            const paces = freshPaces(shapes);
            const turns = paces.map((): number[] => []);
            for (const { afterMs, callers } of moments) {
              setTime(clock() + afterMs);
              const asked = callers
                .map((requests) => requests.map((each) => each.map((index) => paces[index])))
                .map((requests) => requests.map((each) => each.filter((pace) => pace !== undefined)));
              const waits = await Promise.all(asked.map((requests) => store().takeTurns(requests)));
              for (const [caller, requests] of callers.entries())
                for (const [index, each] of requests.entries())
                  if (waits[caller]?.[index] === 0) for (const pace of each) turns[pace]?.push(clock());
            }
            expect(paces.flatMap((pace, index) => crowds(pace, turns[index] ?? []))).toEqual([]);
            expect(turns.flat()).not.toEqual([]);
          },
        ),
        { numRuns: 15 },
      );
    });

    it('come when they were told to', async () => {
      const [pace, other] = freshPaces([
        { everyMs: 700, burst: 2 },
        { everyMs: 1_100, burst: 1 },
      ]);
      if (pace === undefined || other === undefined) throw new Error('two paces');
      await store().takeTurns([[pace], [pace], [other]]);
      const [waitMs = 0] = await store().takeTurns([[pace, other]]);
      setTime(NOW + waitMs - 1);
      expect(await store().takeTurns([[pace, other]])).toEqual([1]);
      setTime(NOW + waitMs);
      expect(await store().takeTurns([[pace, other]])).toEqual([0]);
    });
  });
}

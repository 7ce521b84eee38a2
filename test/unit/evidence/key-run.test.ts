import { readRow } from '../../../src/evidence/key-row';
import { createRunFinder } from '../../../src/evidence/key-run';

/** How many characters are read of a row when each of its places is asked for, in order. */
function readingsOf(text: string): number {
  const row = readRow(text);
  let readings = 0;
  const charCodeAt = (index: number) => {
    readings += 1;
    return text.charCodeAt(index);
  };
  // The cast: of the text nothing else is asked.
  const findRun = createRunFinder({ ...row, text: { charCodeAt } as unknown as string });
  for (let first = 0; first < row.length; first += 1) findRun(first);
  return readings;
}

test.each(['3V66D', '3V66Dd', 'V3', 'BCDFG', '3v6b', 'B2c3'])('reads each character of %s a few times', (unit) => {
  const text = unit.repeat(2_000);
  expect(readingsOf(text)).toBeLessThanOrEqual(4 * text.length);
});

test('finds a run behind digits that end one which is no key', () => {
  const row = readRow(`${'BC'.repeat(15)}2bcdfghjkmnpqrtvwxybcdfgh`);
  const findRun = createRunFinder(row);
  const ends = Array.from({ length: row.length }, (_, first) => findRun(first));
  expect(ends.filter((end) => end !== undefined)).toEqual([row.length]);
  expect(ends[30]).toBe(row.length);
});

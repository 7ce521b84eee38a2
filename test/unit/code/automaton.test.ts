import { tabulate } from '../../../src/code/automaton';

it('tabulates what a step does in every state that can be reached', () => {
  // Three ones on end.
  const { table, at } = tabulate({ ones: 0 }, 1, ({ ones }, kind) => {
    const next = kind === 1 ? Math.min(ones + 1, 3) : 0;
    return { state: { ones: next }, signs: next === 3 ? 1 : 0 };
  });
  const ends = (bits: string): boolean => {
    let entry = 0;
    for (const bit of bits) entry = table[(entry & at) | Number(bit)] ?? 0;
    return (entry & 1) === 1;
  };
  expect(table).toHaveLength(4 * 2);
  expect(['111', '0111', '1111', '0110111'].map(ends)).toEqual([true, true, true, true]);
  expect(['', '11', '1110', '1101', '11011'].map(ends)).toEqual([false, false, false, false, false]);
});

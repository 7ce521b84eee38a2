import { createAskTogether } from '../../../src/outbox/ask-together';
import { settle } from './clock';

/** A store that answers when the test says so, with the double of each number. */
function createSlow() {
  const asked: (readonly number[])[] = [];
  const open: { readonly answer: () => void; readonly fail: () => void }[] = [];
  const ask = createAskTogether(
    (numbers: readonly number[]) =>
      new Promise<readonly number[]>((resolve, reject) => {
        asked.push(numbers);
        open.push({ answer: () => resolve(numbers.map((each) => each * 2)), fail: () => reject(new Error('down')) });
      }),
  );
  return { asked, ask, answer: () => open.shift()?.answer(), fail: () => open.shift()?.fail() };
}

it('asks once for all who come in the same breath, and once for all who come while it asks', async () => {
  const { asked, ask, answer } = createSlow();
  const first = [ask(1), ask(2)];
  await settle();
  const second = [ask(3), ask(4), ask(5)];
  await settle();
  expect(asked).toEqual([[1, 2]]);
  answer();
  expect(await Promise.all(first)).toEqual([2, 4]);
  await settle();
  expect(asked).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
  answer();
  expect(await Promise.all(second)).toEqual([6, 8, 10]);
});

it('fails for those who were asked for, and goes on for the others', async () => {
  const { ask, answer, fail } = createSlow();
  const first = ask(1);
  await settle();
  const second = ask(2);
  fail();
  await expect(first).rejects.toThrow('down');
  await settle();
  answer();
  expect(await second).toBe(4);
});

it('asks again after a rest', async () => {
  const { ask, answer } = createSlow();
  for (const number of [1, 2]) {
    const asking = ask(number);
    await settle();
    answer();
    expect(await asking).toBe(number * 2);
  }
});

it('leaves nobody waiting whom the answer leaves out', async () => {
  const ask = createAskTogether(async (_numbers: readonly number[]): Promise<readonly number[]> => []);
  await expect(ask(1)).rejects.toThrow('without an answer');
});

/** Work on many rows, some at a time. */

/** Deletes portion after portion, and returns how many rows that were. Others get their turn in between. */
export async function untilNothingIsLeft(deleteSome: () => Promise<number>): Promise<number> {
  let sum = 0;
  for (let deleted = await deleteSome(); deleted > 0; deleted = await deleteSome()) sum += deleted;
  return sum;
}

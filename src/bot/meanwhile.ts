/** Work done while the store is at work, too. */

/**
 * Does `work` behind the request that has just been made of the store: it leaves first, and is answered while this goes on.
 * Rejects with what `work` throws.
 */
export async function meanwhile<T>(work: () => T | Promise<T>): Promise<T> {
  await new Promise<void>((resolve) => process.nextTick(resolve));
  return work();
}

/** Work done while the store is at work, too. */

/**
 * Does `work` behind the request that has just been made of the store: it leaves first, and is answered while this goes on.
 * Rejects with what `work` throws; whoever has no more need of it need not listen.
 */
export function meanwhile<T>(work: () => T | Promise<T>): Promise<T> {
  const done = new Promise<void>((resolve) => process.nextTick(resolve)).then(work);
  done.catch(() => undefined);
  return done;
}

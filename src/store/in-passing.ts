/**
 * Writes that nobody has to wait for until they are on the disk: what stands on them is written later into the same file, and
 * waits. Where the machine loses its power in between, it is as if they had never been made.
 */

import { AsyncLocalStorage } from 'node:async_hooks';

const context = new AsyncLocalStorage<true>();

/** Does all that `work` writes in passing. Of use with SQLite; PostgreSQL waits all the same. */
export function inPassing<T>(work: () => T): T {
  return context.run(true, work);
}

export function isInPassing(): boolean {
  return context.getStore() === true;
}

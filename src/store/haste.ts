/** How much of a hurry there is to have on the disk what is asked for; by default somebody waits for it. */

import { AsyncLocalStorage } from 'node:async_hooks';

export type Haste = 'in-passing' | 'at-leisure' | 'now';

const context = new AsyncLocalStorage<Haste>();

/**
 * Nobody has to wait for what `work` writes or reads: what stands on it is written later into the same file, and waits. Where the
 * machine loses its power in between, it is as if it had never been made. Of use with SQLite; PostgreSQL waits all the same.
 */
export function inPassing<T>(work: () => T): T {
  return context.run('in-passing', work);
}

/** `work` is told when it is on the disk, but waits with pleasure until somebody else is in a hurry, or for a moment. */
export function atLeisure<T>(work: () => T): T {
  return context.run('at-leisure', work);
}

export function haste(): Haste {
  return context.getStore() ?? 'now';
}

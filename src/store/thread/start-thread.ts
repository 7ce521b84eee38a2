/**
 * The embedded database on a thread of its own: while it waits for the disk, and while it works, everybody else goes on.
 * The thread loads what it needs while nobody knows yet which file it is to open.
 */

import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Store } from '../ports';
import { callStore } from './call-store';
import { type Failure, fromFailure } from './wire';

const PROGRAM = path.join(__dirname, 'thread.js');

export interface StoreThread {
  /** Opens the store in this file, once. Rejects with what, why and what to do. A thread that fails later ends the process. */
  open(file: string): Promise<Store>;
  /** For whoever needs no file after all. */
  stop(): Promise<void>;
}

export function startStoreThread(): StoreThread {
  const thread = new Worker(PROGRAM, { name: 'store' });

  async function stop(): Promise<void> {
    await thread.terminate();
  }

  return {
    async open(file) {
      thread.postMessage(file);
      const said = await firstWord(thread);
      if (said !== 'open') {
        await stop();
        throw fromFailure(said);
      }
      const { store, end } = callStore(thread);
      thread.on('exit', () => end(new Error('the store is closed')));
      const close = () => store.close().then(stop);
      return { ...store, close };
    },

    stop,
  };
}

/** The first that it says is how opening went. */
async function firstWord(thread: Worker): Promise<'open' | Failure> {
  try {
    return await new Promise((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', () => reject(new Error('the thread of the store has ended')));
    });
  } finally {
    // From now on a failure that nobody foresaw is the whole process's, as if there were no thread.
    thread.removeAllListeners('error').removeAllListeners('exit');
  }
}

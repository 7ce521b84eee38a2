/** What runs on the store's thread: opens the file that it is told first, says how that went, and serves. */

import '../../compile-cache';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { createSqlStore } from '../sql-store';
import { openSqlite } from '../sqlite';
import { serveStore } from './serve-store';
import { toFailure } from './wire';

async function serve(file: string, port: MessagePort): Promise<void> {
  try {
    serveStore(await createSqlStore(openSqlite(file)), port);
    port.postMessage('open');
  } catch (error) {
    port.postMessage(toFailure(error));
  }
}

// The build loads it too, to have it compiled.
const port = parentPort;
port?.once('message', (file: string) => void serve(file, port));

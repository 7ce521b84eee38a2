/**
 * A connection to Redis that is there or is not: one that answers late is left, and Redis is tried again a while later.
 * Nothing ever waits for it to come back. Loaded only where Redis is used.
 */

import { createClient } from '@redis/client';

/** Longer than this no request waits for Redis. */
const PATIENCE_MS = 50;
const CONNECT_MS = 2_000;
const RETRY_MS = 5_000;

export interface RedisConnection {
  /** What the script gives for the key; `undefined`, at once or soon, when Redis does not tell. Never rejects. */
  run(script: string, key: string, ...args: readonly string[]): Promise<unknown>;
  close(): void;
}

/** Does something after a while, unless it is called off by what this gives. */
export type Later = (ms: number, act: () => void) => () => void;

type Client = ReturnType<typeof makeClient>;

/** Begins to connect. A failure of any kind, at any time, ends in the next try. */
export function connectRedis(url: string, later: Later = afterMs): RedisConnection {
  let client: Client | undefined;
  let callOff = () => {};

  function connect(): void {
    const trying = makeClient(url);
    const giveUp = () => leave(trying);
    client = trying;
    callOff = later(CONNECT_MS, giveUp);
    trying.on('error', giveUp);
    trying.connect().then(() => client === trying && callOff(), giveUp);
  }

  function leave(left: Client): void {
    left.destroy();
    if (client !== left) return;
    client = undefined;
    callOff();
    callOff = later(RETRY_MS, connect);
  }

  connect();

  return {
    async run(script, key, ...args) {
      const asked = client;
      if (asked === undefined || !asked.isReady) return undefined;
      let isTold = false;
      // Where this process was busy, not Redis, the answer is there by now, and is read before the second look.
      const stopWaiting = later(PATIENCE_MS, () => setImmediate(() => isTold || leave(asked)));
      try {
        // Leaving the connection rejects what waits on it.
        return await asked.eval(script, { keys: [key], arguments: [...args] });
      } catch {
        leave(asked);
        return undefined;
      } finally {
        isTold = true;
        stopWaiting();
      }
    },

    close() {
      const last = client;
      client = undefined;
      callOff();
      last?.destroy();
    },
  };
}

/** Nothing is queued for later: neither commands while there is no connection, nor the client's own tries. */
function makeClient(url: string) {
  return createClient({ url, disableOfflineQueue: true, socket: { reconnectStrategy: false } });
}

function afterMs(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms).unref();
  return () => clearTimeout(timer);
}

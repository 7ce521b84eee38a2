/** The store behind a thread: the whole contract over a real channel, and a real thread with a file of its own. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { Store } from '../../src/store/ports';
import { createSqlStore } from '../../src/store/sql-store';
import { openSqlite } from '../../src/store/sqlite';
import { callStore } from '../../src/store/thread/call-store';
import { serveStore } from '../../src/store/thread/serve-store';
import type { StoreThread } from '../../src/store/thread/start-thread';
import { fromFailure, toFailure } from '../../src/store/thread/wire';
import { type Build, buildPrivately } from '../faults/build';
import { openMemoryStore } from '../per-worker/memory-store';
import { clock } from './store/values';
import { describeStoreContract } from './store-contract';

const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-thread-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function connect(served: Store) {
  const { port1, port2 } = new MessageChannel();
  serveStore(served, port2);
  const { store, end } = callStore(port1);
  async function close(): Promise<void> {
    await store.close();
    port1.close();
  }
  return { store: { ...store, close }, end, hangUp: () => port1.close() };
}

describeStoreContract('SQLite at the other end of a channel', async () => {
  const served = await createSqlStore(openSqlite(path.join(folder, 'hexfix.sqlite')), { clock });
  return connect(served).store;
});

describe('over the channel', () => {
  let served: Store;
  let connected: ReturnType<typeof connect>;
  beforeEach(async () => {
    served = await openMemoryStore();
    connected = connect(served);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    connected.hangUp();
    await served.close();
  });

  it('answers each by its own answer, in whatever order they come', async () => {
    const { store } = connected;
    let release = () => {};
    jest.spyOn(served, 'findEffectState').mockReturnValueOnce(
      new Promise((resolve) => {
        release = () => resolve('sent');
      }),
    );
    const first = store.findEffectState('first');
    expect(await store.findEffectState('second')).toBeUndefined();
    release();
    expect(await first).toBe('sent');
  });

  it('fails with the name, words, code, cause and stack of the error, and with nothing else of it', async () => {
    const { store } = connected;
    const cause = Object.assign(new RangeError('the disk'), { code: 'ENOSPC', rows: ['a row'] });
    const error = Object.assign(new TypeError('it is full', { cause }), { code: 'ERR_SQLITE_ERROR', socket: () => {} });
    jest.spyOn(served, 'ping').mockRejectedValueOnce(error);
    const told: unknown = await store.ping().catch((reason: unknown) => reason);
    expect(told).toBeInstanceOf(Error);
    expect(told).toMatchObject({
      name: 'TypeError',
      message: 'it is full',
      code: 'ERR_SQLITE_ERROR',
      stack: error.stack,
    });
    expect(told).toHaveProperty('cause.code', 'ENOSPC');
    expect(told).not.toHaveProperty('cause.rows');
  });

  it('tells whoever waits, and whoever asks later, that nobody answers any more', async () => {
    const { store, end } = connected;
    jest.spyOn(served, 'ping').mockReturnValueOnce(new Promise(() => {}));
    const waiting = store.ping();
    end(new Error('the store is closed'));
    await expect(waiting).rejects.toThrow('the store is closed');
    await expect(store.ping()).rejects.toThrow('the store is closed');
  });
});

it('makes an error of what is none, and says nothing of it', () => {
  expect(fromFailure(toFailure('a secret'))).toMatchObject({ name: 'Error', message: 'string' });
});

describe('on a real thread', () => {
  let build: Build;
  let startStoreThread: () => StoreThread;
  beforeAll(() => {
    build = buildPrivately();
    ({ startStoreThread } = require(build.sourceOf('store/thread/start-thread.js')));
  }, 60_000);
  afterAll(() => build.remove());

  it('keeps what it was told for whoever opens the file next, and answers nobody once it is closed', async () => {
    const file = path.join(folder, 'made', 'kept.sqlite');
    const store = await startStoreThread().open(file);
    expect(await store.claimDelivery('kept', Date.now())).toBe(true);
    await store.close();
    await expect(store.ping()).rejects.toThrow('the store is closed');
    const again = await startStoreThread().open(file);
    expect(await again.claimDelivery('kept', Date.now())).toBe(false);
    await again.close();
  });

  it('says what to do when the file cannot be opened', async () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    await expect(startStoreThread().open(path.join(file, 'hexfix.sqlite'))).rejects.toThrow(
      /cannot be opened.*Set HEXFIX_DATA_DIR/,
    );
  });
});

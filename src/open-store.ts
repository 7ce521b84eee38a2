/** The store that the settings name: PostgreSQL, or the file in the data folder. */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { errorFields } from './ops/error-fields';
import type { Logger } from './ops/logger';
import type { Store } from './store/ports';
import type { StoreThread } from './store/thread/start-thread';

/** The part of the settings that says where. */
interface Where {
  readonly dataDir: string;
  readonly databaseUrl?: string;
}

/** Opens a store, and brings its tables up to date. Rejects with what, why and what to do. */
export type OpenStore = (where: Where, logger: Logger) => Promise<Store>;

/** Opens it where it is asked for: for whoever asks a little and ends. */
export const openStore: OpenStore = async (where, logger) => {
  const { databaseUrl } = where;
  if (databaseUrl !== undefined) return openOnPostgres(databaseUrl, logger);
  // Each driver is loaded only where it is used.
  const { createSqlStore }: typeof import('./store/sql-store') = require('./store/sql-store');
  const { openSqlite }: typeof import('./store/sqlite') = require('./store/sqlite');
  return createSqlStore(openSqlite(fileOf(where)));
};

/** A file on this thread, which others need not wait for while it waits for the disk. */
export function openStoreOn(thread: StoreThread | undefined): OpenStore {
  if (thread === undefined) return openStore;
  return async (where, logger) => {
    if (where.databaseUrl === undefined) return thread.open(fileOf(where));
    await thread.stop();
    return openStore(where, logger);
  };
}

/** Tells whether a bot has ever run there; reading must not leave an empty file behind. */
export function hasStore(where: Where): boolean {
  return where.databaseUrl !== undefined || existsSync(fileOf(where));
}

async function openOnPostgres(url: string, logger: Logger): Promise<Store> {
  const { createSqlStore }: typeof import('./store/sql-store') = require('./store/sql-store');
  const { openPostgres }: typeof import('./store/postgres') = require('./store/postgres');
  const onLost = (error: Error) => logger.warn(errorFields(error), 'A connection to PostgreSQL was lost.');
  return createSqlStore(openPostgres(url, onLost));
}

function fileOf({ dataDir }: Where): string {
  return path.join(dataDir, 'hexfix.sqlite');
}

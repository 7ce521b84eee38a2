/** The store that the settings name: PostgreSQL, or the file in the data folder. */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { errorFields } from './ops/error-fields';
import type { Logger } from './ops/logger';
import type { Store } from './store/ports';
import { createSqlStore } from './store/sql-store';
import { openSqlite } from './store/sqlite';

/** The part of the settings that says where. */
interface Where {
  readonly dataDir: string;
  readonly databaseUrl?: string;
}

/** Opens it, and brings its tables up to date. Rejects with what, why and what to do. */
export async function openStore(where: Where, logger: Logger): Promise<Store> {
  const { databaseUrl } = where;
  if (databaseUrl === undefined) return createSqlStore(openSqlite(fileOf(where)));
  // The driver is loaded only where it is used.
  const { openPostgres }: typeof import('./store/postgres') = require('./store/postgres');
  const onLost = (error: Error) => logger.warn(errorFields(error), 'A connection to PostgreSQL was lost.');
  return createSqlStore(openPostgres(databaseUrl, onLost));
}

/** Tells whether a bot has ever run there; reading must not leave an empty file behind. */
export function hasStore(where: Where): boolean {
  return where.databaseUrl !== undefined || existsSync(fileOf(where));
}

function fileOf({ dataDir }: Where): string {
  return path.join(dataDir, 'hexfix.sqlite');
}

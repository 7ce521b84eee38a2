/** The store over SQL, the same for every database that Kysely speaks. */

import type { Kysely } from 'kysely';
import { createCases } from './cases';
import { createCooldowns } from './cooldowns';
import { createDeliveries } from './deliveries';
import { createInstallations, createOAuthStates } from './installations';
import { migrate } from './migrations';
import { createOutbox } from './outbox';
import { createOutcomes } from './outcomes';
import type { Store } from './ports';
import { createPurge } from './purge';
import { createRetention } from './retention';
import type { Schema } from './schema';
import { createSettings } from './settings';

/** A store in this database, its tables brought up to date. */
export async function createSqlStore(db: Kysely<Schema>): Promise<Store> {
  await migrate(db);
  return {
    ...createDeliveries(db),
    ...createCooldowns(db),
    ...createSettings(db),
    ...createInstallations(db),
    ...createOAuthStates(db),
    ...createPurge(db),
    ...createCases(db),
    ...createOutbox(db),
    ...createOutcomes(db),
    ...createRetention(db),
    close: () => db.destroy(),
  };
}

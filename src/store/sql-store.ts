/** The store over SQL, the same for every database that Kysely speaks. */

import type { Kysely } from 'kysely';
import { createCases } from './cases';
import { createDeliveries } from './deliveries';
import { migrate } from './migrations';
import { createOutbox } from './outbox';
import { createOutcomes } from './outcomes';
import { createPeople } from './people';
import type { Store } from './ports';
import { createRetention } from './retention';
import type { Schema } from './schema';

/** A store in this database, its tables brought up to date. */
export async function createSqlStore(db: Kysely<Schema>): Promise<Store> {
  await migrate(db);
  return {
    ...createDeliveries(db),
    ...createPeople(db),
    ...createCases(db),
    ...createOutbox(db),
    ...createOutcomes(db),
    ...createRetention(db),
    close: () => db.destroy(),
  };
}

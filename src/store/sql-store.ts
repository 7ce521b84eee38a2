/** The store over SQL, the same for every database that Kysely speaks. */

import type { Kysely } from 'kysely';
import { createCases } from './cases';
import { createStoreClock } from './clock';
import { createCooldowns } from './cooldowns';
import { createDeliveries } from './deliveries';
import { createHealth } from './health';
import { createInstallations, createOAuthStates } from './installations';
import { migrate } from './migrations';
import { createOutbox } from './outbox';
import { createOutcomes } from './outcomes';
import { createPaces } from './paces';
import type { Store } from './ports';
import { createPurge } from './purge';
import { createRetention } from './retention';
import { hasRowSecurity } from './row-security';
import type { Schema } from './schema';
import { createSettings } from './settings';
import { EVERYONE, workFor } from './tenant-context';
import { sayTenants } from './tenant-of';

/**
 * A store in this database, its tables brought up to date. `clock` gives milliseconds since 1970 in the place of the
 * database's own clock: tests let days go by.
 */
export async function createSqlStore(
  db: Kysely<Schema>,
  options: { readonly clock?: () => number } = {},
): Promise<Store> {
  await workFor(EVERYONE, () => migrate(db));
  const clock = createStoreClock(db, options.clock);
  const store: Store = {
    ...createDeliveries(db),
    ...createCooldowns(db),
    ...createSettings(db),
    ...createInstallations(db),
    ...createOAuthStates(db),
    ...createPurge(db),
    ...createCases(db, clock),
    ...createOutbox(db, clock),
    ...createPaces(db, clock),
    ...createOutcomes(db),
    ...createRetention(db),
    ...createHealth(db, clock),
    close: () => db.destroy(),
  };
  // Saying it costs a round trip here and there.
  return (await hasRowSecurity(db)) ? sayTenants(store) : store;
}

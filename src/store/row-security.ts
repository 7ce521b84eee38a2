/** Whether PostgreSQL itself keeps organizations apart, which operators switch on by a script. */

import { type Kysely, sql } from 'kysely';
import { hasManyWriters } from './dialect';
import type { Schema } from './schema';

/** True where `deploy/postgres/row-level-security.sql` was run: then a statement sees nothing until it says for whom it is. */
export async function hasRowSecurity(db: Kysely<Schema>): Promise<boolean> {
  if (!hasManyWriters(db)) return false;
  const { rows } = await sql<{ isOn: boolean }>`
    select relrowsecurity as "isOn" from pg_class where oid = to_regclass('cases')
  `.execute(db);
  return rows[0]?.isOn === true;
}

/** The third step: what an answer begins with beside its codes. */

import type { Kysely } from 'kysely';

/** Half made, the step finds its column there already; SQLite knows no `if not exists` for columns. */
export async function addOpenings(db: Kysely<unknown>): Promise<void> {
  const tables = await db.introspection.getTables();
  const isThere = tables.some(
    ({ name, columns }) => name === 'cases' && columns.some((each) => each.name === 'opening'),
  );
  if (!isThere) await db.schema.alterTable('cases').addColumn('opening', 'text').execute();
}

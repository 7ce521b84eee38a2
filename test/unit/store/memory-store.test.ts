import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../../src/store/schema';
import { createSqlStore } from '../../../src/store/sql-store';
import { IN_MEMORY, openSqlite } from '../../../src/store/sqlite';
import { openMigrated } from '../../per-worker/memory-store';

it('opens for the tests what the migrations make', async () => {
  const migrated = openSqlite(IN_MEMORY);
  const store = await createSqlStore(migrated);
  const copied = await openMigrated();
  expect(await everything(copied)).toEqual(await everything(migrated));
  await copied.destroy();
  await store.close();
});

it('opens one that nobody else has', async () => {
  const [one, other] = [await openMigrated(), await openMigrated()];
  await sql`insert into deliveries values ('delivery', 0)`.execute(one);
  expect(await everything(other)).not.toEqual(await everything(one));
  await one.destroy();
  await other.destroy();
});

/** The tables and indexes as they were made, and the rows; but not when a step was taken. */
async function everything(db: Kysely<Schema>) {
  const { rows: made } = await sql<{ name: string }>`select * from sqlite_master order by name`.execute(db);
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const rows = await Promise.all(
    tables.map(async ({ name }) => (await sql<object>`select * from ${sql.table(name)}`.execute(db)).rows),
  );
  return {
    made: made.map((each) => ({ ...each, rootpage: undefined })),
    rows: rows.flat().map((row) => ({ ...row, timestamp: undefined })),
  };
}

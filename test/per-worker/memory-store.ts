/**
 * A new store in memory, with tables copied from one that the real migrations made. Those run once per worker, for a
 * thousand tests open a store; what they do on each database is tested where they are.
 */

import { type Kysely, sql } from 'kysely';
import type { Store } from '../../src/store/ports';
import type { Schema } from '../../src/store/schema';
import { createSqlStore } from '../../src/store/sql-store';
import { IN_MEMORY, openSqlite } from '../../src/store/sqlite';

type Statements = readonly ReturnType<typeof sql>[];

let statements: Promise<Statements> | undefined;

/** Opens it. `clock` gives the time in the place of the database's own. */
export async function openMemoryStore(options: { readonly clock?: () => number } = {}): Promise<Store> {
  return createSqlStore(await openMigrated(), options);
}

/** The database of such a store. */
export async function openMigrated(): Promise<Kysely<Schema>> {
  statements ??= copyMigrated();
  const db = openSqlite(IN_MEMORY);
  for (const statement of await statements) await statement.execute(db);
  return db;
}

async function copyMigrated(): Promise<Statements> {
  const db = openSqlite(IN_MEMORY);
  const store = await createSqlStore(db);
  const copied = await copy(db);
  await store.close();
  return copied;
}

/** The statements that make the same tables, indexes and rows. */
async function copy(db: Kysely<Schema>): Promise<Statements> {
  const { rows: made } = await sql<Made>`select name, type, sql from sqlite_master where sql is not null`.execute(db);
  const copied = made.map((each) => sql.raw(each.sql));
  for (const { name } of made.filter(({ type }) => type === 'table')) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db);
    const values = rows.map((row) => sql`insert into ${sql.table(name)} values (${sql.join(Object.values(row))})`);
    copied.push(...values);
  }
  return copied;
}

interface Made {
  readonly name: string;
  readonly type: string;
  readonly sql: string;
}

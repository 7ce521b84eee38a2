/** The fourth step: settings by level, cooldowns, installations, and what an installation is begun with. */

import { type Kysely, sql } from 'kysely';

/** As in the steps before it, every statement may find its work done. */
export async function addSettingsAndInstallations(db: Kysely<unknown>): Promise<void> {
  await addSettings(db);
  await db.schema
    .createTable('cooldowns')
    .ifNotExists()
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('installations')
    .ifNotExists()
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('is_organization', 'integer', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('installed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('installations_key', ['platform', 'tenant'])
    .execute();
  await db.schema
    .createTable('oauth_states')
    .ifNotExists()
    .addColumn('state', 'text', (column) => column.primaryKey())
    .addColumn('cookie', 'text', (column) => column.notNull())
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .execute();
  await addIndex(db, 'cards', 'message');
  await addIndex(db, 'cases', 'asker');
  await addCaseColumns(db);
}

/** The language that people chose becomes a setting of theirs. Of which organization they are, nobody has kept. */
async function addSettings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('settings')
    .ifNotExists()
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
  await addIndex(db, 'settings', 'tenant');
  await addIndex(db, 'settings', 'changed_at');
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === 'people')) return;
  await sql`
    insert into settings (key, platform, tenant, level, subject, value, changed_at)
    select 'person:' || person, '', '', 'person', person, '{"language":"' || locale || '"}', chosen_at from people
    where true
    on conflict (key) do nothing
  `.execute(db);
  await db.schema.dropTable('people').ifExists().execute();
}

async function addCaseColumns(db: Kysely<unknown>): Promise<void> {
  const tables = await db.introspection.getTables();
  const known = tables.find(({ name }) => name === 'cases')?.columns.map(({ name }) => name) ?? [];
  if (!known.includes('shareable')) {
    await db.schema
      .alterTable('cases')
      .addColumn('shareable', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  }
  if (!known.includes('channel')) await db.schema.alterTable('cases').addColumn('channel', 'text').execute();
}

async function addIndex(db: Kysely<unknown>, table: string, column: string): Promise<void> {
  await db.schema.createIndex(`${table}_by_${column}`).ifNotExists().on(table).column(column).execute();
}

/** The steps that made the tables. A released one is never changed. */

import { type Kysely, sql } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration';
import { addCasesEffectsOutcomes } from './migration-0002';
import { addOpenings } from './migration-0003';
import { addSettingsAndInstallations } from './migration-0004';
import { addLanesAndPaces } from './migration-0005';
import type { Schema } from './schema';

/** By name, in order. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-deliveries-answers-people': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('deliveries')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('claimed_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('answers')
        .addColumn('post', 'text', (column) => column.primaryKey())
        .addColumn('codes', 'text', (column) => column.notNull())
        .addColumn('sent_id', 'text')
        .addColumn('answered_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('people')
        .addColumn('person', 'text', (column) => column.primaryKey())
        .addColumn('locale', 'text', (column) => column.notNull())
        .addColumn('chosen_at', 'bigint', (column) => column.notNull())
        .execute();
    },
  },
  '0002-cases-effects-outcomes': { up: addCasesEffectsOutcomes },
  '0003-openings': { up: addOpenings },
  '0004-settings-and-installations': { up: addSettingsAndInstallations },
  '0005-lanes-and-paces': { up: addLanesAndPaces },
};

/**
 * Brings the tables up to date, by all steps or by none; of several replicas one does it, and the others wait. Throws when a
 * step fails; and when a newer release was here, in words for the operator.
 */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  await refuseNewer(db);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** What a newer release has stored, this one would misread, or write so that the newer one does. */
async function refuseNewer(db: Kysely<Schema>): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return;
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  const unknown = rows.map(({ name }) => name).filter((name) => !(name in MIGRATIONS));
  if (unknown.length === 0) return;
  throw new Error(
    `The database was brought up to date by a newer Hexfix: this one does not know ${unknown.join(', ')}. ` +
      'It would misread what is stored there. ' +
      'Start the newer Hexfix again, or restore the copy of the database that was made before the update.',
  );
}

/** The second step: cases with their moves and cards, the outbox, and the counters. */

import type { Kysely } from 'kysely';

/**
 * Every statement may find its work done: SQLite makes each of them by itself, so that a crash can leave the step half
 * made, and the next start goes through it again.
 */
export async function addCasesEffectsOutcomes(db: Kysely<unknown>): Promise<void> {
  await addCases(db);
  await addEffects(db);
  await addOutcomes(db);
  // Which posts were answered is told by the cases.
  await db.schema.dropTable('answers').ifExists().execute();
  await addIndex(db, 'deliveries', 'claimed_at');
  await addIndex(db, 'people', 'chosen_at');
}

async function addCases(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('cases')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('post', 'text', (column) => column.notNull().unique())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('shared', 'integer', (column) => column.notNull())
    .addColumn('asker', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('codes', 'text', (column) => column.notNull())
    .addColumn('written', 'text')
    .addColumn('activation', 'integer', (column) => column.notNull())
    .addColumn('method', 'text')
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('moved_at', 'bigint', (column) => column.notNull())
    .execute();
  await addIndex(db, 'cases', 'moved_at');
  await db.schema
    .createTable('moves')
    .ifNotExists()
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('follow_up', 'text', (column) => column.notNull())
    .addColumn('details', 'text')
    .addColumn('assignee', 'text')
    // The second lock against two winners.
    .addPrimaryKeyConstraint('moves_key', ['case_id', 'version'])
    .execute();
  await db.schema
    .createTable('cards')
    .ifNotExists()
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('cards_key', ['case_id', 'conversation', 'message'])
    .execute();
}

async function addEffects(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('effects')
    .ifNotExists()
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('message', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('queued_version', 'integer', (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('interrupted', 'integer', (column) => column.notNull())
    .addColumn('asked_again', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('lease_ends_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .execute();
  await addIndex(db, 'effects', 'case_id');
  await addIndex(db, 'effects', 'due_at');
  await addIndex(db, 'effects', 'ended_at');
}

async function addOutcomes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outcomes')
    .ifNotExists()
    .addColumn('day', 'bigint', (column) => column.notNull())
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('outcomes_key', ['day', 'tenant', 'platform', 'kind', 'code', 'step', 'locale'])
    .execute();
}

async function addIndex(db: Kysely<unknown>, table: string, column: string): Promise<void> {
  await db.schema.createIndex(`${table}_by_${column}`).ifNotExists().on(table).column(column).execute();
}

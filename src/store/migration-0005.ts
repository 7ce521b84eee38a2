/** The fifth step: lanes, notes, what is needed to take effects fairly and to list what went wrong, and paces. */

import { type AlterTableColumnAlteringBuilder, type Kysely, sql } from 'kysely';

/** As in the steps before it, every statement may find its work done. */
export async function addLanesAndPaces(db: Kysely<unknown>): Promise<void> {
  await addEffectColumns(db);
  await db.schema
    .createIndex('effects_by_lane')
    .ifNotExists()
    .on('effects')
    .columns(['lane', 'queued_at', 'queued_version', 'key'])
    // Most effects have ended.
    .where(sql.ref('due_at'), 'is not', null)
    .execute();
  await db.schema
    .createIndex('effects_in_trouble')
    .ifNotExists()
    .on('effects')
    .column('state')
    .where(sql.ref('state'), 'in', ['refused', 'unknown'])
    .execute();
  await db.schema
    .createTable('paces')
    .ifNotExists()
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('free_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('paces_by_free_at').ifNotExists().on('paces').column('free_at').execute();
}

async function addEffectColumns(db: Kysely<unknown>): Promise<void> {
  const tables = await db.introspection.getTables();
  const known = tables.find(({ name }) => name === 'effects')?.columns.map(({ name }) => name) ?? [];
  const effects = db.schema.alterTable('effects');
  const missing: Readonly<Record<string, () => AlterTableColumnAlteringBuilder>> = {
    note: () => effects.addColumn('note', 'text'),
    failure: () => effects.addColumn('failure', 'text'),
    has_turn: () => effects.addColumn('has_turn', 'integer', (column) => column.notNull().defaultTo(0)),
    begun: () => effects.addColumn('begun', 'integer', (column) => column.notNull().defaultTo(1)),
    claims: () => effects.addColumn('claims', 'integer', (column) => column.notNull().defaultTo(0)),
    queued_at: () => effects.addColumn('queued_at', 'bigint', (column) => column.notNull().defaultTo(0)),
    lane: () => effects.addColumn('lane', 'text', (column) => column.notNull().defaultTo('')),
  };
  for (const [column, add] of Object.entries(missing)) {
    if (!known.includes(column)) await add().execute();
  }
  // One time for all of a case and kind: those that wait keep the order of their versions. Filled in, it is not 0.
  await sql`
    update effects set
      lane = case when case_id = '' then '' else case_id || ':' || kind end,
      queued_at = coalesce(
        (select min(other.due_at) from effects as other where other.case_id = effects.case_id and other.kind = effects.kind),
        ended_at
      )
    where queued_at = 0
  `.execute(db);
}

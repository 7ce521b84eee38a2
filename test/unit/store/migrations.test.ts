import { sql } from 'kysely';
import { createSqlStore } from '../../../src/store/sql-store';
import { IN_MEMORY, openSqlite } from '../../../src/store/sqlite';
import { aCase, languageOf, NOTHING_ELSE, NOW } from '../../contract/store/values';

/** What the first release left behind. */
const FIRST_RELEASE = [
  'create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null)',
  'create table kysely_migration_lock (id varchar(255) not null primary key, is_locked integer default 0 not null)',
  "insert into kysely_migration values ('0001-deliveries-answers-people', '2026-11-22T00:00:00.000Z')",
  "insert into kysely_migration_lock values ('migration_lock', 0)",
  'create table deliveries (key text primary key, claimed_at bigint not null)',
  'create table answers (post text primary key, codes text not null, sent_id text, answered_at bigint not null)',
  'create table people (person text primary key, locale text not null, chosen_at bigint not null)',
  `insert into deliveries values ('delivery', ${NOW})`,
  `insert into answers values ('post', '0xC004F074', null, ${NOW})`,
  `insert into people values ('person', 'zh-CN', ${NOW})`,
];

it('takes over what the first release has stored', async () => {
  const db = openSqlite(IN_MEMORY);
  for (const statement of FIRST_RELEASE) await sql.raw(statement).execute(db);
  const store = await createSqlStore(db);
  expect(await store.claimDelivery('delivery', NOW)).toBe(false);
  expect(await languageOf(store, 'person')).toBe('zh-CN');
  expect(await store.openCase(aCase(), 'post', NOTHING_ELSE)).toBe(true);
  await store.close();
});

it('goes through a step again that a crash has left half made', async () => {
  const db = openSqlite(IN_MEMORY);
  await createSqlStore(db);
  for (const lost of [
    "delete from kysely_migration where name like '0002%' or name like '0003%' or name like '0004%'",
    'drop table outcomes',
    'drop index effects_by_due_at',
    'create table answers (post text primary key)',
  ]) {
    await sql.raw(lost).execute(db);
  }
  const store = await createSqlStore(db);
  expect(await store.sumOutcomes(0)).toEqual([]);
  const indexes = await sql<{ name: string }>`select name from sqlite_master where type = 'index'`.execute(db);
  expect(indexes.rows).toContainEqual({ name: 'effects_by_due_at' });
  await store.close();
});

it('ends with tables that are up to date, and leaves them alone', async () => {
  const db = openSqlite(IN_MEMORY);
  const head = aCase();
  await (await createSqlStore(db)).openCase(head, 'post', NOTHING_ELSE);
  const store = await createSqlStore(db);
  expect((await store.findCase(head.tenant, head.id))?.head).toEqual(head);
  await store.close();
});

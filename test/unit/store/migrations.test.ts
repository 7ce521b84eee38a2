import { DatabaseSync } from 'node:sqlite';
import { type Kysely, sql } from 'kysely';
import type { Store } from '../../../src/store/ports';
import type { Schema } from '../../../src/store/schema';
import { createSqlStore } from '../../../src/store/sql-store';
import { IN_MEMORY, openSqlite } from '../../../src/store/sqlite';
import { aCase, DAY_MS, languageOf, NOTHING_ELSE, NOW, ofPerson } from '../../contract/store/values';

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

async function openFirstRelease(): Promise<Kysely<Schema>> {
  const db = openSqlite(IN_MEMORY);
  for (const statement of FIRST_RELEASE) await sql.raw(statement).execute(db);
  return db;
}

async function expectEverythingIsThere(db: Kysely<Schema>, store: Store): Promise<void> {
  expect(await store.claimDelivery('delivery', NOW)).toBe(false);
  expect(await languageOf(store, 'person')).toBe('zh-CN');
  expect(await store.openCase(aCase({ id: 'case', channel: 'C1' }), 'post', NOTHING_ELSE)).toEqual({ begun: [] });
  expect((await store.findCase('T1', 'case'))?.head).toEqual(aCase({ id: 'case', channel: 'C1' }));
  const tables = await db.introspection.getTables();
  expect(tables.map(({ name }) => name).filter((name) => ['answers', 'people'].includes(name))).toEqual([]);
}

it('takes over what the first release has stored', async () => {
  const db = await openFirstRelease();
  const store = await createSqlStore(db);
  await expectEverythingIsThere(db, store);
  await store.close();
});

it('knows of which organization a person from the first release is as soon as they change something', async () => {
  const store = await createSqlStore(await openFirstRelease());
  expect(await store.listSettings('slack', 'T1')).toEqual([]);
  await store.changeSettings(ofPerson('person'), { privacy: 'private' }, NOW);
  expect(await store.listSettings('slack', 'T1')).toEqual([
    { scope: ofPerson('person'), settings: { language: 'zh-CN', privacy: 'private' } },
  ]);
  await store.close();
});

it('counts the time that such a choice is kept from when it was made', async () => {
  const store = await createSqlStore(await openFirstRelease());
  await store.prune(NOW + 400 * DAY_MS);
  expect(await languageOf(store, 'person')).toBe('zh-CN');
  await store.prune(NOW + 400 * DAY_MS + 1);
  expect(await languageOf(store, 'person')).toBeUndefined();
  await store.close();
});

/** Opens the store as a process does that dies before its statement with this number; false when it lives. */
async function diesBefore(statement: number, db: Kysely<Schema>): Promise<boolean> {
  const real = DatabaseSync.prototype.prepare;
  let left = statement;
  const prepare = jest.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (this: DatabaseSync, text) {
    left -= 1;
    if (left < 0) throw new Error('crash');
    return real.call(this, text);
  });
  try {
    await createSqlStore(db);
    return false;
  } catch (error) {
    expect(error).toMatchObject({ message: 'crash' });
    return true;
  } finally {
    prepare.mockRestore();
  }
}

it('goes through a step again that a crash has left half made, wherever that was', async () => {
  let crashes = 0;
  for (let hasDied = true; hasDied; crashes += 1) {
    const db = await openFirstRelease();
    hasDied = await diesBefore(crashes, db);
    const store = await createSqlStore(db);
    await expectEverythingIsThere(db, store);
    const { rows: indexes } = await sql<{ name: string }>`select name from sqlite_master where type = 'index'`.execute(
      db,
    );
    expect(indexes.map(({ name }) => name)).toEqual(expect.arrayContaining(['effects_by_due_at', 'cards_by_message']));
    await store.close();
  }
  expect(crashes).toBeGreaterThan(30);
});

it('ends with tables that are up to date, and leaves them alone', async () => {
  const db = openSqlite(IN_MEMORY);
  const head = aCase();
  await (await createSqlStore(db)).openCase(head, 'post', NOTHING_ELSE);
  const store = await createSqlStore(db);
  expect((await store.findCase(head.tenant, head.id))?.head).toEqual(head);
  await store.close();
});

it('refuses a database that a newer release has brought up to date, and says what to do', async () => {
  const db = openSqlite(IN_MEMORY);
  await createSqlStore(db);
  await sql`insert into kysely_migration values ('9999-of-the-future', '2027-01-01')`.execute(db);
  await expect(createSqlStore(db)).rejects.toThrow(
    /newer Hexfix.*does not know 9999-of-the-future\..*Start the newer Hexfix again, or restore/,
  );
  await db.destroy();
});

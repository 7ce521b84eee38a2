import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../../src/store/schema';
import { IN_MEMORY, openSqlite } from '../../../src/store/sqlite';

/** SQLite's numbers for two of its settings. */
const FULL = 2;
const MEMORY = 2;

let db: Kysely<Schema>;
beforeEach(() => {
  db = openSqlite(IN_MEMORY);
});
afterEach(() => db.destroy());

it('keeps answering when more statements come than it remembers', async () => {
  const add = (number: number) => sql`select ${sql.lit(number)} + ${1} as sum`.execute(db);
  for (let number = 0; number < 500; number += 1) expect((await add(number)).rows).toEqual([{ sum: number + 1 }]);
  expect((await add(0)).rows).toEqual([{ sum: 1 }]);
});

it('sees a table as it is, also through a statement that is older', async () => {
  await sql`create table notes (one integer)`.execute(db);
  await sql`insert into notes values (1)`.execute(db);
  const readAll = () => sql`select * from notes`.execute(db);
  expect((await readAll()).rows).toEqual([{ one: 1 }]);
  await sql`alter table notes add column two integer default 2`.execute(db);
  expect((await readAll()).rows).toEqual([{ one: 1, two: 2 }]);
  await sql`drop table notes`.execute(db);
  await expect(readAll()).rejects.toThrow('no such table');
});

it('waits for the disk at each commit, and writes nothing beside the database', async () => {
  const read = async (name: string) =>
    Object.values((await sql<object>`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {});
  expect([...(await read('synchronous')), ...(await read('temp_store'))]).toEqual([FULL, MEMORY]);
});

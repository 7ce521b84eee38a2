import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { createStoreClock, type StoreClock } from '../../../src/store/clock';
import { prepared } from '../../../src/store/prepared';
import type { Schema } from '../../../src/store/schema';
import { createSqliteDialect } from '../../../src/store/sqlite';

type Pace = Schema['paces'];

let db: Kysely<Schema>;
let worded: number;

beforeEach(async () => {
  db = open();
  await db.schema.createTable('paces').addColumn('key', 'text').addColumn('free_at', 'integer').execute();
  worded = 0;
});
afterEach(() => db.destroy());

function open(): Kysely<Schema> {
  const database = new DatabaseSync(':memory:');
  return new Kysely<Schema>({ dialect: createSqliteDialect(database, async () => undefined) });
}

const find = prepared((asked, { keys, atLeast }: { keys: readonly string[]; atLeast: number }) => {
  worded += 1;
  return asked
    .selectFrom('paces')
    .select('free_at')
    .where('key', 'in', keys)
    .where('free_at', '>=', atLeast)
    .orderBy('free_at');
});
const add = prepared((asked, { rows }: { rows: readonly Pace[] }) => asked.insertInto('paces').values(rows));
const addOne = prepared((asked, { row }: { row: Pace }) => asked.insertInto('paces').values(row));
const ageOf = prepared((asked, { key }: { key: string }, clock: StoreClock) =>
  asked.selectFrom('paces').select(sql<number>`${clock.now()} - free_at`.as('ms')).where('key', '=', key),
);

async function found(keys: readonly string[], atLeast = 0, asked = db): Promise<readonly number[]> {
  return (await find(asked, { keys, atLeast })).rows.map(({ free_at }) => free_at);
}

it('runs with the values of each call: single ones, lists, rows and lists of rows', async () => {
  await add(db, {
    rows: [
      { key: 'a', free_at: 1 },
      { key: 'b', free_at: 2 },
    ],
  });
  await add(db, {
    rows: [
      { key: 'c', free_at: 3 },
      { key: 'd', free_at: 4 },
    ],
  });
  await addOne(db, { row: { key: 'e', free_at: 5 } });
  expect(await found(['a', 'c', 'e'])).toEqual([1, 3, 5]);
  expect(await found(['b', 'd', 'e'], 4)).toEqual([4, 5]);
});

it('tells how many rows a change has changed', async () => {
  const { numAffectedRows } = await add(db, {
    rows: [
      { key: 'a', free_at: 1 },
      { key: 'b', free_at: 2 },
    ],
  });
  expect(numAffectedRows).toBe(2n);
});

it('is put into words once for each length of a list, in a transaction or not', async () => {
  await found(['a']);
  await found(['b'], 7);
  await db.transaction().execute((trx) => found(['c'], 0, trx));
  expect(worded).toBe(1);
  await found(['a', 'b']);
  await found(['b', 'c']);
  expect(worded).toBe(2);
});

it('is put into words anew for another database', async () => {
  await found(['a']);
  const other = open();
  await other.schema.createTable('paces').addColumn('key', 'text').addColumn('free_at', 'integer').execute();
  expect(await found(['a'], 0, other)).toEqual([]);
  expect(worded).toBe(2);
  await other.destroy();
});

it('keeps a hundred lengths at most', async () => {
  for (let length = 1; length <= 101; length += 1) await found(Array.from({ length }, String));
  await found(['a']);
  expect(worded).toBe(102);
});

it('reads the time when it runs, and that of its clock', async () => {
  let nowMs = 10;
  const clock = createStoreClock(db, () => nowMs);
  const ahead = createStoreClock(db, () => nowMs + 1_000);
  await add(db, { rows: [{ key: 'a', free_at: 3 }] });
  expect((await ageOf(db, { key: 'a' }, clock)).rows).toEqual([{ ms: 7 }]);
  nowMs = 20;
  expect((await ageOf(db, { key: 'a' }, clock)).rows).toEqual([{ ms: 17 }]);
  expect((await ageOf(db, { key: 'a' }, ahead)).rows).toEqual([{ ms: 1_017 }]);
});

it('does not let the words depend on a value', async () => {
  const careless = prepared((asked, { key }: { key: string }) =>
    asked.selectFrom('paces').select('key').where('key', '=', `${key}!`),
  );
  await expect(async () => careless(db, { key: 'a' })).rejects.toThrow('before anybody knows its key');
});

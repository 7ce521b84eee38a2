import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { atLeisure, inPassing } from '../../../src/store/haste';
import { createSqliteDialect } from '../../../src/store/sqlite';

interface Tables {
  readonly things: { readonly name: string };
}

let database: DatabaseSync;
let db: Kysely<Tables>;
let done: string[];
/** Lets the next commit come. */
let letCommit: () => void;
/** Whether somebody is in a hurry for it. */
let isUrgent: boolean;

beforeEach(() => {
  database = new DatabaseSync(':memory:');
  database.exec('create table things (name text primary key)');
  done = [];
  const exec = database.exec.bind(database);
  database.exec = (statement) => {
    done.push(statement);
    exec(statement);
  };
  const gather = (urged: Promise<void>) => {
    isUrgent = false;
    void urged.then(() => {
      isUrgent = true;
    });
    return new Promise<void>((resolve) => {
      letCommit = resolve;
    });
  };
  db = new Kysely<Tables>({ dialect: createSqliteDialect(database, gather) });
});
afterEach(async () => {
  const closed = db.destroy();
  letCommit?.();
  await closed;
});

const add = (name: string, into: Kysely<Tables> = db) => into.insertInto('things').values({ name }).execute();
const names = async () => (await db.selectFrom('things').select('name').orderBy('name').execute()).map((it) => it.name);
const round = () => new Promise((resolve) => setImmediate(resolve));

/** Whether it is settled when all that waits for nothing is done. */
async function isSettled(work: Promise<unknown>): Promise<boolean> {
  let settled = false;
  work.then(
    () => (settled = true),
    () => (settled = true),
  );
  await round();
  return settled;
}

it('commits what many have written once, and tells none of them before', async () => {
  const writes = [add('a'), db.transaction().execute((trx) => add('b', trx)), add('c')];
  for (const write of writes) expect(await isSettled(write)).toBe(false);
  letCommit();
  await Promise.all(writes);
  expect(done.filter((statement) => statement === 'commit')).toHaveLength(1);
  expect(await names()).toEqual(['a', 'b', 'c']);
});

it('lets nobody read what is not on the disk yet, and reads at once where nobody has written', async () => {
  expect(await isSettled(names())).toBe(true);
  const write = add('a');
  const read = names();
  expect(await isSettled(read)).toBe(false);
  letCommit();
  expect(await read).toEqual(['a']);
  await write;
  expect(done.filter((statement) => statement === 'commit')).toHaveLength(1);
});

it('undoes one transaction without the others', async () => {
  const kept = add('kept');
  const undone = db.transaction().execute(async (trx) => {
    await add('undone', trx);
    throw new Error('not this one');
  });
  const failed = add('kept');
  const results = Promise.allSettled([kept, undone, failed]);
  await round();
  letCommit();
  expect(await results).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected', reason: { message: 'not this one' } },
    { status: 'rejected', reason: { message: expect.stringContaining('UNIQUE') } },
  ]);
  expect(await names()).toEqual(['kept']);
});

it('keeps a transaction to itself while others wait', async () => {
  let goOn: () => void = () => undefined;
  const waits = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const first = db.transaction().execute(async (trx) => {
    await add('a', trx);
    await waits;
    return trx.selectFrom('things').select('name').execute();
  });
  const second = add('b');
  await round();
  letCommit();
  goOn();
  expect(await first).toEqual([{ name: 'a' }]);
  await second;
});

it('tells everybody when the commit fails, has nothing of it, and goes on', async () => {
  const exec = database.exec;
  database.exec = (statement) => {
    if (statement === 'commit') throw new Error('disk full');
    exec(statement);
  };
  const writes = [add('a'), db.transaction().execute((trx) => add('b', trx))];
  const results = Promise.allSettled(writes);
  await round();
  letCommit();
  for (const result of await results) {
    expect(result).toMatchObject({ status: 'rejected', reason: { message: 'disk full' } });
  }
  database.exec = exec;
  expect(await names()).toEqual([]);
  const again = add('a');
  await round();
  letCommit();
  await again;
  expect(await names()).toEqual(['a']);
});

it('closes when all is on the disk', async () => {
  const write = add('a');
  await round();
  const closed = db.destroy();
  expect(await isSettled(closed)).toBe(false);
  letCommit();
  await Promise.all([write, closed]);
  expect(done.at(-1)).toBe('commit');
});

describe('in passing', () => {
  it('tells at once what was written, by itself or in a transaction, and commits it all the same', async () => {
    const writes = inPassing(() => [add('a'), db.transaction().execute((trx) => add('b', trx))]);
    expect(await Promise.all(writes.map(isSettled))).toEqual([true, true]);
    const read = names();
    expect(await isSettled(read)).toBe(false);
    letCommit();
    expect(await read).toEqual(['a', 'b']);
    expect(done.filter((statement) => statement === 'commit')).toHaveLength(1);
  });

  it('is on the disk no later than what was written behind it', async () => {
    await inPassing(() => add('taken'));
    const noted = add('noted');
    expect(await isSettled(noted)).toBe(false);
    letCommit();
    await noted;
    expect(done.filter((statement) => statement === 'commit')).toHaveLength(1);
    expect(await names()).toEqual(['noted', 'taken']);
  });
});

describe('at leisure', () => {
  it('tells when it is on the disk, and hurries nobody', async () => {
    const written = atLeisure(() => [add('a'), db.transaction().execute((trx) => add('b', trx))]);
    expect(await Promise.all(written.map(isSettled))).toEqual([false, false]);
    expect(isUrgent).toBe(false);
    letCommit();
    await Promise.all(written);
    expect(await names()).toEqual(['a', 'b']);
  });

  it('goes along with whoever is in a hurry: who writes, or reads what is not on the disk yet', async () => {
    for (const hurry of [() => add('now'), () => db.transaction().execute((trx) => add('now', trx)), names]) {
      const written = atLeisure(() => add('a'));
      await round();
      expect(isUrgent).toBe(false);
      const urgent = hurry();
      await round();
      expect(isUrgent).toBe(true);
      letCommit();
      await Promise.all([written, urgent]);
      database.exec('delete from things');
    }
    expect(done.filter((statement) => statement === 'commit')).toHaveLength(3);
  });

  it('is told when the commit fails', async () => {
    const exec = database.exec;
    database.exec = (statement) => {
      if (statement === 'commit') throw new Error('disk full');
      exec(statement);
    };
    const written = atLeisure(() => add('a'));
    const result = Promise.allSettled([written]);
    await round();
    letCommit();
    expect(await result).toMatchObject([{ status: 'rejected', reason: { message: 'disk full' } }]);
    database.exec = exec;
  });

  it('is on the disk before the database closes', async () => {
    const written = atLeisure(() => add('a'));
    await round();
    const closed = db.destroy();
    await round();
    expect(isUrgent).toBe(true);
    letCommit();
    await Promise.all([written, closed]);
    expect(done.at(-1)).toBe('commit');
  });
});

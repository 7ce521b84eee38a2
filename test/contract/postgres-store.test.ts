import { type Kysely, sql } from 'kysely';
import type { NewEffect, Store } from '../../src/store/ports';
import { openPostgres } from '../../src/store/postgres';
import { holdLanes } from '../../src/store/queue-effects';
import type { Schema } from '../../src/store/schema';
import { createSqlStore } from '../../src/store/sql-store';
import { describeOutboxClocks } from './outbox-clocks';
import { describeRowSecurity, separateTenants } from './postgres/row-security';
import { type PostgresServer, runSql, startPostgres } from './postgres/server';
import { aCase, anEffect, clock, NOTHING_ELSE } from './store/values';
import { describeStoreContract } from './store-contract';

const NOW = Date.UTC(2026, 10, 22);

let server: PostgresServer;
let url: string;
/** The same for a role that PostgreSQL shows one organization at a time. */
let separated: string;
beforeAll(async () => {
  server = await startPostgres();
  url = await server.createDatabase();
  await (await createSqlStore(openPostgres(url))).close();
  separated = await separateTenants(url);
}, 60_000);
afterAll(() => server?.stop());

// With the second lock on, which the superuser of the tests below is not held by.
describeStoreContract('PostgreSQL', () => createSqlStore(openPostgres(separated), { clock }));

describeRowSecurity(
  () => url,
  () => separated,
);

it('goes by its own clock, whatever those of the replicas say', async () => {
  const shared = await server.createDatabase();
  const [ahead, behind] = [await createSqlStore(openPostgres(shared)), await createSqlStore(openPostgres(shared))];
  const claim = { leaseMs: 60_000, limit: 10, perTenant: 10, except: [] };
  const realMs = Date.now();
  const machine = jest.spyOn(Date, 'now').mockReturnValue(realMs + 10 * 60_000);
  try {
    const head = aCase();
    await ahead.openCase(head, 'post', { ...NOTHING_ELSE, effects: [anEffect(head)] });
    machine.mockReturnValue(realMs - 10 * 60_000);
    expect(Math.abs((await behind.clockSkewMs()) - 10 * 60_000)).toBeLessThan(60_000);
    const [effect] = await behind.claimEffects(claim);
    expect(effect).toMatchObject({ caseId: head.id });
    machine.mockReturnValue(realMs + 10 * 60_000);
    expect(await ahead.claimEffects(claim)).toEqual([]);
    expect((await ahead.nextDueInMs()) ?? 0).toBeGreaterThan(30_000);
  } finally {
    machine.mockRestore();
    for (const store of [ahead, behind]) await store.close();
  }
});

it.each<[string, (store: Store, effect: NewEffect) => Promise<unknown>]>([
  ['for the first time', (store, effect) => store.addEffects([effect])],
  ['once more', (store, effect) => store.redeliver(`${effect.key} again`, 'refused')],
])('lets whoever queues into the lane of a thread %s wait for whoever just does', async (_how, queue) => {
  const shared = await server.createDatabase();
  const store = await createSqlStore(openPostgres(shared));
  const other = openPostgres(shared);
  const effect = { ...anEffect(aCase()), caseId: '', lane: 'a thread' };
  await store.addEffects([{ ...effect, key: `${effect.key} again` }]);
  for (const again of await store.claimEffects({ leaseMs: 60_000, limit: 1, perTenant: 1, except: [] })) {
    await store.finishEffect(again, { kind: 'refused' });
  }
  const waiting = () => runSql(shared, "select pid from pg_locks where locktype = 'advisory' and not granted");
  let queued: Promise<unknown> | undefined;
  await other.transaction().execute(async (trx) => {
    await holdLanes(trx, [effect]);
    queued = queue(store, effect);
    while ((await waiting()).length === 0);
    expect(await store.listUnfinished(1)).toEqual([]);
  });
  await queued;
  expect(await store.listUnfinished(2)).toHaveLength(1);
  await store.close();
  await other.destroy();
});

it('lets one of several replicas bring old tables up to date, and the others wait', async () => {
  const old = await server.createDatabase();
  await (await createSqlStore(openPostgres(old))).close();
  // As the release before left them.
  for (const statement of [
    "delete from kysely_migration where name = '0005-lanes-and-paces'",
    'drop table paces',
    'alter table effects drop column lane, drop column note, drop column queued_at, drop column claims',
    'alter table effects drop column has_turn, drop column failure, drop column begun',
  ])
    await runSql(old, statement);
  const stores = await Promise.all([1, 2, 3].map(() => createSqlStore(openPostgres(old))));
  for (const store of stores) expect(await store.nextDueInMs()).toBeUndefined();
  for (const store of stores) await store.close();
});

it('refuses a database that a newer release has brought up to date', async () => {
  const newer = await server.createDatabase();
  await (await createSqlStore(openPostgres(newer))).close();
  await runSql(newer, "insert into kysely_migration values ('9999-of-the-future', '2027-01-01')");
  const db = openPostgres(newer);
  await expect(createSqlStore(db)).rejects.toThrow(/newer Hexfix.*9999-of-the-future.*Start the newer/);
  await db.destroy();
});

describeOutboxClocks('PostgreSQL', async (count, own) => {
  const shared = await server.createDatabase();
  return Promise.all(Array.from({ length: count }, () => createSqlStore(openPostgres(shared), { clock: own })));
});

it('makes its tables once when several replicas start together', async () => {
  const empty = await server.createDatabase();
  const replicas = Array.from({ length: 5 }, () => createSqlStore(openPostgres(empty)));
  const stores = (await Promise.allSettled(replicas)).map((replica) => {
    if (replica.status === 'rejected') throw replica.reason;
    return replica.value;
  });
  const claims = await Promise.all(stores.map((store) => store.claimDelivery('delivery', NOW)));
  expect(claims.filter(Boolean)).toHaveLength(1);
  await Promise.all(stores.map((store) => store.close()));
});

describe('a pool of connections', () => {
  let db: Kysely<Schema>;
  let lost: Promise<Error>;
  beforeEach(() => {
    lost = new Promise((resolve) => {
      db = openPostgres(url, resolve);
    });
  });
  afterEach(() => db.destroy());

  const findBackend = async (on: Kysely<Schema>) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(on);
    return rows[0]?.pid;
  };
  const terminate = (pid: number | undefined) => runSql(url, `select pg_terminate_backend(${pid})`);

  it('reads times as numbers, and leaves other users of pg their own way', async () => {
    const query = sql<{ now: number }>`select ${sql.lit(NOW)}::bigint as now`;
    expect((await query.execute(db)).rows).toEqual([{ now: NOW }]);
    expect(await runSql(url, `select ${NOW}::bigint as now`)).toEqual([{ now: String(NOW) }]);
  });

  it('is bounded, however much is asked at once', async () => {
    const backends = await Promise.all(Array.from({ length: 40 }, () => findBackend(db)));
    expect(new Set(backends).size).toBeLessThanOrEqual(10);
  });

  it('lets no statement and no transaction hold locks for long', async () => {
    const { rows } = await sql`
      select current_setting('statement_timeout') as statement,
             current_setting('idle_in_transaction_session_timeout') as transaction`.execute(db);
    expect(rows).toEqual([{ statement: '10s', transaction: '10s' }]);
  });

  it('opens another connection when an idle one is lost, and says so', async () => {
    await terminate(await findBackend(db));
    expect((await lost).message).toMatch(/terminating connection|Connection terminated/);
    expect(await findBackend(db)).toEqual(expect.any(Number));
  });

  it('fails the transaction whose connection is lost, and nothing else', async () => {
    const transaction = db.transaction().execute(async (inside) => {
      await terminate(await findBackend(inside));
      return findBackend(inside);
    });
    await expect(transaction).rejects.toThrow();
    expect(await findBackend(db)).toEqual(expect.any(Number));
  });
});

describe('a server that cannot be used', () => {
  const refusal = async (address: string) => {
    const db = openPostgres(address);
    const error: unknown = await createSqlStore(db).catch((reason: unknown) => reason);
    await db.destroy();
    return error;
  };

  it('is named with the reason and what to do, without the password', async () => {
    const error = await refusal('postgres://hexfix:p4ss@127.0.0.1:1/answers');
    expect(error).toMatchObject({
      code: 'ECONNREFUSED',
      message: expect.stringMatching(
        /^The database at 127\.0\.0\.1:1\/answers cannot be reached \(.*ECONNREFUSED.*Check/,
      ),
    });
    expect(String(error)).not.toContain('p4ss');
  });

  it('is named too when it does not let the user in', async () => {
    const wrong = new URL(url);
    wrong.password = 'p4ss';
    const error = await refusal(wrong.href);
    expect(error).toMatchObject({ code: '28P01', message: expect.stringMatching(/authentication failed.*Check/) });
    expect(String(error)).not.toContain('p4ss');
  });
});

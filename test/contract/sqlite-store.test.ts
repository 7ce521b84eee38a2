import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createSqlStore } from '../../src/store/sql-store';
import { openSqlite } from '../../src/store/sqlite';
import { describeOutboxClocks } from './outbox-clocks';
import { clock } from './store/values';
import { describeStoreContract } from './store-contract';

const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeStoreContract('SQLite', () =>
  createSqlStore(openSqlite(path.join(folder, 'made', 'hexfix.sqlite')), { clock }),
);

// Its replicas are one process, or take turns on one machine: they share the store.
describeOutboxClocks('SQLite', async (count, own) => {
  const store = await createSqlStore(openSqlite(path.join(folder, 'clocks.sqlite')), { clock: own });
  return Array.from({ length: count }, () => store);
});

it('says what to do when the data folder cannot be used', () => {
  const file = path.join(folder, 'a-file');
  writeFileSync(file, '');
  expect(() => openSqlite(path.join(file, 'hexfix.sqlite'))).toThrow(/cannot be opened.*Set HEXFIX_DATA_DIR/);
});

import { DatabaseSync } from 'node:sqlite';
import { createSqlStore } from '../../../src/store/sql-store';
import { IN_MEMORY, openSqlite } from '../../../src/store/sqlite';
import { ofPerson } from '../../contract/store/values';

it('asks the database once for the settings of all levels', async () => {
  const store = await createSqlStore(openSqlite(IN_MEMORY));
  const prepare = jest.spyOn(DatabaseSync.prototype, 'prepare');
  await store.findSettings([ofPerson('one'), ofPerson('two'), ofPerson('three')]);
  expect(prepare).toHaveBeenCalledTimes(1);
  prepare.mockRestore();
  await store.close();
});

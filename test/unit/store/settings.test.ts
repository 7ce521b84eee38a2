import { DatabaseSync } from 'node:sqlite';
import { ofPerson } from '../../contract/store/values';
import { openMemoryStore } from '../../per-worker/memory-store';

it('asks the database once for the settings of all levels', async () => {
  const store = await openMemoryStore();
  const prepare = jest.spyOn(DatabaseSync.prototype, 'prepare');
  await store.findSettings([ofPerson('one'), ofPerson('two'), ofPerson('three')]);
  expect(prepare).toHaveBeenCalledTimes(1);
  prepare.mockRestore();
  await store.close();
});

import { DatabaseSync } from 'node:sqlite';
import { openMemoryStore } from '../../per-worker/memory-store';

it('finds what is due by an index: most effects have ended', async () => {
  const store = await openMemoryStore();
  const prepare = jest.spyOn(DatabaseSync.prototype, 'prepare');
  await store.nextDueInMs();
  await store.claimEffects({ leaseMs: 1, limit: 16, perTenant: 4, except: [] });
  await store.findEffectState('key');
  const plans = prepare.mock.calls.flatMap(([sql], index) => {
    const database = prepare.mock.contexts[index];
    const parameters = [...sql.matchAll(/\?/g)].map(() => 0);
    return database?.prepare(`explain query plan ${sql}`).all(...parameters) ?? [];
  });
  prepare.mockRestore();
  const reads = plans
    .map(({ detail }) => String(detail))
    .filter((detail) => /^(SCAN|SEARCH) (effect|first)/.test(detail));
  expect(reads.length).toBeGreaterThan(3);
  expect(reads.filter((detail) => !/USING (COVERING )?INDEX/.test(detail))).toEqual([]);
  await store.close();
});

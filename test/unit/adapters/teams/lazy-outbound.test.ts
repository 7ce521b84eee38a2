import { createLazyOutbound, type LazyOutbound } from '../../../../src/adapters/teams/lazy-outbound';

function lazy(): LazyOutbound {
  return createLazyOutbound({
    appId: 'app',
    connect() {
      throw new Error('nothing is sent here');
    },
  });
}

test('finds the SDK and every part of it, once for all who ask', async () => {
  const outbound = lazy();
  expect(outbound.check()).toBeUndefined();
  const [one, other] = await Promise.all([outbound.get(), outbound.get()]);
  expect(one).toBe(other);
});

test('lets others have a turn between two parts', async () => {
  let turns = 0;
  const count = () => {
    turns += 1;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  await lazy().get();
  clearImmediate(next);
  expect(turns).toBeGreaterThanOrEqual(5);
});

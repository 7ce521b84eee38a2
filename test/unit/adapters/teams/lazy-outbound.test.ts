import { createLazyOutbound, type LazyOutbound } from '../../../../src/adapters/teams/lazy-outbound';

function lazy(): LazyOutbound {
  return createLazyOutbound({
    appId: 'app',
    connect() {
      throw new Error('nothing is sent here');
    },
  });
}

test('finds the SDK and every part of it that is loaded ahead', async () => {
  const outbound = lazy();
  expect(outbound.check()).toBeUndefined();
  await outbound.warm();
  expect(outbound.get()).toBe(outbound.get());
});

test('lets others have a turn between two parts', async () => {
  let turns = 0;
  const count = () => {
    turns += 1;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  await lazy().warm();
  clearImmediate(next);
  expect(turns).toBeGreaterThanOrEqual(5);
});

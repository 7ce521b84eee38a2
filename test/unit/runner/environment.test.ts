/** What test files share, and what ends with each of them. */

import Environment from '../../runner/environment';

const open = () => new Environment({ projectConfig: {} });

it('is one world for all files, so that what was loaded there fits', async () => {
  const first = open();
  await first.teardown();
  expect(open().global).toBe(first.global);
});

it('has nothing of what a file put there', async () => {
  const first = open();
  const { fetch } = first.global;
  Object.assign(first.global, { leftBehind: true, fetch: undefined });
  first.global.process.env.LEFT_BEHIND = 'yes';
  await first.teardown();

  const { global } = open();
  expect(global).not.toHaveProperty('leftBehind');
  expect(global.fetch).toBe(fetch);
  expect(global.process.env.LEFT_BEHIND).toBeUndefined();
});

it('keeps what a package marked as its own', async () => {
  const first = open();
  first.global.__of_a_package = 'kept';
  await first.teardown();
  expect(open().global.__of_a_package).toBe('kept');
});

it('counts for each file what that file ran', async () => {
  const first = open();
  const counts = { s: { 0: 3 }, f: { 0: 2 }, b: { 0: [1, 4] } };
  first.global.__coverage__ = { 'a.ts': counts };
  await first.teardown();
  expect(counts).toEqual({ s: { 0: 0 }, f: { 0: 0 }, b: { 0: [0, 0] } });
});

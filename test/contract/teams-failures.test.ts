/** What becomes of a post when Teams fails in each of its ways: the real outbox and connector, and a Teams that misbehaves. */

import { SILENT_BOT } from '../fixtures/a-bot';
import { createDispatch, type Dispatch } from '../fixtures/dispatch';
import { startTeams, type TeamsDriver } from './teams/driver';
import type { Failure } from './teams/fake-connector';
import { BOT, PERSON, TENANT } from './teams/people';

const GROUP = '19:0123456789abcdef@thread.v2';
const MINUTE_MS = 60_000;

let driver: TeamsDriver;
let dispatch: Dispatch;

beforeEach(async () => {
  driver = await startTeams({ bot: SILENT_BOT });
  const { fake, messenger } = driver;
  fake.conversations.add(GROUP);
  const place = { serviceUrl: fake.serviceUrl, conversation: GROUP, bot: BOT.id, tenant: TENANT };
  dispatch = await createDispatch('teams', messenger, JSON.stringify(place));
});

afterEach(async () => {
  await dispatch.close();
  await driver.close();
});

function firstWait(): number {
  const [first, second] = dispatch.tries;
  return (second?.atMs ?? 0) - (first?.atMs ?? 0);
}

/** The failure, what becomes of the effect, how often Teams is called, and how many messages people see. */
test.each<[string, Failure, string, number, number]>([
  ['403', 403, 'refused', 1, 0],
  ['404', 404, 'refused', 1, 0],
  ['412', 412, 'sent', 2, 1],
  ['429', 429, 'sent', 2, 1],
  ['429 with a pause', { status: 429, retryAfter: '7' }, 'sent', 2, 1],
  ['500', 500, 'unknown', 1, 0],
  ['500 of what was taken', { status: 500, isTaken: true }, 'unknown', 1, 1],
  ['502', 502, 'sent', 2, 1],
  ['503', 503, 'sent', 2, 1],
  ['504', 504, 'sent', 2, 1],
  ['a reset before it was taken', 'lost', 'unknown', 1, 0],
  ['a reset after it was taken', 'cut', 'unknown', 1, 1],
])('%s', async (_what, failure, end, calls, posts) => {
  driver.fake.failures.push(failure);
  await dispatch.queue('k');
  expect(await dispatch.runOut('k')).toEqual([end]);
  expect(dispatch.tries).toHaveLength(calls);
  expect(driver.fake.messages.size).toBe(posts);
});

test('waits as long as Teams asks', async () => {
  driver.fake.failures.push({ status: 429, retryAfter: '7' });
  await dispatch.queue('k');
  await dispatch.runOut('k');
  expect(Math.abs(firstWait() - 7_000)).toBeLessThanOrEqual(1_000);
});

test('a call that Teams does not answer is ended by us, and never made again', async () => {
  const timers = jest.spyOn(globalThis, 'setTimeout');
  const hung = driver.fake.hung();
  driver.fake.failures.push('hang');
  await dispatch.queue('k');
  // The time goes by at once.
  let limitMs: number | undefined;
  void hung.then(() => {
    const limit = timers.mock.calls.filter(([, ms = 0]) => ms > 1_000).at(-1);
    limitMs = limit?.[1];
    limit?.[0]();
  });
  expect(await dispatch.runOut('k')).toEqual(['unknown']);
  expect(limitMs).toBeLessThan(10_000);
  expect(dispatch.tries).toHaveLength(1);
  timers.mockRestore();
});

test.each([502, 503, 504])('risks a double of %i twice at most, and counts it', async (status) => {
  driver.fake.failures.push(...Array(9).fill({ status, isTaken: true }));
  await dispatch.queue('k');
  expect(await dispatch.runOut('k')).toEqual(['unknown']);
  expect(driver.fake.messages.size).toBe(3);
  expect(dispatch.possibleDoubles()).toBe(2);
  expect(dispatch.log).toEqual([`warn http-${status}`, `warn http-${status}`, `error http-${status}`]);
});

test.each<[string, Failure]>([
  ['412', 412],
  ['429', 429],
  ['429 with a pause', { status: 429, retryAfter: '20' }],
])('%s, again and again, ends after six tries in a quarter of an hour', async (_what, failure) => {
  driver.fake.failures.push(...Array(20).fill(failure));
  await dispatch.queue('k');
  expect(await dispatch.runOut('k')).toEqual(['refused']);
  expect(dispatch.tries).toHaveLength(6);
  expect(dispatch.tries.at(-1)?.atMs).toBeLessThanOrEqual(15 * MINUTE_MS);
  expect(dispatch.possibleDoubles()).toBe(0);
});

test('repeats what does no harm, whatever the failure was', async () => {
  await dispatch.queue('k');
  await dispatch.runOut('k');
  const [message] = [...driver.fake.messages.keys()];
  driver.fake.failures.push(412, 429, 500, 'cut', 'lost');
  await dispatch.queue('redraw', { kind: 'redraw', message: message ?? '' });
  expect(await dispatch.runOut('redraw')).toEqual(['sent']);
  expect(driver.fake.messages.size).toBe(1);
});

test('a private message whose answer is lost is not sent again', async () => {
  driver.fake.failures.push('cut');
  await dispatch.queue('k', { kind: 'copy', message: PERSON.id });
  expect(await dispatch.runOut('k')).toEqual(['unknown']);
  expect(dispatch.tries).toHaveLength(1);
});

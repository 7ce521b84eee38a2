import { digestEffect } from '../../../src/bot';
import { toErrorCode } from '../../../src/code/error-code';
import type { Outcome } from '../../../src/store/ports';
import { type House, NOW, openHouse } from './harness';

const DAY_MS = 24 * 60 * 60 * 1000;
/** NOW is a Sunday; the week that its report is about ended six days before. */
const LAST_WEEK = NOW - 8 * DAY_MS;
const TARGET = { place: 'triage', tenant: 'T1' };

let house: House;
beforeEach(async () => {
  house = await openHouse({ triage: 'triage' });
});
afterEach(() => house.close());

function answeredAt(atMs: number, tenant = 'T1'): Outcome {
  return { kind: 'answered', code: toErrorCode(0xc004f074), step: '', locale: 'en', platform: 'slack', tenant, atMs };
}

async function send(): Promise<readonly string[]> {
  await house.store.addEffects([digestEffect('slack', TARGET, NOW)]);
  await house.settled();
  return house.shown.map(({ reply }) => reply.summary);
}

it('is posted once a week, about the whole week before', async () => {
  const days = [LAST_WEEK, LAST_WEEK, NOW, LAST_WEEK - 7 * DAY_MS];
  await house.store.countOutcomes(days.map((atMs) => answeredAt(atMs)));
  await send();
  const [report, ...others] = await send();
  expect(others).toEqual([]);
  expect(report).toContain('Error codes: weekly report');
  expect(report).toMatch(/Cases answered: 2/);
});

it('tells an organization nothing of another', async () => {
  await house.store.countOutcomes([answeredAt(LAST_WEEK), answeredAt(LAST_WEEK, 'T2')]);
  expect((await send()).join()).toMatch(/Cases answered: 1/);
});

it('is skipped for a week in which nothing happened', async () => {
  await house.store.countOutcomes([answeredAt(NOW)]);
  expect(await send()).toEqual([]);
});

it('has the same key all through a week, and another one in the next', () => {
  const keyOf = (atMs: number) => digestEffect('slack', TARGET, atMs).key;
  const monday = Date.UTC(2026, 10, 16);
  expect(keyOf(monday)).toBe(keyOf(monday + 7 * DAY_MS - 1));
  expect(keyOf(monday)).not.toBe(keyOf(monday + 7 * DAY_MS));
  expect(keyOf(monday)).not.toBe(keyOf(monday - 1));
});

/** A sample of what `npm run test:gate` tries in full: other chances in every run, told by their seed. */

import { createRandom, newSeed } from '../../faults/random';
import { floodWithTokens } from './flood';
import { type House, openHouse } from './house';
import { mutateSlack, mutateTokens } from './mutations';
import { tryServiceUrls } from './service-urls';

const SAMPLE = 1_000;
const seed = newSeed();

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test(`one changed byte makes a request of Slack a forgery (seed ${seed})`, async () => {
  expect((await mutateSlack(house, SAMPLE, createRandom(seed))).faults).toEqual([]);
});

test(`one changed byte makes a token a forgery (seed ${seed})`, async () => {
  expect((await mutateTokens(house, SAMPLE, createRandom(seed))).faults).toEqual([]);
});

test('no address but an allowed one is answered to, whether it comes with a request or from the store', async () => {
  const { tried, faults } = await tryServiceUrls(house);
  expect(faults).toEqual([]);
  expect(tried).toBeGreaterThanOrEqual(60);
});

test('made-up issuers, tenants and keys lead to no question', async () => {
  const { faults, keyFetches } = await floodWithTokens(house, SAMPLE, createRandom(seed));
  expect({ faults, keyFetches }).toEqual({ faults: [], keyFetches: 0 });
});

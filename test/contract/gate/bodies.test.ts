/** What no platform would ever send: refused in its kind, and the server lives on. */

import { createRandom, newSeed } from '../../faults/random';
import { createSender, judge } from './attack';
import { hostileBodies } from './hostile-bodies';
import { judgeWire, sendBytes, WIRE_ATTACKS } from './hostile-wire';
import { type House, openHouse } from './house';
import { sendRandomBodies } from './random-bodies';

const SAMPLE = 500;
const seed = newSeed();

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(async () => {
  expect((await fetch(`${house.url}/healthz`)).status).toBe(200);
});
afterAll(() => house.close());

test('hostile bodies get their status at both doors, and nothing hears of them', async () => {
  const attacks = await hostileBodies(house);
  const sender = createSender(house.url);
  const faults: string[] = [];
  house.look();
  for (const attack of attacks) faults.push(...judge(attack, await sender.send(attack), house));
  sender.close();
  expect(faults).toEqual([]);
  expect(attacks.length).toBeGreaterThanOrEqual(80);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('requests with two readings are refused, once', async () => {
  const outcomes = await Promise.all(WIRE_ATTACKS.map((attack) => sendBytes(house.url, attack)));
  expect(
    WIRE_ATTACKS.flatMap((attack, index) => judgeWire(attack, outcomes[index] ?? { statuses: [0], ms: 0 })),
  ).toEqual([]);
});

test.each(['a length and chunks', 'chunks and a length', 'two lengths'])('%s is a bad request', async (name) => {
  const attacks = WIRE_ATTACKS.filter((attack) => attack.name === name);
  const [outcome] = await Promise.all(attacks.map((attack) => sendBytes(house.url, attack)));
  expect(outcome?.statuses).toEqual([400]);
});

test(`random bodies are refused (seed ${seed})`, async () => {
  expect((await sendRandomBodies(house, SAMPLE, createRandom(seed))).faults).toEqual([]);
});

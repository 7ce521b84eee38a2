/** Who stands at the doors without being Slack or the Bot Framework: refused without a word, unheard by the bot. */

import { createSender, judge } from './attack';
import { type House, openHouse } from './house';
import { genuineSlack, slackForgeries } from './slack-forgeries';
import { genuineTeams, teamsForgeries } from './teams-forgeries';

let house: House;
let sender: ReturnType<typeof createSender>;
beforeAll(async () => {
  house = await openHouse();
  sender = createSender(house.url);
});
afterAll(async () => {
  sender.close();
  await house.close();
});

async function reached(): Promise<number> {
  // Slack's door answers before its listener is done.
  await new Promise((resolve) => setImmediate(resolve));
  return house.look().reached;
}

test('who is genuine reaches the bot, at both doors', async () => {
  house.look();
  expect((await sender.send(genuineSlack())).status).toBe(200);
  expect(await reached()).toBeGreaterThan(0);
  expect((await sender.send(await genuineTeams(house))).status).toBe(200);
  expect(await reached()).toBeGreaterThan(0);
});

test('at Slack’s door every forgery is a bodyless 401, and nothing is asked anywhere', async () => {
  const attacks = slackForgeries();
  house.look();
  const faults: string[] = [];
  for (const attack of attacks) faults.push(...judge(attack, await sender.send(attack), house));
  expect(faults).toEqual([]);
  expect(attacks.length).toBeGreaterThanOrEqual(24);
  expect(house.refusals.get('slack signature')).toBe(attacks.length);
});

test('at the door of Teams every forgery is a bodyless 401, and nothing is asked anywhere', async () => {
  const attacks = await teamsForgeries(house);
  house.look();
  const faults: string[] = [];
  for (const attack of attacks) faults.push(...judge(attack, await sender.send(attack), house));
  expect(faults).toEqual([]);
  expect(attacks.length).toBeGreaterThanOrEqual(30);
  // One of them is not even read: its header is too long.
  expect(house.refusals.get('teams token')).toBe(attacks.length - 1);
});

test('the log tells of one refusal a minute at each door, without what was sent', () => {
  const refusals = house.logged.filter((line) => line.includes('was refused'));
  expect(refusals).toHaveLength(2);
  expect(refusals.join()).not.toMatch(/eyJ|v0=|0xC004F074/);
});

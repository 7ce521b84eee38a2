/** Doors that show why the bot is silent are told the policy's word, whichever way it came to it. */

import type { Decision, Inbound } from '../../../src/bot';
import type { Settings } from '../../../src/settings/settings';
import { type House, NOW, openHouse, post } from './harness';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

async function decisionsOn(rest: Partial<Inbound>, set: Settings = {}): Promise<Decision[]> {
  const channel = { platform: 'slack', tenant: 'T1', level: 'channel', subject: 'C1' } as const;
  await house.store.changeSettings(channel, set, NOW);
  const decisions: Decision[] = [];
  await house.bot.onMessage(
    post('Activation fails with 0xC004F074', {
      door: 'message',
      channel: 'C1',
      ...rest,
      onDecision: (made) => decisions.push(made),
    }),
  );
  return decisions;
}

it.each([
  [{}, {}, { speak: true, to: 'thread' }],
  [{}, { privacy: 'private' }, { speak: true, to: 'writer' }],
  [{}, { mode: 'off' }, { speak: false, reason: 'off' }],
  [{}, { mode: 'mention' }, { speak: false, reason: 'mention-only' }],
  [{ isFromBot: true }, {}, { speak: false, reason: 'from-bot' }],
  [{ text: 'Lunch at noon?' }, {}, { speak: false, reason: 'no-code' }],
] as const)('%j where %j is set: %j', async (inbound, set, decision) => {
  expect(await decisionsOn(inbound, set)).toEqual([decision]);
});

it('tells at last of a code that was answered a short while ago', async () => {
  await decisionsOn({ message: '1' }, { cooldownMinutes: 10 });
  expect(await decisionsOn({ message: '2' }, { cooldownMinutes: 10 })).toEqual([
    { speak: true, to: 'thread' },
    { speak: false, reason: 'cooling-down' },
  ]);
});

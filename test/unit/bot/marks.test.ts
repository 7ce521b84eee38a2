import type { Reply } from '../../../src/reply/reply';
import { answered, type House, openHouse, payloadOf, post, press } from './harness';

const POST = '1700000000.000100';

let house: House;
beforeEach(async () => {
  house = await openHouse({ marks: true, triage: 'triage', agents: ['A1'] });
});
afterEach(() => house.close());

async function mark() {
  await house.settled();
  return house.marks.get(POST);
}

async function askForHelp(reply: Reply): Promise<void> {
  const { form } = await house.bot.onPress(press(payloadOf(reply, 'get-help')));
  const { payload, ...from } = press(JSON.parse(JSON.stringify(form?.token)));
  await house.bot.onSubmit({ ...from, token: payload, values: {} });
}

describe('the mark on an answered post', () => {
  it('says how its case stands', async () => {
    const reply = await answered(house, 'it says 0xC004F074', { channel: 'C1' });
    expect(await mark()).toBe('seen');
    await askForHelp(reply);
    expect(await mark()).toBe('handed-over');
    const now = await house.bot.onPress(press({ ...payloadOf(reply, 'worked'), version: 1 }));
    expect(await mark()).toBe('solved');
    await house.bot.onPress(press(payloadOf(now.card, 'again')));
    expect(await mark()).toBe('seen');
  });

  it('goes at the next change once marks, or the bot, have been switched off', async () => {
    for (const change of [{ marks: 'off' }, { mode: 'off', marks: 'on' }] as const) {
      await house.close();
      house = await openHouse({ marks: true });
      const reply = await answered(house, 'it says 0xC004F074', { channel: 'C1' });
      await mark();
      await house.set('channel', change);
      await house.bot.onPress(press(payloadOf(reply, 'worked')));
      expect(await mark()).toBeUndefined();
    }
  });

  it('is not put where marks are off', async () => {
    await house.set('tenant', { marks: 'off' });
    const reply = await answered(house, 'it says 0xC004F074', { channel: 'C1' });
    await house.bot.onPress(press(payloadOf(reply, 'worked')));
    expect(await mark()).toBeUndefined();
  });

  it.each(['dm', 'command', 'shortcut', 'extension'] as const)('is not put on what came by %s', async (door) => {
    await house.bot.onMessage(post('it says 0xC004F074', { door, channel: 'C1' }));
    expect(await mark()).toBeUndefined();
  });

  it('is not put on a post that is not answered', async () => {
    await house.bot.onMessage(post('lunch at 12?'));
    expect(await mark()).toBeUndefined();
  });
});

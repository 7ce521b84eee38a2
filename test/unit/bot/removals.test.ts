import { answered, type House, openHouse, payloadOf, post, press } from './harness';

const ANSWER = 'answer-to-1700000000.000100';

let house: House;
beforeEach(async () => {
  house = await openHouse({ marks: true, triage: 'triage', agents: ['U9'] });
});
afterEach(() => house.close());

async function remove(rest: Parameters<typeof post>[1] = {}): Promise<void> {
  await house.bot.onDelete(post('', rest));
  await house.settled();
}

describe('a deleted post', () => {
  it('takes its answer along, and nothing of its case is drawn or marked any more', async () => {
    const reply = await answered(house);
    await house.settled();
    await remove();
    expect(house.removed).toEqual([ANSWER]);
    await house.bot.onPress(press(payloadOf(reply, 'worked')));
    await house.settled();
    expect(house.redraws).toEqual([]);
    expect(house.marks.get('1700000000.000100')).toBe('seen');
    expect(house.givenUp).toEqual([]);
  });

  it('is no trouble for a redraw that waits', async () => {
    const reply = await answered(house);
    await house.bot.onDelete(post(''));
    await house.bot.onPress(press(payloadOf(reply, 'next')));
    await house.settled();
    expect(house.removed).toEqual([ANSWER]);
    expect(house.givenUp).toEqual([]);
  });

  it('is answered again when somebody takes the deletion back', async () => {
    await answered(house);
    await remove();
    const restored = post('0xC004F074', { isRestored: true });
    expect((await house.bot.onMessage(restored))?.reply.title).toContain('0xC004F074');
  });

  it('takes its answer away once, and only its own', async () => {
    await answered(house);
    await answered(house, '0x8007232B', { message: '2' });
    await remove();
    await remove();
    expect(house.removed).toEqual([ANSWER]);
  });

  it('leaves private copies and the card of the help desk', async () => {
    const reply = await answered(house);
    await house.bot.onPress(press(payloadOf(reply, 'me-too'), { person: 'U2' }));
    const { form } = await house.bot.onPress(press(payloadOf(reply, 'get-help')));
    const { payload, ...from } = press(JSON.parse(JSON.stringify(form?.token)));
    await house.bot.onSubmit({ ...from, token: payload, values: {} });
    await house.settled();
    await remove();
    expect(house.removed).toEqual([ANSWER]);
  });

  it('leaves a private answer, but takes what its writer has shared of it', async () => {
    await house.set('person', { privacy: 'private' });
    await house.bot.onMessage(post('0xC004F074', { channel: 'C1' }));
    await house.settled();
    await house.bot.onPress(
      press(payloadOf(house.shown[0]?.reply, 'share'), { conversation: 'dm:U1', place: 'dm:U1' }),
    );
    await house.settled();
    expect(house.shown.map(({ place }) => place)).toEqual(['dm:U1', 'C1']);
    await remove();
    expect(house.removed).toEqual(['m2']);
  });

  it.each([{ message: 'unanswered' }, { tenant: 'T2' }, { platform: 'teams' as const }, { conversation: 'C2' }])(
    'that was not answered is nothing (%j)',
    async (other) => {
      await answered(house);
      await remove(other);
      expect(house.removed).toEqual([]);
    },
  );

  it('in a chat with one person leaves the answer there', async () => {
    await answered(house, '0xC004F074', { door: 'dm' });
    await remove();
    expect(house.removed).toEqual([]);
  });
});

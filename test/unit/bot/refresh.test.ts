import { answered, type House, openHouse, payloadOf, post, press } from './harness';

const DESK = { conversation: 'triage', place: 'triage' } as const;
const CHINESE = { language: 'zh-CN' } as const;

let house: House;
beforeEach(async () => {
  house = await openHouse({ triage: 'triage', agents: ['U1'] });
});
afterEach(() => house.close());

describe('a card as one person sees it', () => {
  it('is in their language, and in that of the card for everybody else', async () => {
    const payload = payloadOf(await answered(house), 'next');
    await house.set('person', CHINESE);
    expect((await house.bot.onRefresh(press(payload)))?.locale).toBe('zh-CN');
    expect((await house.bot.onRefresh(press(payload, { person: 'U2', platformLocale: 'zh-CN' })))?.locale).toBe('en');
  });

  it('shows the case as it stands, and is no move of it', async () => {
    const first = await answered(house);
    await house.bot.onPress(press(payloadOf(first, 'next')));
    await house.set('person', CHINESE);
    const before = await house.store.sumOutcomes(0);
    const seen = await house.bot.onRefresh(press(payloadOf(first, 'next')));
    expect(seen?.summary).toContain('第 2 步');
    // Its buttons are not too late.
    expect(payloadOf(seen, 'next')).toMatchObject({ version: 1, locale: 'zh-CN' });
    const id = payloadOf(first, 'next').case ?? '';
    expect((await house.store.findCase('T1', id))?.moves).toHaveLength(1);
    expect(await house.store.sumOutcomes(0)).toEqual(before);
    await house.settled();
    expect(house.redraws).toHaveLength(1);
  });

  it('is the help desk’s own at the help desk', async () => {
    const reply = await answered(house);
    const { form } = await house.bot.onPress(press(payloadOf(reply, 'get-help')));
    const { payload, ...from } = press(JSON.parse(JSON.stringify(form?.token)));
    await house.bot.onSubmit({ ...from, token: payload, values: {} });
    await house.settled();
    await house.set('person', CHINESE);
    const claim = payloadOf(house.shown[0]?.reply, 'claim');
    expect(await house.bot.onRefresh(press(claim, DESK))).toMatchObject({ kind: 'triage', locale: 'zh-CN' });
    expect((await house.bot.onRefresh(press(claim)))?.kind).not.toBe('triage');
  });

  it.each([{ conversation: 'C2' }, { tenant: 'T2' }, { platform: 'teams' as const }, DESK])(
    'is nobody’s from elsewhere (%j)',
    async (elsewhere) => {
      const payload = payloadOf(await answered(house), 'next');
      expect(await house.bot.onRefresh(press(payload, elsewhere))).toBeUndefined();
    },
  );

  it.each([undefined, 'x', { v: 1, move: 'help', locale: 'en', codes: [] }])('is nothing for %j', async (payload) => {
    expect(await house.bot.onRefresh(press(payload))).toBeUndefined();
  });

  it('of an answer that one person has alone is theirs', async () => {
    const answer = await house.bot.onMessage(post('0xC004F074', { door: 'command', channel: 'C1' }));
    const payload = payloadOf(answer?.reply, 'next');
    expect(await house.bot.onRefresh(press(payload))).toBeDefined();
    expect(await house.bot.onRefresh(press(payload, { person: 'U2' }))).toBeUndefined();
  });
});

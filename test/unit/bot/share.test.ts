import type { Reply } from '../../../src/reply/reply';
import { type House, openHouse, payloadOf, post, press } from './harness';

const AT = { channel: 'C1', place: 'thread' } as const;

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

let asked = 0;

async function ask(text = 'it says 0xC004F074', rest: Parameters<typeof post>[1] = {}): Promise<Reply> {
  asked += 1;
  const answer = await house.bot.onMessage(
    post(text, { ...AT, door: 'command', message: `trigger ${asked}`, ...rest }),
  );
  if (answer === undefined) throw new Error('no answer');
  return answer.reply;
}

async function share(reply: Reply, rest: Parameters<typeof press>[1] = {}) {
  const answer = await house.bot.onPress(press(payloadOf(reply, 'share'), { ...AT, ...rest }));
  await house.settled();
  return answer.aside?.title;
}

const inChannel = () => house.shown.filter(({ place }) => place === 'thread');

describe('“Share in channel”', () => {
  it('posts the answer as a case of its own, with who wanted it there', async () => {
    const reply = await ask();
    expect(await share(reply)).toBe('On its way to the channel');
    const [shared] = inChannel();
    expect(shared?.reply.title).toBe(reply.title);
    expect(JSON.stringify(shared?.reply.sections[0])).toContain('"id":"U1"');
    expect(payloadOf(shared?.reply, 'me-too').case).not.toBe(payloadOf(reply, 'next').case);
    const moved = await house.bot.onPress(
      press(payloadOf(shared?.reply, 'next'), { conversation: 'thread', person: 'U2', message: 'm1' }),
    );
    expect(moved.card?.summary).toContain('step 2 of');
  });

  it('does so once, however often and how fast it is pressed', async () => {
    const reply = await ask();
    const titles = await Promise.all([share(reply), share(reply), share(reply)]);
    expect(titles.filter((title) => title === 'On its way to the channel')).toHaveLength(1);
    expect(await share(reply)).toBe('Shared already');
    expect(inChannel()).toHaveLength(1);
  });

  it('shares what was chosen in the meantime, in the language of the channel', async () => {
    const offer = await ask('KMS host');
    const choice = offer.actions.find(({ id }) => id.startsWith('choose-'))?.id ?? '';
    const { card } = await house.bot.onPress(press(payloadOf(offer, choice), AT));
    if (card === undefined) throw new Error('no card');
    await house.set('channel', { language: 'zh-CN' });
    await share(card);
    const [shared] = inChannel();
    expect(shared?.reply.locale).toBe('zh-CN');
    expect(shared?.reply.title.slice(0, 10)).toBe(card.title.slice(0, 10));
  });

  it.each([
    ['off', { mode: 'off' }, /switched off/],
    ['set to private answers', { privacy: 'private' }, /private answers/],
  ] as const)('is not offered where the channel is %s, and an old button says why', async (_what, change, why) => {
    const reply = await ask();
    await house.set('channel', change);
    const answer = await house.bot.onPress(press(payloadOf(reply, 'share'), AT));
    expect(answer.aside?.summary).toMatch(why);
    expect((await ask('0x8007232B')).actions.map(({ id }) => id)).not.toContain('share');
    await house.settled();
    expect(house.shown).toEqual([]);
  });

  it('is offered to who wants private answers for themselves', async () => {
    await house.set('person', { privacy: 'private' });
    await house.bot.onMessage(post('it says 0xC004F074', AT));
    await house.settled();
    const own = house.shown.find(({ place }) => place === 'dm:U1');
    if (own === undefined) throw new Error('no answer');
    expect(await share(own.reply, { conversation: 'dm:U1', place: 'dm:U1' })).toBe('On its way to the channel');
  });

  it.each([{ door: 'dm', conversation: 'D1' }, { door: 'message' }] as const)(
    'is not offered for what came by %j',
    async ({ door, ...rest }) => {
      const { channel, ...alone } = AT;
      const where = door === 'dm' ? alone : AT;
      const answer = await house.bot.onMessage(post('it says 0xC004F074', { ...where, door, ...rest }));
      expect(answer?.reply.actions.map(({ id }) => id)).not.toContain('share');
      const forged = { ...payloadOf(answer?.reply, 'next'), move: 'share' };
      const { aside } = await house.bot.onPress(press(forged, rest));
      expect(aside?.title).toBe('Not shared');
    },
  );

  it('tells its presser in private when the platform refuses it, and tries again at the next press', async () => {
    const reply = await ask('it says 0xC004F074', { platformLocale: 'en' });
    house.fail('refused');
    await share(reply);
    expect(house.shown.map(({ place }) => place)).toEqual(['dm:U1']);
    expect(house.shown[0]?.reply.summary).toMatch(/invite @Hexfix/);
    expect(await share(reply)).toBe('On its way to the channel');
    expect(inChannel()).toHaveLength(1);
    expect(await share(reply)).toBe('Shared already');
  });
});

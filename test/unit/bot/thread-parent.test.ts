import { type House, openHouse, post } from './harness';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const KEY = 'ABCDE-FGHJK-23456-QRTVW-98765';

/** What a mention with this text is answered below this post, and whether the post was asked for. */
async function mention(text: string, above: string | undefined, rest: Parameters<typeof post>[1] = {}) {
  const parent = jest.fn(async () => above);
  const answer = await house.bot.onMessage(post(text, { door: 'mention', parent, ...rest }));
  await house.settled();
  return { reply: answer?.reply, isAsked: parent.mock.calls.length > 0 };
}

describe('a mention in a thread', () => {
  it('without words is about the post that opened the thread, in its language', async () => {
    const { reply } = await mention(' ', '激活失败，错误代码 0xC004F074');
    expect(reply).toMatchObject({ locale: 'zh-CN', title: expect.stringMatching(/^0xC004F074/) });
  });

  it.each(['what is this?', 'can you explain, please'])('that only says “%s” is about it, too', async (text) => {
    expect((await mention(text, 'it says 0xC004F074')).reply?.title).toMatch(/^0xC004F074/);
  });

  it('without words finds what the post describes', async () => {
    const { reply } = await mention('', 'blue screen when my laptop wakes from sleep');
    expect(reply?.summary).toContain('No code in your message');
  });

  it('is answered for itself when it has a code or a description, and the post is not asked for', async () => {
    for (const [index, text] of ['0x8007232B', 'blue screen when my laptop wakes from sleep'].entries()) {
      const { reply, isAsked } = await mention(text, '0xC004F074', { message: `${index}` });
      expect(reply?.title).not.toMatch(/^0xC004F074/);
      expect(isAsked).toBe(false);
    }
  });

  it('finds a slip close to a code that we know, and output without a code', async () => {
    expect((await mention('', 'it says OxC004F074')).reply?.kind).toBe('guess');
    const output = 'Name: Windows(R), Professional edition\nLicense Status: Licensed';
    expect((await mention('?', output, { message: '2' })).reply?.kind).toBe('evidence');
  });

  it.each([undefined, 'lunch at 12?'])('is met with help where above stands %j', async (above) => {
    expect((await mention('', above)).reply?.kind).toBe('help');
  });

  it('is not taken for the writer of a key above, which is hidden', async () => {
    const { reply } = await mention('', `0xC004C003 ${KEY}`);
    expect(reply?.title).toMatch(/^0xC004C003/);
    expect(JSON.stringify(reply)).not.toContain(KEY.slice(0, 11));
    expect(house.shown).toEqual([]);
  });

  it('is the only door that reads what stands above', async () => {
    for (const door of ['dm', 'command', 'shortcut'] as const) {
      expect((await mention('', '0xC004F074', { door, message: door })).isAsked).toBe(false);
    }
  });
});

import { type House, openHouse, post } from './harness';

const KEY = 'ABCDE-FGHJK-23456-QRTVW-98765';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

/** What has reached the writer in private. */
async function warnings() {
  await house.settled();
  return house.shown.filter(({ place }) => place === `dm:${post('').person}`);
}

describe('a post that shows a product key', () => {
  it('has its writer warned in private, also when there is nothing to answer', async () => {
    expect(await house.bot.onMessage(post(`our key is ${KEY}`))).toBeUndefined();
    const [warning, ...more] = await warnings();
    expect(more).toEqual([]);
    expect(warning?.reply.summary).toContain('Delete your message, and the file');
  });

  it('is warned of once, however often it is delivered or edited', async () => {
    await house.bot.onMessage(post(`0xC004C003 ${KEY}`));
    await house.bot.onMessage(post(`0xC004C003 ${KEY}`));
    await house.bot.onEdit(post(`0xC004C008 ${KEY}`));
    expect(await warnings()).toHaveLength(1);
  });

  it('is warned of in its own language, and the key goes nowhere', async () => {
    const answer = await house.bot.onMessage(post(`激活失败 0xC004C003，密钥 ${KEY}`));
    const [warning] = await warnings();
    expect(warning?.reply.locale).toBe('zh-CN');
    expect(JSON.stringify([answer, house.shown])).not.toContain(KEY.slice(0, 11));
  });

  it('leaves the writers of other posts alone', async () => {
    await house.bot.onMessage(post('0xC004C003'));
    expect(await warnings()).toEqual([]);
  });
});

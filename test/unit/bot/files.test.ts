import { MOST_FILE_BYTES, readFiles } from '../../../src/bot/files';
import type { InboundFile } from '../../../src/bot/values';
import { type House, openHouse, post } from './harness';

const KEY = 'ABCDE-FGHJK-23456-QRTVW-98765';

function file(text: string, name: string | undefined = 'a.log'): InboundFile {
  return { ...(name === undefined ? {} : { name }), read: async () => ({ bytes: Buffer.from(text) }) };
}

const TOO_LARGE: InboundFile = { name: 'a.txt', read: async () => ({ refusal: 'too-large' }) };

describe('of the files of a post', () => {
  test('those of text are read, whatever the case of their names', async () => {
    const files = [file('one', 'A.TXT'), file('two', 'b.Log'), file('three', 'c.log.zip')];
    expect(await readFiles({ door: 'dm', files })).toEqual({ texts: ['one', 'two'], troubles: [] });
  });

  test('those count together', async () => {
    const half = 'x'.repeat(MOST_FILE_BYTES / 2);
    const files = [file(half), file(`${half}x`), file('short')];
    expect(await readFiles({ door: 'dm', files })).toEqual({ texts: [half, 'short'], troubles: ['too-large'] });
  });

  test('none is told of where nobody asked', async () => {
    expect(await readFiles({ door: 'message', files: [TOO_LARGE] })).toEqual({ texts: [], troubles: [] });
  });

  test('each trouble is told once', async () => {
    expect(await readFiles({ door: 'mention', files: [TOO_LARGE, TOO_LARGE] })).toMatchObject({
      troubles: ['too-large'],
    });
  });
});

describe('a post with files', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const ask = (text: string, files: readonly InboundFile[], door: 'dm' | 'message' = 'dm') =>
    house.bot.onMessage(post(text, { files, door }));

  test('is about the codes beyond doubt in them, not about every number', async () => {
    const answer = await ask('', [file('step 1603 of 9999, then error 0xC004F038')]);
    expect(answer?.reply.title).toContain('0xC004F038');
    expect(JSON.stringify(answer)).not.toContain('0x80070643');
  });

  test('is not about what may be a slip of the pen in them', async () => {
    expect((await ask('OxC004F038', []))?.reply.kind).toBe('guess');
    const inFile = post('', { door: 'dm', files: [file('OxC004F038')], message: '2' });
    expect((await house.bot.onMessage(inFile))?.reply.kind).toBe('help');
  });

  test('is answered in the language of its words, or else of the files', async () => {
    const chinese = '错误代码 0xC004F038，计算机数量不足，请联系系统管理员。';
    expect((await ask('please look at this log', [file(chinese)]))?.reply.locale).toBe('en');
    const alone = post('', { door: 'dm', files: [file(chinese)], message: '2' });
    expect((await house.bot.onMessage(alone))?.reply.locale).toBe('zh-CN');
  });

  test('is answered unasked for a code beyond doubt alone', async () => {
    expect(await ask('see the log', [file('all 1603 files copied')], 'message')).toBeUndefined();
    expect((await ask('see the log', [file('error 0xC004F038')], 'message'))?.reply.title).toContain('0xC004F038');
  });

  test('tells that the files hold nothing, where nobody said anything either', async () => {
    expect((await ask('', [file('all is well')]))?.reply.summary).toContain('holds no certain error code');
    expect(await ask('see the log', [file('all is well')], 'message')).toBeUndefined();
  });

  test('tells of what it could not read in the language of the answer', async () => {
    const answer = await ask('激活失败，错误代码 0xC004F038', [TOO_LARGE]);
    expect(answer?.reply.summary).toContain('1 MB');
    expect(answer?.reply.summary).toContain('请只上传');
    expect(answer?.reply.title).toContain('0xC004F038');
  });

  test('has its writer warned of a key in a file, and keeps it from the answer and the store', async () => {
    const answer = await ask('', [file(`error 0xC004F038 ${KEY}`)]);
    await house.settled();
    expect(house.shown).toHaveLength(1);
    expect(JSON.stringify([answer, house.shown])).not.toContain(KEY.slice(0, 11));
  });

  test('is redrawn when its words are edited to other codes, with those of the files still in it', async () => {
    const files = [file('error 0xC004F038')];
    const inbound = post('', { door: 'dm', files });
    await house.bot.onMessage(inbound);
    await house.settled();
    await house.bot.onEdit({ ...inbound, text: 'and 0xC004C003' });
    await house.settled();
    expect(house.redraws).toEqual([`answer-to-${inbound.message}`]);
    const [latest] = house.drawn;
    expect(JSON.stringify(latest)).toMatch(/0xC004F038.*0xC004C003|0xC004C003.*0xC004F038/);
  });
});

import { readCaller } from '../../../../src/api/http/caller';
import { createGuard } from '../../../../src/api/http/guard';
import { createTokenCheck } from '../../../../src/api/http/tokens';

const ONE = '1'.repeat(32);
const TWO = '2'.repeat(32);

describe('a token', () => {
  const find = createTokenCheck([ONE, TWO]);

  it('is known by its number', () => {
    expect([find(`Bearer ${ONE}`), find(`bearer  ${TWO}`)]).toEqual([0, 1]);
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    `Basic ${ONE}`,
    ONE,
    `Bearer ${ONE}1`,
    `Bearer ${ONE.slice(1)}`,
    `Bearer ${ONE}, x`,
  ])('is not known from %j', (header) => {
    expect(find(header)).toBeUndefined();
  });

  it('is never nothing', () => {
    expect(createTokenCheck([])('Bearer ')).toBeUndefined();
    expect(createTokenCheck([])(undefined)).toBeUndefined();
  });
});

describe('the guard', () => {
  const from = (remoteAddress: string, headers: Record<string, string> = {}) => ({ remoteAddress, headers });

  it.each([
    ['127.0.0.1', 'localhost:3978', undefined],
    ['::1', '[::1]:3978', undefined],
    ['127.0.0.1', 'evil.example:3978', 'foreign-name'],
    ['127.0.0.1', '127.0.0.1.evil.example', 'foreign-name'],
    ['127.0.0.1', undefined, 'foreign-name'],
    ['192.0.2.7', 'localhost', 'foreign-name'],
  ])('without tokens answers %s to the name %s: %s', (address, host, reason) => {
    const guard = createGuard({ tokens: [], perMinute: 60, now: () => 0 });
    expect(guard(from(address, host === undefined ? {} : { host }))?.reason).toBe(reason);
  });

  it('with tokens answers their holders, wherever they are', () => {
    const guard = createGuard({ tokens: [ONE], perMinute: 60, now: () => 0 });
    const host = 'bot.example';
    expect(guard(from('192.0.2.7', { host, authorization: `Bearer ${ONE}` }))).toBeUndefined();
    expect(guard(from('127.0.0.1', { host: 'localhost' }))).toEqual({
      reason: 'no-token',
      headers: { 'www-authenticate': 'Bearer realm="hexfix"' },
    });
  });

  it('counts each token by itself, and guesses by where they come from', () => {
    const guard = createGuard({ tokens: [ONE, TWO], perMinute: 1, now: () => 0 });
    const ask = (token: string) => guard(from('192.0.2.7', { authorization: `Bearer ${token}` }))?.reason;
    expect([ask('guess'), ask('other guess')]).toEqual(['no-token', 'too-many']);
    expect([ask(ONE), ask(ONE), ask(TWO)]).toEqual([undefined, 'too-many', undefined]);
  });

  it('tells how long to wait', () => {
    const guard = createGuard({ tokens: [ONE], perMinute: 2, now: () => 0 });
    const rejections = [1, 2, 3].map(() => guard(from('192.0.2.7', { authorization: `Bearer ${ONE}` })));
    expect(rejections[2]).toEqual({ reason: 'too-many', headers: { 'retry-after': '30' } });
  });
});

describe('the language', () => {
  const read = (query: string, header?: string) =>
    readCaller(
      { query: new URLSearchParams(query), headers: header === undefined ? {} : { 'accept-language': header } },
      'en',
    );

  it('is the parameter, or the best of the header', () => {
    expect(read('lang=zh-CN', 'en')).toMatchObject({ chosen: 'zh-CN' });
    expect(read('', 'fr, en;q=0.4, zh-Hans-CN;q=0.8')).toEqual({
      chosen: undefined,
      platform: 'zh-CN',
      fallback: 'en',
    });
    expect(read('', 'zh;q=0, en;q=0.1')).toMatchObject({ platform: 'en' });
    expect(read('', 'zh;q=abc, ;;,=')).toMatchObject({ platform: undefined });
  });

  it.each(['lang=fr', 'lang=', 'lang=zh', 'lang=en&lang=zh-CN'])('is refused as %s', (query) => {
    expect(read(query, 'en')).toBeUndefined();
  });
});

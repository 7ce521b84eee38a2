import { createRepairs } from '../../../src/knowledge/search-repair';
import { toTokens } from '../../../src/knowledge/search-tokens';

const whole = (text: string) => toTokens(text).flatMap(({ text: token, isPart }) => (isPart ? [] : [token]));

describe('toTokens', () => {
  test.each([
    ['bsod', '蓝屏'],
    ['blue screen', 'BlueScreens'],
    ['the printer', '打印机'],
    ['KMS server', 'kms 主机'],
    ['KMS server', 'KMS主机'],
    ['crashes', 'crashed'],
    ["it isn't activated", '没有激活'],
    ['only 12 machines', '只有 3 台电脑'],
    ['stuck at 74%', 'stuck at 100 percent'],
    ['0xC004F074', 'c004f074'],
    ['秘钥', 'product key'],
  ])('takes %j and %j for the same', (one, other) => {
    expect(whole(one)).not.toEqual([]);
    expect(new Set(whole(one))).toEqual(new Set(whole(other)));
  });

  test.each([
    ['kms', 'kms host'],
    ['only 12 machines', 'only 120 machines'],
    ['make', 'mak'],
    ['report', 'port'],
    ['对象', '象'],
  ])('tells %j and %j apart', (one, other) => {
    expect(new Set(whole(one))).not.toEqual(new Set(whole(other)));
  });

  test('drops what tells nothing', () => {
    expect(whole('please help, what is this error?')).toEqual([]);
    expect(whole('你好，请问怎么办')).toEqual([]);
  });

  test('gives the parts of a phrase, and a phrase within it, as parts', () => {
    const parts = toTokens('kms host').filter(({ isPart }) => isPart);
    expect(parts).toEqual(expect.arrayContaining([{ text: 'host', isPart: true }]));
    expect(parts.map(({ text }) => text)).toContain(whole('kms')[0]);
  });
});

describe('createRepairs', () => {
  const repairs = createRepairs(
    new Map([
      ['insufficient', 3],
      ['printer', 9],
      ['pointer', 2],
      ['chain', 4],
    ]),
  );

  test.each([
    ['insufficent', 'insufficient'],
    ['insufifcient', 'insufficient'],
    ['pirnter', 'printer'],
    ['prinnter', 'printer'],
    ['xrinter', 'xrinter'],
    ['chair', 'chair'],
    ['printer', 'printer'],
    ['elephant', 'elephant'],
  ])('makes %s %s', (written, meant) => {
    expect(repairs()(written)).toBe(meant);
  });

  test('prefers the word that more entries use', () => {
    expect(repairs()('prinnter')).toBe('printer');
    expect(
      createRepairs(
        new Map([
          ['printed', 1],
          ['printer', 9],
        ]),
      )()('printex'),
    ).toBe('printer');
  });

  test('gives up on a question of unknown words only', () => {
    const repair = repairs();
    for (let count = 0; count < 6; count += 1) repair('elephants');
    expect(repair('pirnter')).toBe('pirnter');
  });
});

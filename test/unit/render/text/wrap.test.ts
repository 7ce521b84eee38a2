import fc from 'fast-check';
import { countCells } from '../../../../src/render/text/cells';
import { wrapStyled } from '../../../../src/render/text/wrap';

const same = (text: string) => text;
const wrap = (text: string, width: number) => wrapStyled([{ text, paint: same }], width);

describe('countCells', () => {
  test.each([
    ['abc', 3],
    ['激活 KMS', 8],
    ['，。', 4],
    ['ｘＣ', 4],
    ['e\u0301\u200B', 1],
    ['🎉', 2],
    ['𠀀', 2],
  ])('counts %j as %i', (text, cells) => {
    expect(countCells(text)).toBe(cells);
  });
});

describe('wrapStyled', () => {
  test('breaks at spaces', () => {
    expect(wrap('run the command again', 11)).toEqual(['run the', 'command', 'again']);
  });

  test('counts Chinese characters twice and breaks between them', () => {
    expect(wrap('激活服务器没有响应', 8)).toEqual(['激活服务', '器没有响', '应']);
  });

  test('keeps closing punctuation with what it closes, and opening with what it opens', () => {
    expect(wrap('激活失败，再试', 8)).toEqual(['激活失', '败，再试']);
    expect(wrap('激活失（再试）', 8)).toEqual(['激活失', '（再试）']);
  });

  test('keeps a word whole that is wider than the line', () => {
    expect(wrap('see https://example.com/long/path now', 10)).toEqual(['see', 'https://example.com/long/path', 'now']);
  });

  test('does not break between a run and the punctuation behind it', () => {
    const texts = [
      { text: 'run ', paint: same },
      { text: 'slmgr', paint: same },
      { text: '.', paint: same },
    ];
    expect(wrapStyled(texts, 9)).toEqual(['run', 'slmgr.']);
  });

  test('paints neighbors of one style together, spaces included', () => {
    const bold = (text: string) => `<${text}>`;
    expect(wrapStyled([{ text: 'KMS 主机', paint: bold }], 80)).toEqual(['<KMS 主机>']);
  });

  test('loses no character but spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab 激活，。（）🎉') }), fc.nat({ max: 40 }), (text, width) => {
        expect(wrap(text, width).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  test('makes no line wider than asked while no word is', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ab激活🎉'), minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 10, max: 40 }), (words, width) => {
        for (const line of wrap(words.join(' '), width)) expect(countCells(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

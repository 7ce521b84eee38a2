import fc from 'fast-check';
import { normalize } from '../../../src/code/normalize';

describe('normalized text', () => {
  test.each([
    ['０ｘＣ００４：', '0xC004:'],
    ['𝟎𝐱𝐂𝟎𝟎𝟒', '0xC004'],
    ['⓪x⁸₄', '0x84'],
    ['a\u200bb\u00adc\ufeffd\ufe0fe', 'abcde'],
    ['a\u00a0b\u3000c', 'a b c'],
    ['\u22121 \uff0d2 \u20113', '-1 -2 -3'],
    ['<b>0x</b><span class="c">C0</span>', '0xC0'],
    ['one<br/>two</p><p>three', 'one\ntwo\n\nthree'],
    ['<Data>hr</Data> <KMS host> a < b', '<Data>hr</Data> <KMS host> a < b'],
    ['<a unclosed <b>c', '<a unclosed c'],
    ['<https://example.com|0x>', '<https://example.com|0x>'],
    ['<@U024BE7LH> <#C024BE7LR|general> <!here>', '     '],
    ['&nbsp;&#48;&#x58;&amp;&lt;&shy;&bogus;&#xFFFFFF;', ' 0X&<&bogus; '],
    ['a\\r\\nb\\u0030\\x', 'a \nb0\\x'],
    ['ab=\r\ncd', 'abcd'],
    ['0×80070005, 0х8007', '0x80070005, 0x8007'],
    ['10 × 8, х1', '10 × 8, х1'],
    ['\x1b[31mred\x1b[0m', 'red'],
  ])('of %j is %j', (text, normalized) => {
    expect(normalize(text).text).toBe(normalized);
  });

  it('knows where each character came from', () => {
    const { text, toSpan } = normalize('x <b>&#48;</b>\u200bｘ!');
    expect(text).toBe('x 0x!');
    expect(toSpan(2, 4)).toEqual({ start: 5, end: 16 });
    expect(toSpan(4, 5)).toEqual({ start: 16, end: 17 });
  });

  it('leaves plain text as it is', () => {
    const view = normalize('plain text, 0xC004F074');
    expect(view.text).toBe('plain text, 0xC004F074');
    expect(view.toSpan(12, 22)).toEqual({ start: 12, end: 22 });
  });

  it('is never longer than the text, and its spans lie within it in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const view = normalize(text);
        expect(view.text.length).toBeLessThanOrEqual(text.length);
        let last = 0;
        for (let index = 0; index < view.text.length; index += 1) {
          const { start, end } = view.toSpan(index, index + 1);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

import fc from 'fast-check';
import { codeValue, isErrorCode, signedValue, toErrorCode } from '../../../src/code/error-code';

describe('error code', () => {
  test.each([
    [-1073418124, '0xC004F074'],
    [3221549172, '0xC004F074'],
    [-2147024891, '0x80070005'],
    [2147942405, '0x80070005'],
    [-2015294522, '0x87E10BC6'],
    [4294901760, '0xFFFF0000'],
    [3221225477, '0xC0000005'],
    [1074066433, '0x4004F401'],
    [0, '0x00000000'],
  ])('writes %d as %s', (value, code) => {
    expect(toErrorCode(value)).toBe(code);
  });

  it('refuses what has no 32 bits', () => {
    for (const value of [0x1_0000_0000, -0x8000_0001, 1.5, Number.NaN])
      expect(() => toErrorCode(value)).toThrow(RangeError);
  });

  it('accepts only the canonical form', () => {
    expect(isErrorCode('0xC004F074')).toBe(true);
    for (const text of ['0xc004f074', 'C004F074', '0XC004F074', '0xC004F07', '0xC004F0744']) {
      expect(isErrorCode(text)).toBe(false);
    }
  });

  it('keeps the value both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (value) => {
        const code = toErrorCode(value);
        expect(codeValue(code)).toBe(value);
        expect(toErrorCode(signedValue(code))).toBe(code);
      }),
    );
  });
});

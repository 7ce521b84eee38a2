import fc from 'fast-check';
import type { ErrorCode } from '../../../src/code/error-code';
import { findNear } from '../../../src/code/near-digits';
import { foldDigits, nearestCodes } from '../../../src/code/nearest';
import { KNOWN } from './known-codes';

function nearest(written: string): { code: string; distance: number } | undefined {
  return nearestCodes(written, KNOWN, 1)[0];
}

describe('nearest codes', () => {
  test.each([
    ['0xC004F074', '0xC004F074', 0],
    ['OxCOO4FO74', '0xC004F074', 0],
    ['0×C004-F074', '0xC004F074', 0],
    ['0xС004F074', '0xC004F074', 0],
    ['0xC004FF074', '0xC004F074', 0.5],
    ['0x8007005', '0x80070005', 0.5],
    ['0xC004F0B4', '0xC004F064', 0.5],
    ['0xC004F704', '0xC004F074', 1],
    ['0xC00F038', '0xC004F038', 1],
    ['0xC004CF038', '0xC004F038', 1],
    ['0xC004F174', '0xC004F074', 1],
  ])('of %s begin with %s, %d away', (written, code, distance) => {
    expect(nearest(written)).toEqual({ code, distance });
  });

  it('come ordered by distance, then by their numbers', () => {
    const known = new Set(['0xC004F042', '0xC004F074', '0xC004F041', '0xC004F040'] as ErrorCode[]);
    expect(nearestCodes('0xC004F040', known, 3).map(({ code }) => code)).toEqual([
      '0xC004F040',
      '0xC004F041',
      '0xC004F042',
    ]);
  });

  it('leave out what is too far', () => {
    expect(nearestCodes('0x12345678', KNOWN, 4, 1)).toEqual([]);
    expect(nearestCodes('0x8004FE22', KNOWN, 4, 1).map(({ code }) => code)).toEqual(['0x8004FE21']);
  });

  it('stay within memory of their own for any length', () => {
    expect(nearestCodes('F'.repeat(5000), KNOWN, 1)).toHaveLength(1);
    expect(nearestCodes('', KNOWN, 2)).toHaveLength(2);
  });
});

describe('near digits', () => {
  const digit = fc.constantFrom(...'0123456789ABCDEF');
  const typed = fc.array(digit, { maxLength: 12 }).map((digits) => digits.join(''));
  /** With few different digits, so that many numbers are near each other. */
  const few = fc.array(fc.constantFrom(...'0148BDE'), { minLength: 8, maxLength: 8 }).map((digits) => digits.join(''));

  it('are those that one by one turn out near', () => {
    fc.assert(
      fc.property(
        typed,
        fc.array(few, { maxLength: 40 }),
        fc.integer({ max: 8, min: 0 }),
        (written, codes, farthest) => {
          const ascending = Uint32Array.from(new Set(codes.map((code) => Number.parseInt(code, 16)))).sort();
          const oneByOne = [...ascending].flatMap((value) => findNear(written, [value], farthest));
          expect(findNear(written, ascending, farthest)).toEqual(oneByOne);
        },
      ),
    );
  });

  it('are found without looking at most of the others, however many there are', () => {
    const lookedAt = (count: number) => {
      const step = Math.floor(0x1000_0000 / count);
      const ascending = Uint32Array.from({ length: count }, (_, index) => 0xa000_0000 + index * step);
      let reads = 0;
      const counting = new Proxy(ascending, {
        get(all, place) {
          if (place !== 'length') reads += 1;
          return Reflect.get(all, place, all);
        },
      });
      expect(findNear('A0000001', counting, 2).length).toBeGreaterThan(0);
      return reads;
    };
    expect(lookedAt(100_000)).toBeLessThan(20_000);
    expect(lookedAt(1_000_000)).toBeLessThan(40_000);
  });
});

describe('folded digits', () => {
  test.each([
    ['0xc004f074', 'C004F074'],
    ['Ox8OO7OOO5', '80070005'],
    ['xC004F074', 'C004F074'],
    ['&H80070005', '80070005'],
    ['0x C004 F0l4', 'C004F014'],
    ['0xS0070005', '50070005'],
  ])('of %s are %s', (written, digits) => {
    expect(foldDigits(written)).toBe(digits);
  });
});

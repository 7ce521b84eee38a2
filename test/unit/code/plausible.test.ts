import { isArbitrary, isPlausible } from '../../../src/code/plausible';

describe('plausible values', () => {
  test.each([
    0x80070005, 0xc004f074, 0x80240034, 0xc0000005, 0xd0000022, 0xe0434352, 0xc1900101, 0x8a15000f, 0x80010108,
  ])('include %p', (value) => {
    expect(isPlausible(value)).toBe(true);
  });

  test.each([0x8abc1234, 0x80012345, 0xdeadbeef, 0x80000000, 0x80000002, 0xffffffff, 0xa0000001, 0x4004f040, 5])(
    'leave out %p',
    (value) => {
      expect(isPlausible(value)).toBe(false);
    },
  );

  it('are not arbitrary', () => {
    expect(isArbitrary(0xc0000000)).toBe(true);
    expect(isArbitrary(0xfffff800)).toBe(true);
    expect(isArbitrary(0xc004f074)).toBe(false);
  });
});

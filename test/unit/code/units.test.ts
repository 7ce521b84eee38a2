import { unitsOf } from '../../../src/code/units';

it.each([
  ['nothing', ''],
  ['ASCII', 'Error 0xC004F074'],
  ['Chinese', '错误代码'],
  ['halves of pairs', 'a\ud835b\udc00\u0000\uffff'],
  ['a long text', '0x错'.repeat(10_000)],
])('reads the code units of %s', (_, text) => {
  const units = unitsOf(text);
  expect(units.length).toBeGreaterThanOrEqual(text.length);
  expect(Array.from(units.subarray(0, text.length))).toEqual(text.split('').map((unit) => unit.charCodeAt(0)));
});

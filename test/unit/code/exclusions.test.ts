import {
  isAddressed,
  isAmount,
  isAttached,
  isInRow,
  isPartOfId,
  isRegistryValue,
  isStopParameter,
} from '../../../src/code/exclusions';
import type { Span } from '../../../src/code/mention';

/** The stretch of `number` within a text that holds it once. */
function spanOf(text: string, number: string): Span {
  const start = text.indexOf(number);
  return { start, end: start + number.length };
}

type Row = readonly [text: string, number: string, expected: boolean];

function check(name: string, test: (text: string, span: Span) => boolean, rows: readonly Row[]): void {
  describe(name, () => {
    it.each(rows)('of %j, %s: %s', (text, number, expected) => {
      expect(test(text, spanOf(text, number))).toBe(expected);
    });
  });
}

check('part of an id', isPartOfId, [
  ['c004f074-1ea4-4f37-b789-01750ba6988c', 'c004f074', true],
  ['c004f074-****-****-****-************', 'c004f074', true],
  ['0xC004F074-0x4000D', '0xC004F074', false],
  ['{0x8007abcd, 0x1234, 0x4567, 0x89}', '0x8007abcd', true],
  ['0x8007abcd, 0x1234 and more', '0x8007abcd', false],
  ['0x8c3fab12…9d41', '0x8c3fab12', true],
  ['0xC004F074...', '0xC004F074', false],
  ['fffff800`c0041234', 'fffff800', true],
  ['ntdll+0x80001234', '0x80001234', true],
]);

check('attached to its neighbors', isAttached, [
  ['#c0ffee12', 'c0ffee12', true],
  ['img_c0041234_small', 'c0041234', true],
  ['c0041234@example.com', 'c0041234', true],
  ['a..c0041234', 'c0041234', true],
  ['eax=c0041234', 'c0041234', true],
  ['C004F074/8007232B', '8007232B', false],
  ['C004F074/8007232B', 'C004F074', false],
  ['(c0041234).', 'c0041234', false],
]);

check('in a row', isInRow, [
  ['00000001 c0041234', 'c0041234', true],
  ['c0041234: 4d 5a 90 00', 'c0041234', true],
  ['80070005 8007232B', '80070005', false],
  ['80070005 is bad', '80070005', false],
]);

check('a parameter of a stop code', isStopParameter, [
  ['0x0000007E (0xC0000005, 0x80546F1C)', '0x80546F1C', true],
  ['0x0000007E (0xC0000005, 0x80546F1C)', '0xC0000005', true],
  ['BugCheck 3B, {c0000005, fffff800}', 'c0000005', true],
  ['-2147024891 (0x80070005)', '0x80070005', false],
  ['could not be started (0x80370102, again)', '0x80370102', false],
]);

check('an address', isAddressed, [
  ['the instruction at 0x80546f1c', '0x80546f1c', true],
  ['Color(0x80112233)', '0x80112233', true],
  ['what 0x80546f1c', '0x80546f1c', false],
]);

check('a registry value', isRegistryValue, [
  ['0x00000004 (4)', '0x00000004', true],
  ['0x0000007B (0xF78D2524)', '0x0000007B', false],
]);

check('an amount', isAmount, [
  ['2147942405 bytes', '2147942405', true],
  ['2147942405 个', '2147942405', true],
  ['2147942405 breaks it', '2147942405', false],
]);

import type { Candidate } from '../../../src/code/candidate';
import { isAmongNumbers, isAssigned, isInProgram, isRegister } from '../../../src/code/program-text';

/** The candidate that `number` is within a text that holds it once. */
function candidateOf(text: string, number: string): Candidate {
  const start = text.indexOf(number);
  return { start, end: start + number.length, value: Number.parseInt(number, 16), spelling: 'hex', form: 'whole' };
}

type Row = readonly [text: string, number: string, expected: boolean];

function check(name: string, test: (text: string, candidate: Candidate) => boolean, rows: readonly Row[]): void {
  describe(name, () => {
    it.each(rows)('of %j, %s: %s', (text, number, expected) => {
      expect(test(text, candidateOf(text, number))).toBe(expected);
    });
  });
}

check('the content of a register', isRegister, [
  ['rax=0x80070005', '0x80070005', true],
  ['epc : 0x80041230', '0x80041230', true],
  ['PS      : 0x00060c30  A0      : 0x8013c22e', '0x8013c22e', true],
  ['A0      : 0x8013c22e  A1      : 0x3ffb1f50', '0x8013c22e', true],
  ['iar 0x00000000 lr 0xc0004510', '0xc0004510', true],
  ['my PC: 0x80070005', '0x80070005', false],
  ['X11 0x887A0005', '0x887A0005', false],
  ['error: 0x80070005', '0x80070005', false],
]);

check('one of many numbers', (text, candidate) => isAmongNumbers(text, candidate, false), [
  ['0x8013c22e, 0x12345678', '0x8013c22e', true],
  ['0x28001053, 0xc0000053', '0xc0000053', true],
  ['0xCCDDEEFF | 0x8899AABB', '0xCCDDEEFF', true],
  ['0x80131500, 0x80070005', '0x80131500', false],
  ['0xC0000005, 0x4004F040', '0xC0000005', false],
  ['0xC0000005, 0x00000007', '0xC0000005', false],
  ['0xC0000005 and 0x12345678', '0xC0000005', false],
]);

describe('beside a word for an error', () => {
  it("two numbers that could be anything may be a vendor's codes", () => {
    const text = '0xE40200B4, 0xE401065D';
    expect(isAmongNumbers(text, candidateOf(text, '0xE401065D'), false)).toBe(true);
    expect(isAmongNumbers(text, candidateOf(text, '0xE401065D'), true)).toBe(false);
  });
});

check('the value of a variable', isAssigned, [
  ['vis=0x80000608', '0x80000608', true],
  ['"value": "0x9184e72a"', '0x9184e72a', true],
  ['`w` = `0x29345b16`', '0x29345b16', true],
  ['Windows Update: 0x80240034', '0x80240034', false],
  ['it says "0x80240034"', '0x80240034', false],
]);

check('part of a program', isInProgram, [
  ['#define BASE 0x80130001', '0x80130001', true],
  ['    .word 0x80131500', '0x80131500', true],
  ['uint32_t mask = 0x80130001', '0x80130001', true],
  ['flags |= 0x80130001;', '0x80130001', true],
  ['lui a0, 0x80131500', '0x80131500', true],
  ['case done {\nit says 0x80131500', '0x80131500', false],
  ['static address on the LAN, 0x80131500', '0x80131500', false],
  ['1603 and 0x80131500', '0x80131500', false],
]);

import { forEachRun } from '../../../src/code/runs';

function runsOf(text: string): readonly string[] {
  const runs: string[] = [];
  forEachRun(text, ({ start, end, isHex }) => {
    runs.push(`${text.slice(start, end)}${isHex ? '!' : ''}`);
    return text.startsWith('!', end) ? 'stop' : 'go on';
  });
  return runs;
}

describe('runs', () => {
  test.each([
    ['', []],
    ['no number', []],
    ['Error 0xC004F074, C004F074.', ['0xC004F074', 'C004F074!']],
    ['错误80070005怎么办', ['80070005!']],
    ['1-2', ['1!', '2!']],
    ['７', []],
    ['1 2! 3', ['1!', '2!']],
  ])('of %j are %j', (text, runs) => {
    expect(runsOf(text)).toEqual(runs);
  });

  it('that are too short for a code are passed over behind the first two thousand', () => {
    const runs = runsOf(`${'12 '.repeat(3_000)}0xC004F074 12 C004F074`);
    expect(runs).toHaveLength(2_048 + 2);
    expect(runs.slice(-2)).toEqual(['0xC004F074', 'C004F074!']);
  });
});

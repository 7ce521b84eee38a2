import { indexWords } from '../../../src/code/words';

/** The label before the `#` of a text. */
function label(text: string): string | undefined {
  return indexWords(text).labelBefore(text.indexOf('#'));
}

describe('the label before a number', () => {
  test.each([
    ['Error: #', 'error'],
    ['错误代码: #', 'label'],
    ['Fehlercode = #', 'error'],
    ['Ошибка #', 'error'],
    ['STOP: #', 'stop'],
    ['Error ID #', 'error'],
    ['invalid key #', undefined],
    ['exitCode #', 'label'],
    ['LASTEXITCODE is "#', 'label'],
    ['error in commit #', 'name'],
    ['commit fixes error #', 'error'],
    ['verification code #', 'name'],
    ['time stamp: #', 'place'],
    ['Fault offset: #', 'place'],
    ['订单号 #', 'name'],
    ['an error came up and then #', undefined],
    ['terror #', undefined],
    ['encode #', undefined],
    ['codec #', undefined],
    ['#', undefined],
  ])('in %j is %s', (text, kind) => {
    expect(label(text)).toBe(kind);
  });

  it('is found although lowering the text would move its letters', () => {
    expect(label('İ error #')).toBe('error');
  });
});

describe('words near a number', () => {
  it('reach both ways, but not far', () => {
    const near = indexWords('an error came up and then # happened');
    expect(near.hasErrorNear(26, 27)).toBe(true);
    const behind = indexWords('# 报错');
    expect(behind.hasErrorNear(0, 1)).toBe(true);
    const far = indexWords(`error ${'and so on '.repeat(12)}#`);
    expect(far.hasErrorNear(126, 127)).toBe(false);
  });

  it('tell a blue screen from other errors', () => {
    expect(indexWords('蓝屏 #').hasStopNear(3, 4)).toBe(true);
    expect(indexWords('错误 #').hasStopNear(3, 4)).toBe(false);
  });
});

describe('a text about a machine without Windows', () => {
  test.each([
    ['Guru Meditation Error', true],
    ['segfault in libfoo', true],
    ['openocd on Windows 11', false],
    ['the printer is broken', false],
  ])('is %j: %s', (text, expected) => {
    expect(indexWords(text).isForeign).toBe(expected);
  });
});

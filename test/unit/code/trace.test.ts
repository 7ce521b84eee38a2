import { findTraces } from '../../../src/code/trace';

describe('the first look at a message', () => {
  test.each([
    '0xC004F074',
    '0 x C004F074',
    '０ｘ',
    '0×C0',
    '0\u200bx',
    'C004F074',
    'CO04F07',
    '-1073418124',
    'Ｃ００４Ｆ０７４',
    '𝟖𝟎𝟎𝟕𝟎𝟎𝟎𝟓',
    'C\u00ad0\u00ad0\u00ad4\u00adF\u00ad0\u00ad7\u00ad4',
    '&#48;',
  ])('goes on with %j', (text) => {
    expect(findTraces(text).number).toBe(true);
  });

  test.each([
    '',
    'Can someone restart the print server on floor 2?',
    '大家好，今天 15:30 开会',
    'the fox in the box, proxied',
    'defaced facade',
    '10:30, 2026-01-02, 192.168.0.1',
    'ok 👍🏽😀\ufe0f',
    '\ud835 \udc00',
  ])('ends with %j', (text) => {
    expect(findTraces(text).number).toBe(false);
  });
});

describe('the first look for names', () => {
  test.each([
    'E_FAIL',
    'ERROR\\_ACCESS\\_DENIED',
    'Ｅ＿ＦＡＩＬ',
    'blue screen',
    'BSOD',
    'stop code',
    '终止代码',
    '蓝屏',
  ])('sees one in %s', (text) => {
    expect(findTraces(`oh, ${text} again`).name).toBe(true);
  });

  test.each(['snake_case', 'A-B', 'bus stop', '错误', '_x_', 'E FAIL'])('sees none in %s', (text) => {
    expect(findTraces(`oh, ${text} again`).name).toBe(false);
  });
});

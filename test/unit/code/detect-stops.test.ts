import { codesIn, only } from './detecting';
import { KNOWN } from './known-codes';

describe('what Setup reports', () => {
  test.each([
    ['0xC1900101 - 0x4000D', '0xC1900101'],
    ['0xC1900101-0x20017', '0xC1900101'],
    ['0xC1900101–0x20017', '0xC1900101'],
    ['０ｘＣ１９００１０１　－　０ｘ３００１８', '0xC1900101'],
    ['0xC1900101 - 0x00030018 after a blue screen', '0xC1900101'],
    ['0xC1900101-\n0x20017', '0xC1900101'],
    ['C1900101-4000D', '0xC1900101'],
    ['0x80070005 - 0x4000D', '0x80070005'],
    ['0x80004005 - 0xA001A', '0x80004005'],
  ])('is one code in %s', (text, code) => {
    expect(codesIn(text)).toEqual([code]);
    expect(codesIn(text, { known: KNOWN, asked: true })).toEqual([code]);
  });

  it('is two codes where both say how it failed', () => {
    expect(codesIn('0x80070005 - 0x80240034')).toEqual(['0x80070005', '0x80240034']);
  });
});

describe('a debugger', () => {
  test.each([
    ['BugCheck 9F, {3, ffffe00137b8a060, fffff80156ec1cb0, 0}', ['0x0000009F']],
    ['SYSTEM_SERVICE_EXCEPTION (3b)\nbluescreen', ['0x0000003B']],
    ['BugcheckCode 59, bluescreen', ['0x0000003B']],
    ['CRITICAL_PROCESS_DIED (ef)\nArguments:\nArg1: ffff9d8e406ee080', ['0x000000EF']],
    ['BUGCHECK_CODE:  9f', ['0x0000009F']],
    ['DUMP_FILE_ATTRIBUTES: 0x8\n\nBUGCHECK_CODE:  9f', ['0x0000009F']],
    ['CRITICAL_PROCESS_DIED (ef)\nwas written on the wall', []],
    ['stop code 7b', ['0x0000007B']],
    ['bugcheck 0, {0, 0}', []],
    ['BSOD 3d games', []],
    ['0x0000007F (0x00000008, 0x80042000, 0, 0), blue screen', ['0x0000007F']],
  ])('writes stop codes in few digits: %s', (text, codes) => {
    expect(codesIn(text)).toEqual(codes);
  });
});

it('is a number in hex, although an event has it in decimal', () => {
  expect(only('BugcheckCode 26')).toMatchObject({ code: '0x0000001A', spelling: 'bare-hex' });
});

describe('what a stop code stands with', () => {
  test.each([
    'blue screen 0x1A, the first parameter is 0x3452',
    'bugcheck 0x1A, parameter 1: 0x5305',
    'MEMORY_MANAGEMENT (1a)\nArg1: 0000000000041792\nArg4: ffffffffc00000a0',
    '<Data Name="BugcheckCode">26</Data><Data Name="BugcheckParameter1">0x6001</Data>',
  ])('is none in %s', (text) => {
    expect(codesIn(text, { known: KNOWN, asked: true })).toEqual(['0x0000001A']);
  });
});

describe('a stop code', () => {
  test.each([
    'BSOD 0x7E',
    'what is stop code 0x7E',
    'STOP 0x7E',
    '蓝屏 0x7E',
    'got a 0x7E bugcheck',
    'blue screen KMODE_TRAP 0x7E',
  ])('may be short in %s', (text) => {
    expect(codesIn(text)).toEqual(['0x0000007E']);
  });

  test.each(['stop 0x7E bytes early', '0x7E bug check parameters', 'C3STOP 0x7E', 'BSOD, then 0x7E', 'error 0x7E'])(
    'is not what %s has',
    (text) => {
      expect(codesIn(text)).toEqual([]);
    },
  );
});

it('takes no parameter of a stop code for a code of its own, also when somebody asks', () => {
  const text = 'blue screen again: STOP: 0x0000007E (0xFFFFFFFFC0000005, 0xFFFFF80312345678, 0xB, 0xC)';
  expect(codesIn(text, { asked: true })).toEqual(['0x0000007E', '0xC0000005']);
});

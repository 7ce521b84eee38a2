import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectCodes } from '../../../src/code/detect';
import type { ErrorCode } from '../../../src/code/error-code';
import type { Mention } from '../../../src/code/mention';
import { KNOWN } from './known-codes';
import { named } from './named';

interface Message {
  readonly text: string;
  readonly codes?: readonly string[];
}

const MESSAGES = join(__dirname, '../../fixtures/messages');

function readMessages(file: string): readonly Message[] {
  const lines = readFileSync(join(MESSAGES, file), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Message);
}

function codesIn(text: string, options: Parameters<typeof detectCodes>[1] = { known: KNOWN }): readonly string[] {
  return detectCodes(text, options).map((mention) => mention.code);
}

function only(text: string, options: Parameters<typeof detectCodes>[1] = { known: KNOWN }): Mention | undefined {
  const mentions = detectCodes(text, options);
  expect(mentions).toHaveLength(1);
  return mentions[0];
}

describe('messages with codes', () => {
  test.each(readMessages('with-codes.jsonl'))('finds $codes in $text', ({ text, codes }) => {
    expect(codesIn(text)).toEqual(codes);
  });
});

describe('messages without codes', () => {
  test.each(readMessages('without-codes.jsonl'))('finds nothing in $text', ({ text }) => {
    expect(codesIn(text)).toEqual([]);
  });
});

describe('messages as threads have them', () => {
  test.each(readMessages('threads.jsonl'))('finds $codes in $text', ({ text, codes }) => {
    expect(codesIn(text, { known: KNOWN, named })).toEqual(codes);
  });
});

describe('pasted output', () => {
  test.each([
    ['Error: 0xC004F074 The Software…', ['0xC004F074']],
    ['错误：0xC004F074软件授权服务…', ['0xC004F074']],
    ['Error 8007007B with notification message 0xC004F056 ??', ['0x8007007B', '0xC004F056']],
    ['hr=0x803F7001\\r\\nCommand-line arguments', ['0x803F7001']],
    ['Error code 8007000d.', ['0x8007000D']],
    ["run 'slui.exe 0x2a 0xC004E015' to display", ['0xC004E015']],
    ['0x0,5,Ignite1…', []],
    ['0x00000000, 0x00000000, host:1688', []],
    ['ERROR CODE: 0x4004F040 (for information purposes only…)', []],
    ['kb/2870357#Error0xC004F074', ['0xC004F074']],
    ['/ddescr:0x8007000D', ['0x8007000D']],
    ['Exit code -1073418124', ['0xC004F074']],
    ['ReturnValue = 3221549172', ['0xC004F074']],
    ['LicenseStatusReason : 1074066433', ['0x4004F401']],
    ['0xc004f074、0x8007232b', ['0xC004F074', '0x8007232B']],
    ['０ｘＣ００４Ｆ０７４', ['0xC004F074']],
    ['0xC004F O74', ['0xC004F074']],
    ['OxC004F074', ['0xC004F074']],
    ['0xC004F06C, 0x00000000, azkms…, 34e1ae55-27f8-4950-8877-7a03be5fb181, ', ['0xC004F06C']],
    ['0x0f005f in a sysprep log', []],
    ['4de7cb65-cdf1-4de9-8ae8-e3cce27b9f2c', []],
    ['03612-03308-000-000000-00-2052-22000.0000-0362022', []],
    ['KB971033, 20.118.99.224:1688', []],
    ['0xC00F038', ['0xC004F038']],
    ['0xC004CF038', ['0xC004F038']],
  ])('reads %s', (text, codes) => {
    expect(codesIn(text)).toEqual(codes);
  });
});

describe('spans', () => {
  test.each([
    ['Error: 0xC004F074 here', '0xC004F074'],
    ['错误：０ｘＣ００４Ｆ０７４。', '０ｘＣ００４Ｆ０７４'],
    ['a <b>0xC004</b>F074 z', '0xC004</b>F074'],
    ['&#48;xC004F074!', '&#48;xC004F074'],
    ['code \u200b0xC0\u200b04F074\u200b.', '0xC0\u200b04F074'],
    ['😀 exit code −1073418124', '−1073418124'],
  ])('covers the code as it stands in %s', (text, written) => {
    const mention = only(text);
    expect(mention?.written).toBe(written);
    expect(text.slice(mention?.span.start, mention?.span.end)).toBe(written);
  });
});

describe('spelling and confidence', () => {
  test.each([
    ['0xC004F074', 'hex', 'sure'],
    ['0x80041234', 'hex', 'sure'],
    ['0x8ABC1234', 'hex', 'likely'],
    ['C004F074', 'bare-hex', 'sure'],
    ['Error 80240034', 'bare-hex', 'sure'],
    ['8024402c', 'bare-hex', 'likely'],
    ['-1073418124', 'signed-decimal', 'sure'],
    ['Error 3221549172', 'decimal', 'sure'],
    ['0x0000007E', 'hex', 'likely'],
    ['blue screen 0x0000007E', 'hex', 'sure'],
    ['OxC004F074', 'slip', 'guess'],
    ['https://example.com/error-0xc004f074', 'hex', 'likely'],
  ])('reads %s as %s, %s', (text, spelling, confidence) => {
    expect(only(text)).toMatchObject({ spelling, confidence });
  });
});

describe('a code that is mentioned twice', () => {
  it('is reported once, in the order of first appearance', () => {
    expect(codesIn('0x8007232B then 0xC004F074, -1073418124 and again 8007232b')).toEqual(['0x8007232B', '0xC004F074']);
  });

  it('is as sure as its surest place', () => {
    const text = 'https://example.com/error-0xc004f074 says 0xC004F074';
    expect(only(text)).toMatchObject({ confidence: 'sure', span: { start: text.length - 10 } });
  });

  it('is no slip when it is also spelled right', () => {
    expect(only('OxC004F074, I mean 0xC004F074')).toMatchObject({ spelling: 'hex', confidence: 'sure' });
  });
});

describe('when somebody asks', () => {
  const asked = { known: KNOWN, asked: true };

  test.each([
    ['8ABC1234', ['0x8ABC1234']],
    ['0x7E', ['0x0000007E']],
    ['1603', ['0x00000643']],
    ['error 1603', ['0x00000643']],
    ['0xB1234567', ['0xB1234567']],
    ['0x4004F040', ['0x4004F040']],
    ['2147942659', ['0x80070103']],
    ['5', ['0x00000005']],
    ['１６０３', ['0x00000643']],
    ['exit code 1603', ['0x00000643']],
    ['MSI 1618', ['0x00000652']],
    ['what does 1603 mean', ['0x00000643']],
    ['1603 是什么意思', ['0x00000643']],
    ['stop 7e', ['0x0000007E']],
    ['stop 50', ['0x00000050']],
    ['FFFFFFFF80070005', ['0x80070005']],
    ['18446744072635809797', ['0xC0000005']],
    ['0xfffffffe', ['0xFFFFFFFE']],
  ])('takes %s for a code', (text, codes) => {
    expect(codesIn(text)).toEqual([]);
    expect(codesIn(text, asked)).toEqual(codes);
  });

  test.each([
    '0x00000000',
    'slui.exe 0x2a',
    'I have 5 machines',
    '10.0.19041.1',
    '1',
    '4294967295',
    'commit c0ffee12',
    '4de7cb65-cdf1-4de9-8ae8-e3cce27b9f2c',
    'Event 7000',
    'what is event 7000?',
    'BSOD 10 times',
    '18446744073709551615',
  ])('still finds nothing in %s', (text) => {
    expect(codesIn(text, asked)).toEqual([]);
  });
});

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

describe('a name', () => {
  test.each([
    ['fails with ERROR_ACCESS_DENIED', '0x80070005'],
    ['错误 E_FAIL', '0x80004005'],
    ['got an E_ACCESSDENIED error', '0x80070005'],
    ['Stop code: CRITICAL_PROCESS_DIED', '0x000000EF'],
    ['终止代码：IRQL NOT LESS OR EQUAL', '0x0000000A'],
    ['bluescreen, memory management', '0x0000001A'],
    ['error DRIVER\\_POWER\\_STATE\\_FAILURE', '0x0000009F'],
    ['error ＥＲＲＯＲ＿ＤＩＳＫ＿ＦＵＬＬ', '0x80070070'],
  ])('is read in %s', (text, code) => {
    expect(only(text, { named })).toMatchObject({ code, spelling: 'symbol', confidence: 'sure' });
  });

  test.each([
    'if (hr == E_FAIL)',
    '#define ERROR_ACCESS_DENIED 5L',
    'we map error E_FAIL to 500',
    'auto error = E_FAIL',
    'fails with E_INVALIDARG or E_POINTER',
    'error S_FALSE',
    'STATUS_PENDING',
    'MEMORY_MANAGEMENT',
    'stop the MEMORY_MANAGEMENT job',
    'error in E_FAIL.md',
    'error https://example.com/E_FAIL',
  ])('is only spoken of in %s', (text) => {
    expect(codesIn(text, { named })).toEqual([]);
  });

  test.each([
    ['E_FAIL', '0x80004005'],
    ['error_access_denied', '0x80070005'],
    ['critical process died', '0x000000EF'],
    ['what does SL_E_VL_NOT_ENOUGH_COUNT mean', '0xC004F038'],
    ['if (hr == E_FAIL)', '0x80004005'],
  ])('counts when somebody asks about %s', (text, code) => {
    expect(only(text, { named, asked: true })).toMatchObject({ code, spelling: 'symbol' });
  });

  test.each([
    ['error 0x80070005 E_ACCESSDENIED', '0x80070005', false],
    ['error 5 (ERROR_ACCESS_DENIED)', '0x00000005', true],
    ['blue screen DRIVER_POWER_STATE_FAILURE (0x9F)', '0x0000009F', false],
  ])('adds nothing to its own number in %s', (text, code, asked) => {
    expect(only(text, { named, asked })).toMatchObject({ code, spelling: expect.stringMatching(/hex|decimal/) });
  });

  it('may be one of several on blue screens', () => {
    const text = 'blue screens: MEMORY_MANAGEMENT and DRIVER_POWER_STATE_FAILURE';
    expect(codesIn(text, { named })).toEqual(['0x0000001A', '0x0000009F']);
  });

  it('is asked about only where something looks like one', () => {
    const lookedUp: string[] = [];
    const listen = (symbol: string): undefined => {
      lookedUp.push(symbol);
    };
    detectCodes('Lunch at noon? The room is 0x10 steps away, and nothing_here is a name. BSOD', { named: listen });
    expect(lookedUp.filter((symbol) => !/^(?:[A-Z0-9]+_)+[A-Z0-9]+$/.test(symbol))).toEqual([]);
    lookedUp.length = 0;
    detectCodes('Lunch at noon? The room is 0x10 steps away, and nothing_here is a name.', { named: listen });
    expect(lookedUp).toEqual([]);
  });
});

describe('a debugger', () => {
  test.each([
    ['BugCheck 9F, {3, ffffe00137b8a060, fffff80156ec1cb0, 0}', ['0x0000009F']],
    ['SYSTEM_SERVICE_EXCEPTION (3b)\nbluescreen', ['0x0000003B']],
    ['BugcheckCode 59, bluescreen', ['0x0000003B']],
    ['stop code 7b', ['0x0000007B']],
    ['bugcheck 0, {0, 0}', []],
    ['BSOD 3d games', []],
    ['0x0000007F (0x00000008, 0x80042000, 0, 0), blue screen', ['0x0000007F']],
  ])('writes stop codes in few digits: %s', (text, codes) => {
    expect(codesIn(text)).toEqual(codes);
  });
});

describe('a line of a program', () => {
  test.each([
    '#define CKR_DEVICE_ERROR 0x00000030UL',
    '  IDXD_SCMD_DEV_FAILED = 0x80000010,\n  IDXD_NEXT = 1',
    'const int STATUS_ACCESS_VIOLATION = unchecked((int)0xC0000005);',
    '#define FD_RAW_STOP_IF_FAILURE 0x200 /* stop if we encounter a failure */',
    '#define RL_STATE 0x0000080',
  ])('reports nothing in %s', (text) => {
    const known = new Set(['0xC0000005', '0x80000010', '0x00000030', '0x00000080'] as ErrorCode[]);
    expect(codesIn(text, { known })).toEqual([]);
  });
});

describe('a number of eight decimal digits that has an entry', () => {
  const known = new Set(['0x80040154' as ErrorCode]);

  test.each(['PO 80040154 needs approval', '80040154 units were sold'])('is none in %s', (text) => {
    expect(codesIn(text, { known })).toEqual([]);
  });

  test.each(['80040154', 'Intune error since Monday, and the log of the office shows again and again: 80040154'])(
    'is one in %s',
    (text) => {
      expect(codesIn(text, { known })).toEqual(['0x80040154']);
    },
  );
});

describe('a slip beside a small number that has an entry', () => {
  it('is not repaired to it', () => {
    const known = new Set(['0x0000007E', '0x00000101'] as ErrorCode[]);
    expect(codesIn('mask 0x0000007', { known })).toEqual([]);
    expect(codesIn('flag is 0x000007E', { known })).toEqual([]);
    expect(codesIn('value 0x0000010L', { known })).toEqual([]);
  });
});

describe('information', () => {
  it('is no error where the text says so', () => {
    const known = new Set(['0x4004F040' as ErrorCode]);
    const text = 'ERROR CODE: 0x4004F040 (for information purposes only as the status is licensed)';
    expect(codesIn(text, { known })).toEqual([]);
    expect(codesIn(text, { known, asked: true })).toEqual(['0x4004F040']);
  });
});

describe('a small number that has an entry', () => {
  it('is no surer for it', () => {
    const known = new Set(['0x00000004' as ErrorCode, '0x0000007E' as ErrorCode]);
    expect(codesIn('handle 0x00000004 leaked', { known })).toEqual([]);
    expect(only('0x0000007E', { known })?.confidence).toBe('likely');
  });
});

describe('a slip', () => {
  it('is not repaired when two codes are equally near', () => {
    expect(codesIn('0xC004F0174')).toEqual([]);
  });

  it('is not seen in a code that is spelled right but has no entry', () => {
    expect(only('0xC004F047')).toMatchObject({ code: '0xC004F047', spelling: 'hex' });
  });

  it('needs known codes, unless only the prefix or the zeros are wrong', () => {
    expect(codesIn('0xC004FF074', {})).toEqual([]);
    expect(codesIn('OxC000021A', {})).toEqual(['0xC000021A']);
  });
});

describe('a broken number', () => {
  it('is joined only where eight digits come of it and no row goes on', () => {
    expect(codesIn('0x8007 0005')).toEqual(['0x80070005']);
    expect(codesIn('0x8007 0005 1a2b 3c4d')).toEqual([]);
    expect(only('0x8007 00051')?.spelling).toBe('slip');
    expect(codesIn('0x2a 0xC004E016')).toEqual(['0xC004E016']);
  });
});

describe('a table of codes', () => {
  it('is cut off at 128', () => {
    const table = Array.from({ length: 300 }, (_, index) => `0x8007${(0x1000 + index).toString(16)}`).join(' ');
    expect(codesIn(table)).toHaveLength(128);
  });
});

describe('known codes', () => {
  it('reports an information code only where it has an entry', () => {
    expect(codesIn('0x4004F065 and 0x4004F040')).toEqual(['0x4004F065']);
  });

  it('believes a known number without a word for an error', () => {
    const known = new Set(['0x80070005' as ErrorCode]);
    expect(codesIn('80070005', { known })).toEqual(['0x80070005']);
    expect(codesIn('80070005', {})).toEqual([]);
  });
});

describe('a stop code', () => {
  test.each(['BSOD 0x7E', 'what is stop code 0x7E', 'STOP 0x7E', '蓝屏 0x7E', 'blue screen KMODE_TRAP 0x7E'])(
    'may be short in %s',
    (text) => {
      expect(codesIn(text)).toEqual(['0x0000007E']);
    },
  );

  test.each(['stop 0x7E bytes early', 'C3STOP 0x7E', 'BSOD, then 0x7E', 'error 0x7E'])('is not what %s has', (text) => {
    expect(codesIn(text)).toEqual([]);
  });
});

describe('a number in many places', () => {
  const refused = '/80090016 '.repeat(40);

  it('is looked at in the first of them alone', () => {
    expect(codesIn(`error 80090016 ${refused}`)).toEqual(['0x80090016']);
    expect(codesIn(`${refused} error 80090016`)).toEqual([]);
  });
});

describe('a dump', () => {
  it('does not hide the codes behind it that are known or called an error', () => {
    const dump = Array.from({ length: 1_000 }, (_, index) => `0x${(0x20000000 + index * 65_537).toString(16)},`).join(
      ' ',
    );
    expect(codesIn(`${dump}\nC004F074, error: 0x80090016, later`)).toEqual(['0xC004F074', '0x80090016']);
  });
});

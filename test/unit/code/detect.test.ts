import type { ErrorCode } from '../../../src/code/error-code';
import { codesIn, only } from './detecting';
import { KNOWN } from './known-codes';

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
    ['error 1603', ['0x00000643']],
    ['code 1618', ['0x00000652']],
    ['what does 1603 mean', ['0x00000643']],
    ['1603 是什么意思', ['0x00000643']],
    ['stop 7e', ['0x0000007E']],
    ['stop 50', ['0x00000050']],
    ['FFFFFFFF80070005', ['0x80070005']],
    ['18446744072635809797', ['0xC0000005']],
    ['0xfffffffe', ['0xFFFFFFFE']],
    ['0x12345678', ['0x12345678']],
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

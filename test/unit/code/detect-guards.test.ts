import type { ErrorCode } from '../../../src/code/error-code';
import { codesIn, only } from './detecting';

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

describe('a table of codes', () => {
  it('is cut off at 128', () => {
    const table = Array.from({ length: 300 }, (_, index) => `0x8007${(0x1000 + index).toString(16)}`).join(' ');
    expect(codesIn(table)).toHaveLength(128);
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

describe('a link to read', () => {
  const link = 'https://support.example.com/installation-error-0x800f0906,-0x800f0907';

  it('says nothing where the message itself says what failed', () => {
    expect(codesIn(`Error code: 0x800F0831, see ${link}`)).toEqual(['0x800F0831']);
  });

  it('may be all there is', () => {
    expect(codesIn(link)).toEqual(['0x800F0906']);
  });
});

describe('a time stamp in a log', () => {
  it('stays one when somebody asks about the log, and is a number when it is all they ask about', () => {
    const known = new Set(['0xC0000409' as ErrorCode]);
    const log = 'Exception code: 0xc0000409\nntdll.dll, time stamp: 0xbced4b82';
    expect(codesIn(log, { known, asked: true })).toEqual(['0xC0000409']);
    expect(codesIn('time stamp: 0xbced4b82', { known, asked: true })).toEqual(['0xBCED4B82']);
  });
});

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KnowledgeError } from '../../../src/knowledge/fault';
import { createNameTable } from '../../../src/knowledge/names';

function folder(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'hexfix-names-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  return directory;
}

const SMALL = folder({
  'documented.tsv': '0x00000005\twin32\tRAS_FIVE\tras\n0x0000000A\tstop-code\tIRQL_NOT_LESS_OR_EQUAL\tbug-checks\n',
  'headers.tsv':
    '0x00000005\twin32\tERROR_ACCESS_DENIED\n0x80040200\thresult\tONE_E TWO_E\n0xFFFFFFFF\tntstatus\tSTATUS_LAST\n',
});

describe('a small table of names', () => {
  const names = createNameTable(SMALL);

  it('keeps the kinds apart', () => {
    expect(names.namesOf('stop-code', 0xa)).toEqual(['IRQL_NOT_LESS_OR_EQUAL']);
    expect(names.namesOf('win32', 0xa)).toEqual([]);
    expect(names.namesOf('hresult', 5)).toEqual([]);
  });

  it('gives all names of a number, the documented first', () => {
    expect(names.namesOf('win32', 5)).toEqual(['RAS_FIVE', 'ERROR_ACCESS_DENIED']);
    expect(names.namesOf('hresult', 0x80040200)).toEqual(['ONE_E', 'TWO_E']);
  });

  it('finds the first and the last number and nothing beside them', () => {
    expect(names.namesOf('ntstatus', 0xffff_ffff)).toEqual(['STATUS_LAST']);
    expect(names.namesOf('ntstatus', 0xffff_fffe)).toEqual([]);
    expect(names.namesOf('win32', 0)).toEqual([]);
  });

  it('finds a number by its whole name, in any case', () => {
    expect(names.codesNamed('error_access_denied')).toEqual([{ kind: 'win32', value: 5 }]);
    expect(names.codesNamed('Two_E')).toEqual([{ kind: 'hresult', value: 0x80040200 }]);
    expect(names.codesNamed('ERROR_ACCESS')).toEqual([]);
    expect(names.codesNamed('ERROR_ACCESS_DENIED ')).toEqual([]);
    expect(names.codesNamed('')).toEqual([]);
    expect(names.codesNamed('bug-checks')).toEqual([]);
  });
});

it('tells names apart that share a hash', () => {
  const names = createNameTable(
    folder({ 'documented.tsv': '', 'headers.tsv': '0x80004001\thresult\tE_RRAZ\n0x80004002\thresult\tE_OAEEA\n' }),
  );
  expect(names.codesNamed('E_RRAZ')).toEqual([{ kind: 'hresult', value: 0x80004001 }]);
  expect(names.codesNamed('E_OAEEA')).toEqual([{ kind: 'hresult', value: 0x80004002 }]);
});

describe('broken tables', () => {
  it('are read no sooner than they are asked for, and then say what is missing', () => {
    const names = createNameTable(folder({ 'headers.tsv': '' }));
    expect(() => names.namesOf('win32', 5)).toThrow(KnowledgeError);
    expect(() => names.codesNamed('ERROR_ACCESS_DENIED')).toThrow('names/documented.tsv cannot be read');
  });

  test.each([
    ['a value without its zeros', '0x5\twin32\tERROR_ACCESS_DENIED\n'],
    ['an unknown kind', '0x00000005\tsignal\tSIGTRAP\n'],
    ['no name', '0x00000005\twin32\t\n'],
  ])('name the line with %s', (_, line) => {
    const names = createNameTable(folder({ 'documented.tsv': '', 'headers.tsv': line }));
    expect(() => names.namesOf('win32', 5)).toThrow(line.trim().split('\t')[0]);
  });
});

describe('the table that ships', () => {
  const names = createNameTable();

  test.each([
    ['win32', 5, 'ERROR_ACCESS_DENIED'],
    ['win32', 1603, 'ERROR_INSTALL_FAILURE'],
    ['win32', 9003, 'DNS_ERROR_RCODE_NAME_ERROR'],
    ['win32', 9501, 'DNS_INFO_NO_RECORDS'],
    ['win32', 1722, 'RPC_S_SERVER_UNAVAILABLE'],
    ['win32', 2250, 'ERROR_NOT_CONNECTED'],
    ['win32', 2221, 'NERR_UserNotFound'],
    ['win32', 12002, 'ERROR_WINHTTP_TIMEOUT'],
    ['win32', 12175, 'ERROR_WINHTTP_SECURE_FAILURE'],
    ['win32', 10060, 'WSAETIMEDOUT'],
    ['win32', 691, 'ERROR_AUTHENTICATION_FAILURE'],
    ['hresult', 0x80240034, 'WU_E_DOWNLOAD_FAILED'],
    ['hresult', 0x80040154, 'REGDB_E_CLASSNOTREG'],
    ['hresult', 0x8004100e, 'WBEM_E_INVALID_NAMESPACE'],
    ['hresult', 0x80131500, 'COR_E_EXCEPTION'],
    ['hresult', 0x8a15000d, 'APPINSTALLER_CLI_ERROR_INVALID_SOURCE_TYPE'],
    ['hresult', 0xc1900101, 'MOSETUP_E_SETUP_PLATFORM'],
    ['hresult', 0x800f081f, 'CBS_E_SOURCE_MISSING'],
    ['hresult', 0x80d02002, 'DO_E_DOWNLOAD_NO_PROGRESS'],
    ['hresult', 0x80180014, 'MENROLL_E_DEVICENOTSUPPORTED'],
    ['ntstatus', 0xc0000005, 'STATUS_ACCESS_VIOLATION'],
    ['ntstatus', 0xc0000022, 'STATUS_ACCESS_DENIED'],
    ['stop-code', 0x7e, 'SYSTEM_THREAD_EXCEPTION_NOT_HANDLED'],
    ['stop-code', 0x1000007e, 'SYSTEM_THREAD_EXCEPTION_NOT_HANDLED_M'],
    ['stop-code', 0xdeaddead, 'MANUALLY_INITIATED_CRASH1'],
  ] as const)('calls %s %p %s, and finds it by that name', (kind, value, name) => {
    expect(names.namesOf(kind, value)[0]).toBe(name);
    expect(names.codesNamed(name)).toContainEqual({ kind, value });
  });

  it('knows no name for codes that are in no header and no list', () => {
    for (const value of [0x8004fe21, 0x80092328, 0x803f7001]) {
      expect(names.namesOf('hresult', value)).toEqual([]);
    }
  });
});

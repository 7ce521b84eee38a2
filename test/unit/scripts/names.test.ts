import type { HeaderCode } from '../../../scripts/names/parse-header.mjs';

const RUST = `
// pub const ERROR_IN_A_COMMENT: DWORD = 1;
pub const FACILITY_XPS: HRESULT = 82;
pub const ERROR_SUCCESS: DWORD = 0;
pub const NO_ERROR: DWORD = 0;
pub const ERROR_ACCESS_DENIED: DWORD = 5;
pub const DNS_ERROR_NO_MEMORY: DWORD = ERROR_ACCESS_DENIED;
pub const WINHTTP_BASE_NUMBER: DWORD = 12000;
pub const ERROR_WINHTTP_TIMEOUT: DWORD = WINHTTP_BASE_NUMBER + 2;
pub const E_FAIL: HRESULT = 0x80004005;
pub const SCARD_S_SUCCESS: HRESULT = NO_ERROR as i32;
pub const BG_E_EMPTY: DWORD = 0x80200003;
pub const CO_E_FIRST: HRESULT = 0x800401F0;
pub const STATUS_A_NAME_THAT_TAKES_A_LINE: NTSTATUS
    = 0xC000019E;
pub const NOT_A_NUMBER: &'static str = "5";
ENUM!{enum WBEMSTATUS {
    WBEM_E_FAILED = 0x80041001,
}}
`;

const C = `
//
// MessageText: 5 is no code
//
#define NERR_BASE 2100
#define NERR_UserNotFound (NERR_BASE+121)
#define WSABASEERR 10000
#define WSAEINTR (WSABASEERR + 4)
#define ERROR_INSUFFICIENT_BUFFER __MSABI_LONG(122)
#define E_NOT_SUFFICIENT_BUFFER HRESULT_FROM_WIN32(ERROR_INSUFFICIENT_BUFFER)
#define WU_E_NO_SERVICE _HRESULT_TYPEDEF_(0x80240001L)
#define SL_E_NOT_SUPPORTED 0xC004F016 /* nothing else */
#define SUCCEEDED(hr) ((HRESULT)(hr) >= 0)
#define _WINERROR_
#define __IN__WINERROR_ 1
`;

function list(codes: readonly HeaderCode[]): readonly string[] {
  return codes.map(({ kind, value, name }) => `${kind} 0x${value.toString(16)} ${name}`);
}

describe('the generator of the table of names', () => {
  it('reads codes from a Rust header, and only codes', async () => {
    const { parseHeader } = await import('../../../scripts/names/parse-header.mjs');
    expect(list(parseHeader(RUST, 'shared/winerror.rs'))).toEqual([
      'win32 0x0 ERROR_SUCCESS',
      'win32 0x0 NO_ERROR',
      'win32 0x5 ERROR_ACCESS_DENIED',
      'win32 0x5 DNS_ERROR_NO_MEMORY',
      'win32 0x2ee0 WINHTTP_BASE_NUMBER',
      'win32 0x2ee2 ERROR_WINHTTP_TIMEOUT',
      'hresult 0x80004005 E_FAIL',
      'hresult 0x0 SCARD_S_SUCCESS',
      'hresult 0x80200003 BG_E_EMPTY',
      'ntstatus 0xc000019e STATUS_A_NAME_THAT_TAKES_A_LINE',
      'hresult 0x80041001 WBEM_E_FAILED',
    ]);
  });

  it('reads codes from a C header, and only codes', async () => {
    const { parseHeader } = await import('../../../scripts/names/parse-header.mjs');
    expect(list(parseHeader(C, 'winerror.h'))).toEqual([
      'win32 0x8ad NERR_UserNotFound',
      'win32 0x2714 WSAEINTR',
      'win32 0x7a ERROR_INSUFFICIENT_BUFFER',
      'hresult 0x8007007a E_NOT_SUFFICIENT_BUFFER',
      'hresult 0x80240001 WU_E_NO_SERVICE',
      'hresult 0xc004f016 SL_E_NOT_SUPPORTED',
    ]);
    expect(list(parseHeader('#define STATUS_SUCCESS ((NTSTATUS)0x00000000)', 'ntstatus.h'))).toEqual([
      'ntstatus 0x0 STATUS_SUCCESS',
    ]);
  });

  it('writes a line for each number of each kind, sorted, each name once and the first in front', async () => {
    const { countTable, formatTable } = await import('../../../scripts/names/table.mjs');
    const table = formatTable([
      { kind: 'ntstatus', value: 0xc0000005, name: 'STATUS_ACCESS_VIOLATION' },
      { kind: 'hresult', value: 0x80004005, name: 'E_FAIL' },
      { kind: 'win32', value: 13, name: 'SECOND_OF_ALL' },
      { kind: 'win32', value: 5, name: 'ERROR_ACCESS_DENIED' },
      { kind: 'win32', value: 5, name: 'ALSO_FIVE' },
      { kind: 'win32', value: 5, name: 'ERROR_ACCESS_DENIED' },
    ]);
    expect(table).toBe(
      '0x00000005\twin32\tERROR_ACCESS_DENIED ALSO_FIVE\n0x0000000D\twin32\tSECOND_OF_ALL\n' +
        '0x80004005\thresult\tE_FAIL\n0xC0000005\tntstatus\tSTATUS_ACCESS_VIOLATION\n',
    );
    expect(countTable(table)).toEqual({ win32: 2, hresult: 1, ntstatus: 1 });
  });
});

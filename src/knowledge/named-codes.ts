/** From a name to the codes that bear it, as detection asks for them. */

import { type ErrorCode, LARGEST_SMALL, toErrorCode } from '../code/error-code';
import { hresultOfWin32 } from '../code/same-fault';
import type { NameTable } from './names';

/**
 * The codes of a name, case aside: an HRESULT, an NTSTATUS and a stop code by their value, a Win32 number as the HRESULT that
 * carries it. Empty for a name that nothing has.
 */
export function namedCodes(symbol: string, names: NameTable): readonly ErrorCode[] {
  const codes = names
    .codesNamed(symbol)
    .map(({ kind, value }) =>
      kind === 'win32' && value <= LARGEST_SMALL ? hresultOfWin32(value) : toErrorCode(value),
    );
  return [...new Set(codes)];
}

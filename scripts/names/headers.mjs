/**
 * Which headers of which packages the names come from, and what of each counts as a code. A header that carries no license
 * of its own, or another one than its package says here, does not belong in this list.
 */

/** Where each package is from; the license is that of the headers listed, not of everything the package holds. */
export const PACKAGES = {
  'librust-winapi-dev': {
    version: '0.3.9-1+b1',
    folder: 'usr/share/cargo/registry/winapi-0.3.9/src',
    license: 'MIT OR Apache-2.0',
  },
  'mingw-w64-common': {
    version: '10.0.0-3',
    folder: 'usr/share/mingw-w64/include',
    license: 'LicenseRef-public-domain',
  },
};

/**
 * In the order of trust: the first to name a number gives its usual name. `only` tells codes from other constants where a
 * header holds both.
 */
export const HEADERS = [
  { package: 'librust-winapi-dev', file: 'shared/winerror.rs' },
  { package: 'librust-winapi-dev', file: 'shared/ntstatus.rs' },
  { package: 'librust-winapi-dev', file: 'um/winhttp.rs', only: /^ERROR_WINHTTP_/ },
  { package: 'librust-winapi-dev', file: 'um/wininet.rs', only: /^ERROR_(?:INTERNET|HTTP|FTP|GOPHER)_/ },
  { package: 'librust-winapi-dev', file: 'um/wbemcli.rs', only: /^WBEM\w*_[ES]_/ },
  { package: 'librust-winapi-dev', file: 'um/vsserror.rs', only: /^VSS_[ES]_/ },
  { package: 'mingw-w64-common', file: 'winerror.h' },
  { package: 'mingw-w64-common', file: 'ntstatus.h' },
  { package: 'mingw-w64-common', file: 'wuerror.h', only: /^WU_[ES]_/ },
  { package: 'mingw-w64-common', file: 'bitsmsg.h', only: /^BG_[ES]_/ },
  { package: 'mingw-w64-common', file: 'slerror.h', only: /^SL_E_/ },
  { package: 'mingw-w64-common', file: 'lmerr.h', only: /^NERR_/ },
  { package: 'mingw-w64-common', file: 'mferror.h', only: /^MF_[ES]_/ },
  { package: 'mingw-w64-common', file: 'nserror.h', only: /^NS_[ESIW]_/ },
];

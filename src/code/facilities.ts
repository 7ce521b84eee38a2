/**
 * Names of the facility numbers, HRESULT's and NTSTATUS' apart: the two share bits but not meanings. A number with
 * several names was given out several times.
 */

import { readBitFields } from './bit-fields';
import type { ErrorCode } from './error-code';

const HRESULT_FACILITIES: ReadonlyMap<number, readonly string[]> = new Map([
  [0, ['NULL']],
  [1, ['RPC']],
  [2, ['DISPATCH']],
  [3, ['STORAGE']],
  [4, ['ITF']],
  [7, ['WIN32']],
  [8, ['WINDOWS']],
  [9, ['SECURITY', 'SSPI']],
  [10, ['CONTROL']],
  [11, ['CERT']],
  [12, ['INTERNET']],
  [13, ['MEDIASERVER']],
  [14, ['MSMQ']],
  [15, ['SETUPAPI']],
  [16, ['SCARD']],
  [17, ['COMPLUS']],
  [19, ['URT']],
  [23, ['SXS']],
  [24, ['WINDOWS_CE']],
  [25, ['HTTP']],
  [27, ['WER']],
  [31, ['USERMODE_FILTER_MANAGER']],
  [32, ['BACKGROUNDCOPY']],
  [33, ['CONFIGURATION', 'WIA']],
  [34, ['STATE_MANAGEMENT']],
  [36, ['WINDOWSUPDATE']],
  [37, ['DIRECTORYSERVICE']],
  [38, ['GRAPHICS']],
  [39, ['SHELL', 'NAP']],
  [40, ['TPM_SERVICES']],
  [41, ['TPM_SOFTWARE']],
  [42, ['UI']],
  [43, ['XAML']],
  [48, ['PLA', 'WINDOWS_SETUP']],
  [49, ['FVE']],
  [50, ['FWP']],
  [51, ['WINRM']],
  [52, ['NDIS']],
  [53, ['HYPERVISOR']],
  [54, ['CMI']],
  [55, ['VIRTUALIZATION']],
  [56, ['VOLMGR']],
  [57, ['BCD']],
  [58, ['VHD']],
  [59, ['HNS']],
  [60, ['SDIAG']],
  [61, ['WEBSERVICES', 'WINPE']],
  [62, ['WPN']],
  [63, ['WINDOWS_STORE']],
  [64, ['INPUT']],
  [65, ['QUIC']],
  [66, ['EAP']],
  [80, ['WINDOWS_DEFENDER']],
  [81, ['OPC']],
  [83, ['RAS']],
  [84, ['MBN', 'POWERSHELL']],
  [85, ['EAS']],
  [99, ['P2P']],
  [100, ['DAF']],
  [101, ['BLUETOOTH_ATT']],
  [102, ['AUDIO']],
  [103, ['STATEREPOSITORY']],
  [109, ['VISUALCPP']],
  [112, ['SCRIPT']],
  [128, ['BLBUI']],
  [130, ['USERMODE_VOLSNAP']],
  [131, ['TIERING']],
  [134, ['ONLINE_ID']],
  [135, ['DEVICE_UPDATE_AGENT']],
  [136, ['DRVSERVICING']],
  [153, ['DLS']],
  [170, ['IMAPI2']],
  [176, ['DEBUGGERS']],
  [208, ['DELIVERY_OPTIMIZATION']],
  [231, ['USERMODE_SPACES']],
  [232, ['USERMODE_SECURITY_CORE']],
  [234, ['USERMODE_LICENSING']],
  // SPP is the Shared Protection Point of System Restore here, not the activation service.
  [256, ['SPP', 'DMSERVER', 'RESTORE']],
  ...range(257, 293, 'DEPLOYMENT_SERVICES'),
  [885, ['WEB']],
  [886, ['WEB_SOCKET']],
  [1536, ['ACCELERATOR']],
  [1793, ['MOBILE']],
  [2049, ['WEP']],
  [2050, ['SYNCENGINE']],
  ...range(2168, 2177, 'DIRECTX'),
  [2198, ['XAUDIO2']],
  [2200, ['WINCODEC', 'DWRITE', 'DWM']],
  [2201, ['DIRECT2D']],
  [2305, ['USERMODE_SDBUS']],
  [2306, ['JSCRIPT']],
  [2339, ['XBOX']],
  [2340, ['GAME']],
  [2561, ['PIDGENX']],
]);

const NTSTATUS_FACILITIES: ReadonlyMap<number, readonly string[]> = new Map([
  [0x00, ['NULL']],
  [0x01, ['DEBUGGER']],
  [0x02, ['RPC_RUNTIME']],
  [0x03, ['RPC_STUBS']],
  [0x04, ['IO_ERROR_CODE']],
  [0x07, ['NTWIN32']],
  [0x08, ['NTCERT']],
  [0x09, ['NTSSPI']],
  [0x0a, ['TERMINAL_SERVER']],
  [0x0b, ['MUI']],
  [0x10, ['USB']],
  [0x11, ['HID']],
  [0x13, ['CLUSTER']],
  [0x14, ['ACPI']],
  [0x15, ['SXS']],
  [0x19, ['TRANSACTION']],
  [0x1a, ['COMMONLOG']],
  [0x1b, ['VIDEO']],
  [0x1c, ['FILTER_MANAGER']],
  [0x1d, ['MONITOR']],
  [0x1e, ['GRAPHICS']],
  [0x21, ['FVE']],
  [0x22, ['FWP']],
  [0x23, ['NDIS']],
  [0x29, ['TPM']],
  [0x35, ['HYPERVISOR']],
  [0x36, ['IPSEC']],
  [0x37, ['VIRTUALIZATION']],
  [0x38, ['VOLMGR']],
  [0x39, ['BCD']],
  [0x3a, ['VHD']],
  [0x3e, ['WIN32K']],
  [0x3f, ['WIN32K']],
  [0x40, ['RESUME_KEY_FILTER']],
  [0x41, ['RDBSS']],
  [0x42, ['BTH_ATT']],
  [0x43, ['SECUREBOOT']],
  [0x44, ['AUDIO_KERNEL']],
  [0x45, ['VSM']],
  [0x50, ['VOLSNAP']],
  [0x51, ['SDBUS']],
  [0x5c, ['VHDX']],
  [0x5d, ['SMB']],
  [0xe7, ['SPACES']],
  [0xe8, ['SECURITY_CORE']],
  [0xe9, ['SYSTEM_INTEGRITY']],
  [0xea, ['LICENSING']],
  [0xeb, ['PLATFORM_MANIFEST']],
]);

/** The names of an HRESULT facility without their `FACILITY_` prefix; empty for a number nobody has named. */
export function hresultFacilityNames(facility: number): readonly string[] {
  return HRESULT_FACILITIES.get(facility) ?? [];
}

/** The names of an NTSTATUS facility without their `FACILITY_` prefix; empty for a number nobody has named. */
export function ntStatusFacilityNames(facility: number): readonly string[] {
  return NTSTATUS_FACILITIES.get(facility) ?? [];
}

function range(from: number, to: number, name: string): [number, readonly string[]][] {
  return Array.from({ length: to - from + 1 }, (_, index) => [from + index, [name]]);
}

/** Bits 31 and 30 of an NTSTATUS error. */
const NTSTATUS_ERROR = 3;

/** The names that a code's facility may have: HRESULT's, and NTSTATUS' too where the code may be an NTSTATUS error. */
export function facilityNames(code: ErrorCode): readonly string[] {
  const { facility, severity } = readBitFields(code);
  const ntStatus = severity === NTSTATUS_ERROR ? ntStatusFacilityNames(facility) : [];
  return [...new Set([...hresultFacilityNames(facility), ...ntStatus])];
}

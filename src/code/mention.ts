/**
 * What detection and decoding say about one code in a text: where it stands, how it was written, how it may be read.
 */

import type { ErrorCode } from './error-code';

/** A half-open range of UTF-16 offsets in the text as it came in. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * How a code was written. `hex` is `0xC004F074`, `bare-hex` is `C004F074`, the two decimals are `3221549172` and
 * `-1073418124`; a `symbol` is its name (`ERROR_ACCESS_DENIED`); a `slip` is none of them and was repaired (`OxC004F074`,
 * `0xC004FF074`). Small numbers keep the value as written, and the spelling tells `1603` from `0x643` and `7e`.
 */
export type Spelling = 'hex' | 'bare-hex' | 'decimal' | 'signed-decimal' | 'symbol' | 'slip';

/** `sure` may be answered unasked, `likely` only when someone asked, `guess` is offered as a question. */
export type Confidence = 'sure' | 'likely' | 'guess';

/** One code that a text mentions. */
export interface Mention {
  readonly code: ErrorCode;
  /** Where it stands first, or first stands without doubt when an earlier place leaves doubt. */
  readonly span: Span;
  /** The characters as they were written, for a slip's "did you mean". */
  readonly written: string;
  readonly spelling: Spelling;
  readonly confidence: Confidence;
}

/** Which layout a reading follows. */
export type ReadingKind = 'win32' | 'ntstatus' | 'hresult' | 'stop-code' | 'twin' | 'fields';

/**
 * Why a code may be read so, as a key for the words. What goes into the words stands in `name` and `inner`.
 *
 * | reason | `inner` | `name` |
 * | --- | --- | --- |
 * | `win32-in-hresult` | the Win32 number in 0x8007xxxx | – |
 * | `ntstatus-in-hresult` | the NTSTATUS behind the N bit | its facility |
 * | `win32-in-ntstatus` | the Win32 number in 0xC007xxxx | – |
 * | `hresult-alias` | the low 16 bits of 0x8007xxxx, which other components have named for themselves | how their names begin |
 * | `filter-manager-mirror` | the same fault in the other layout (0x801Fxxxx and 0xC01Cxxxx) | – |
 * | `hresult-facility` | the facility's own status, the low 16 bits | the facility |
 * | `hresult-unnamed-facility` | the low 16 bits | – |
 * | `hresult-reserved-bit` | the low 16 bits | the facility, although bit 30 breaks the layout's rule |
 * | `ntstatus-error`, `-warning`, `-information`, `-success` | the low 16 bits | the facility |
 * | `vendor-defined` | – | who uses the value, where that is known |
 * | `stop-code` | the stop code's number | – |
 * | `win32-number` | the Win32 number | – |
 * | `severity-twin` | the value with other severity bits | – |
 * | `bit-fields` | – | – |
 */
export type ReadingReason =
  | 'win32-in-hresult'
  | 'ntstatus-in-hresult'
  | 'win32-in-ntstatus'
  | 'hresult-alias'
  | 'filter-manager-mirror'
  | 'hresult-facility'
  | 'hresult-unnamed-facility'
  | 'hresult-reserved-bit'
  | 'ntstatus-error'
  | 'ntstatus-warning'
  | 'ntstatus-information'
  | 'ntstatus-success'
  | 'vendor-defined'
  | 'stop-code'
  | 'win32-number'
  | 'severity-twin'
  | 'bit-fields';

/** One way to read a code. Readings come ordered, the most trustworthy first. */
export interface Reading {
  readonly kind: ReadingKind;
  /** A facility or component name where one is known, several joined by `/`; never a sentence. */
  readonly name?: string;
  readonly reason: ReadingReason;
  readonly confidence: Confidence;
  /** The number inside: `0x80070005` holds Win32 5, `0xD0000022` holds NTSTATUS 0xC0000022. */
  readonly inner?: number;
  /** Another code that one can look up instead: 0xC0000022 for `0xD0000022`, 0x80070643 for Win32 1603, a twin. */
  readonly code?: ErrorCode;
}

/** What the text around a number says of it; it decides where the number alone does not. */
export interface ReadingHint {
  readonly as?: 'stop-code' | 'win32';
}

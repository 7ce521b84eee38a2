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
 * `-1073418124`; a `slip` is none of them and was repaired (`OxC004F074`, `0xC004FF074`).
 */
export type Spelling = 'hex' | 'bare-hex' | 'decimal' | 'signed-decimal' | 'slip';

/** `sure` may be answered unasked, `likely` only when someone asked, `guess` is offered as a question. */
export type Confidence = 'sure' | 'likely' | 'guess';

/** One code that a text mentions. */
export interface Mention {
  readonly code: ErrorCode;
  /** Where it stands first. */
  readonly span: Span;
  /** The characters as they were written, for a slip's "did you mean". */
  readonly written: string;
  readonly spelling: Spelling;
  readonly confidence: Confidence;
}

/** Which layout a reading follows, or what vouches for it. */
export type ReadingKind = 'component' | 'win32' | 'ntstatus' | 'hresult' | 'twin' | 'fields';

/** One way to read a code. Readings come ordered, the most trustworthy first. */
export interface Reading {
  readonly kind: ReadingKind;
  /** A facility or component name where one is known; never a sentence. */
  readonly name?: string;
  /** Why it may be read so, as a key for the words and the numbers that go into them. */
  readonly reason: string;
  readonly confidence: Confidence;
  /** The code inside (`0x80070005` holds Win32 5; `0xD0000022` holds NTSTATUS 0xC0000022). */
  readonly inner?: number;
}

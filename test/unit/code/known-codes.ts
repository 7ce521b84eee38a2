/** The codes that the tests treat as having an entry: the article's thirty and a twin. */

import { type ErrorCode, isErrorCode } from '../../../src/code/error-code';

const CODES = `0x8004FE21 0x80070005 0x8007007B 0x80070490 0x800706BA 0x8007232A 0x8007232B 0x8007251D 0x80092328 0xC004B100
  0xC004C001 0xC004C003 0xC004C008 0xC004C020 0xC004C021 0xC004F009 0xC004F00F 0xC004F014 0xC004F02C 0xC004F035 0xC004F038
  0xC004F039 0xC004F041 0xC004F042 0xC004F050 0xC004F051 0xC004F064 0xC004F065 0xC004F06C 0xC004F074 0x4004F065`;

export const KNOWN: ReadonlySet<ErrorCode> = new Set(CODES.split(/\s+/).filter(isErrorCode));

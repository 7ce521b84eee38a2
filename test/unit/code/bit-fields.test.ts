import { readBitFields } from '../../../src/code/bit-fields';
import { toErrorCode } from '../../../src/code/error-code';

describe('bit fields', () => {
  test.each([
    [0x80070005, { isFailure: true, severity: 2, facility: 7, status: 5 }],
    [0x80092328, { facility: 9, status: 9000 }],
    [0x8004fe21, { facility: 4, status: 65057 }],
    [0x4004f065, { isFailure: false, severity: 1, reserved: true, facility: 4 }],
    [0x803f7001, { facility: 63, status: 28673 }],
    [0x80240034, { facility: 36, status: 52 }],
    [0x87e10bc6, { facility: 2017, status: 3014 }],
    [0x87d00324, { facility: 2000, status: 804 }],
    [0x8a15000d, { facility: 2581, status: 13 }],
    [0xc1900101, { severity: 3, facility: 400, status: 257 }],
    [0xd0000022, { carriesNtStatus: true, facility: 0, status: 0x22 }],
    [0xe0434352, { customer: true }],
    [0x80131500, { facility: 19, status: 5376 }],
    [0x00000005, { isFailure: false, severity: 0, reserved: false, customer: false, carriesNtStatus: false }],
  ])('splits %p', (value, fields) => {
    expect(readBitFields(toErrorCode(value))).toMatchObject(fields);
  });
});

import fc from 'fast-check';
import { type ErrorCode, toErrorCode } from '../../../src/code/error-code';
import { readCode, severityTwins } from '../../../src/code/readings';

function reasons(value: number): readonly string[] {
  return readCode(toErrorCode(value)).map((reading) => reading.reason);
}

describe('readings', () => {
  test.each([
    [0x80070005, { kind: 'win32', reason: 'win32-in-hresult', inner: 5, confidence: 'sure' }],
    [0x8007232b, { kind: 'win32', reason: 'win32-in-hresult', inner: 9003 }],
    [0xc0070005, { kind: 'win32', reason: 'win32-in-ntstatus', inner: 5 }],
    [0xd0000022, { kind: 'ntstatus', reason: 'ntstatus-in-hresult', inner: 0xc0000022 }],
    [0x801f0010, { kind: 'ntstatus', reason: 'filter-manager-mirror', inner: 0xc01c0010 }],
    [0xc01c0010, { kind: 'hresult', reason: 'filter-manager-mirror', inner: 0x801f0010 }],
    [0x80240034, { kind: 'hresult', name: 'WINDOWSUPDATE', reason: 'hresult-facility', inner: 52 }],
    [0x80270001, { name: 'SHELL/NAP' }],
    [0x87e10bc6, { kind: 'hresult', reason: 'hresult-unnamed-facility', inner: 3014 }],
    [0xc0000005, { kind: 'ntstatus', reason: 'ntstatus-error', name: 'NULL', inner: 5 }],
    [0xc004f074, { kind: 'hresult', name: 'ITF', reason: 'hresult-reserved-bit', inner: 0xf074 }],
    [0x4004f040, { kind: 'ntstatus', reason: 'ntstatus-information', name: 'IO_ERROR_CODE' }],
    [0xe0434352, { reason: 'vendor-defined', name: '.NET' }],
    [0x0000007e, { kind: 'stop-code', reason: 'stop-code', inner: 0x7e }],
  ])('begins the readings of %p with the best', (value, reading) => {
    expect(readCode(toErrorCode(value))[0]).toMatchObject(reading);
  });

  it('reads an 8 in front as an HRESULT before an NTSTATUS warning, and a C the other way round', () => {
    expect(reasons(0x80000003).slice(0, 2)).toEqual(['hresult-facility', 'ntstatus-warning']);
    expect(reasons(0xc00d0001)).toEqual(['hresult-reserved-bit', 'severity-twin', 'severity-twin', 'bit-fields']);
    expect(reasons(0xc0000005).slice(0, 2)).toEqual(['ntstatus-error', 'hresult-reserved-bit']);
  });

  it('does not take Software Protection for a driver', () => {
    expect(reasons(0xc004f074)).not.toContain('ntstatus-error');
    expect(reasons(0xc00400a3)).toContain('ntstatus-error');
  });

  it('offers a small number both as a stop code and as a Win32 number', () => {
    expect(reasons(0x7e)).toEqual(['stop-code', 'win32-number', 'bit-fields']);
  });

  it('never reads the low 16 bits as a Win32 number outside facility 7, and always ends with the fields', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0x1_0000, max: 0xffff_ffff }), (value) => {
        const readings = readCode(toErrorCode(value));
        if (((value >>> 16) & 0xfff) !== 7) expect(readings.filter(({ kind }) => kind === 'win32')).toEqual([]);
        expect(readings.at(-1)?.reason).toBe('bit-fields');
      }),
    );
  });
});

describe('severity twins', () => {
  test.each([
    ['0xC004F065', ['0x8004F065', '0x4004F065']],
    ['0x8004E107', ['0xC004E107', '0x4004E107']],
    ['0x80070005', []],
    ['0xE0434352', []],
    ['0xD0000022', []],
    ['0x0000007E', []],
  ])('of %s are %j', (code, twins) => {
    expect(severityTwins(code as ErrorCode)).toEqual(twins);
  });
});

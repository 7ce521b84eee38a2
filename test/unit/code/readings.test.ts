import fc from 'fast-check';
import { type ErrorCode, toErrorCode } from '../../../src/code/error-code';
import { hintOf, readCode, severityTwins } from '../../../src/code/readings';

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
    [0x4004f040, { kind: 'hresult', reason: 'hresult-reserved-bit', name: 'ITF' }],
    [0x40040010, { kind: 'ntstatus', reason: 'ntstatus-information', name: 'IO_ERROR_CODE' }],
    [0x8004fe21, { kind: 'hresult', name: 'ITF', reason: 'hresult-facility', inner: 65057 }],
    [0x80092328, { kind: 'hresult', name: 'SECURITY/SSPI', inner: 9000 }],
    [0x803f7001, { kind: 'hresult', name: 'WINDOWS_STORE', inner: 28673 }],
    [0x87d00324, { kind: 'hresult', inner: 804 }],
    [0x80131500, { kind: 'hresult', name: 'URT', inner: 5376 }],
    [0x8a15000d, { kind: 'hresult', reason: 'hresult-unnamed-facility', inner: 13 }],
    [0x80190194, { kind: 'hresult', name: 'HTTP', inner: 404 }],
    [0x00030200, { kind: 'hresult', name: 'STORAGE', reason: 'hresult-facility', confidence: 'guess' }],
    [0x1000007e, { kind: 'stop-code', inner: 0x7e, code: '0x0000007E' }],
    [0xdeaddead, { kind: 'ntstatus', reason: 'ntstatus-in-hresult', confidence: 'guess' }],
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

  it('leads from a code to the one that says the same', () => {
    expect(readCode(toErrorCode(0xd0000022))[0]?.code).toBe('0xC0000022');
    expect(readCode(toErrorCode(0xc0070643))[0]?.code).toBe('0x80070643');
    expect(readCode(toErrorCode(0x801f0010))[0]?.code).toBe('0xC01C0010');
    expect(readCode(toErrorCode(0x80070643))[0]?.code).toBeUndefined();
    expect(readCode(toErrorCode(1603), { as: 'win32' })[0]?.code).toBe('0x80070643');
    expect(readCode(toErrorCode(0x4004f065)).map(({ code }) => code)).toContain('0xC004F065');
  });

  it('does not take Software Protection for a driver', () => {
    expect(reasons(0xc004f074)).not.toContain('ntstatus-error');
    expect(reasons(0x8004e107)).not.toContain('ntstatus-warning');
    expect(reasons(0xc00400a3)).toContain('ntstatus-error');
  });

  it('offers a small number both as a stop code and as a Win32 number', () => {
    expect(reasons(0x7e)).toEqual(['stop-code', 'win32-number', 'bit-fields']);
    expect(reasons(0)).toEqual(['win32-number', 'bit-fields']);
  });

  it('begins with what the text around a number says of it', () => {
    const [win32, stop] = readCode(toErrorCode(0x7e), { as: 'win32' });
    expect([win32?.reason, stop?.reason]).toEqual(['win32-number', 'stop-code']);
    expect(readCode(toErrorCode(0xc000021a), { as: 'stop-code' })[0]?.reason).toBe('stop-code');
  });

  test.each([
    ['decimal', '1603', { as: 'win32' }],
    ['signed-decimal', '-5', { as: 'win32' }],
    ['hex', '0x0000007E', { as: 'stop-code' }],
    ['hex', '0x7E', {}],
    ['hex', '0xC0000005', {}],
    ['bare-hex', '7e', {}],
    ['symbol', 'ERROR_ACCESS_DENIED', {}],
  ] as const)('takes of a number written %s as %s the hint %j', (spelling, written, hint) => {
    expect(hintOf({ spelling, written })).toEqual(hint);
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

import fc from 'fast-check';
import { toErrorCode } from '../../../src/code/error-code';
import type { ReadingHint } from '../../../src/code/mention';
import { interpret, type NamedReading } from '../../../src/knowledge/interpret';
import { createNameTable, type NameTable } from '../../../src/knowledge/names';

const names = createNameTable();

function read(value: number, hint?: ReadingHint): readonly NamedReading[] {
  return interpret(toErrorCode(value), names, hint);
}

/** For short: reason, confidence and names of each reading. */
function tell(value: number, hint?: ReadingHint): readonly string[] {
  return read(value, hint).map(({ reason, confidence, symbols }) => [reason, confidence, ...symbols].join(' '));
}

describe('readings with names', () => {
  test.each<[number, Partial<NamedReading>]>([
    [
      0x80070005,
      { reason: 'win32-in-hresult', symbols: ['ERROR_ACCESS_DENIED', 'E_ACCESSDENIED'], confidence: 'sure' },
    ],
    [0x8007232b, { reason: 'win32-in-hresult', symbols: ['DNS_ERROR_RCODE_NAME_ERROR'] }],
    [
      0x80072ee2,
      { reason: 'win32-in-hresult', symbols: ['ERROR_WINHTTP_TIMEOUT', 'ERROR_INTERNET_TIMEOUT', 'WININET_E_TIMEOUT'] },
    ],
    [0xc0070005, { reason: 'win32-in-ntstatus', symbols: ['ERROR_ACCESS_DENIED'], code: toErrorCode(0x80070005) }],
    [0xd0000022, { reason: 'ntstatus-in-hresult', symbols: ['STATUS_ACCESS_DENIED'], code: toErrorCode(0xc0000022) }],
    [0xc0000005, { reason: 'ntstatus-error', symbols: ['STATUS_ACCESS_VIOLATION'], confidence: 'sure' }],
    [0x80240034, { reason: 'hresult-facility', symbols: ['WU_E_DOWNLOAD_FAILED'], confidence: 'sure' }],
    [0xc1900101, { reason: 'hresult-unnamed-facility', symbols: ['MOSETUP_E_SETUP_PLATFORM'], confidence: 'sure' }],
    [0xc00d11d1, { reason: 'hresult-reserved-bit', symbols: ['NS_E_WMP_BAD_DRIVER'] }],
    [0x80000003, { reason: 'ntstatus-warning', symbols: ['STATUS_BREAKPOINT'] }],
    [0x00040002, { kind: 'hresult', reason: 'hresult-facility' }],
    [0x1000007e, { reason: 'stop-code', symbols: ['SYSTEM_THREAD_EXCEPTION_NOT_HANDLED_M'], code: toErrorCode(0x7e) }],
    [0x100000d1, { reason: 'stop-code', symbols: ['DRIVER_IRQL_NOT_LESS_OR_EQUAL'], code: toErrorCode(0xd1) }],
    [0xdeaddead, { reason: 'stop-code', symbols: ['MANUALLY_INITIATED_CRASH1'], confidence: 'sure' }],
    [0x00020001, { reason: 'stop-code', symbols: ['HYPERVISOR_ERROR'] }],
    [0xe0434352, { reason: 'vendor-defined', name: '.NET' }],
    [0x87e10bc6, { reason: 'hresult-unnamed-facility', symbols: ['LM_E_CONTENT_NOT_IN_CATALOG'] }],
    [0x87e10001, { reason: 'hresult-unnamed-facility', symbols: [] }],
  ])('begin for %p with the best', (value, best) => {
    expect(read(value)[0]).toMatchObject(best);
  });

  it('put Win32 first behind 0x8007, whatever another component calls the value', () => {
    const table = namesOnly({ 'win32 123': ['ERROR_INVALID_NAME'], 'hresult 2147942523': ['STIERR_INVALID', 'E_BAD'] });
    expect(interpret(toErrorCode(0x8007007b), table).slice(0, 2)).toEqual([
      expect.objectContaining({ reason: 'win32-in-hresult', symbols: ['ERROR_INVALID_NAME', 'E_BAD'] }),
      expect.objectContaining({ reason: 'hresult-alias', symbols: ['STIERR_INVALID'], name: 'STIERR', inner: 123 }),
    ]);
  });

  it('follow the first digit where a value has a name in both layouts', () => {
    const warning = namesOnly({ 'hresult 2147483661': ['E_THIS'], 'ntstatus 2147483661': ['STATUS_THAT'] });
    expect(interpret(toErrorCode(0x8000000d), warning).slice(0, 2)).toMatchObject([
      { kind: 'hresult', confidence: 'likely' },
      { kind: 'ntstatus', confidence: 'guess' },
    ]);
    const error = namesOnly({ 'hresult 3221487618': ['BDA_E_THIS'], 'ntstatus 3221487618': ['IO_ERR_THAT'] });
    expect(interpret(toErrorCode(0xc0040002), error).slice(0, 2)).toMatchObject([
      { kind: 'ntstatus', confidence: 'likely' },
      { kind: 'hresult', confidence: 'guess' },
    ]);
  });

  it('state no name of an interface’s own numbers as certain, and several as a guess', () => {
    const table = namesOnly({ 'hresult 2147746304': ['A_E', 'B_E'], 'hresult 2147746305': ['A_E'] });
    expect(interpret(toErrorCode(0x80040200), table)[0]).toMatchObject({
      symbols: ['A_E', 'B_E'],
      confidence: 'guess',
    });
    expect(interpret(toErrorCode(0x80040201), table)[0]).toMatchObject({ symbols: ['A_E'], confidence: 'likely' });
    expect(tell(0x80040154)[0]).toBe('hresult-facility sure REGDB_E_CLASSNOTREG');
  });

  it('read a small number as what it was written as, and show the other', () => {
    expect(tell(0x7e, { as: 'stop-code' }).slice(0, 2)).toEqual([
      'stop-code sure SYSTEM_THREAD_EXCEPTION_NOT_HANDLED',
      'win32-number likely ERROR_MOD_NOT_FOUND',
    ]);
    expect(tell(0x7e, { as: 'win32' }).slice(0, 2)).toEqual([
      'win32-number sure ERROR_MOD_NOT_FOUND',
      'stop-code likely SYSTEM_THREAD_EXCEPTION_NOT_HANDLED',
    ]);
    expect(tell(1603).slice(0, 2)).toEqual(['win32-number likely ERROR_INSTALL_FAILURE', 'stop-code guess']);
    expect(read(1603)[0]?.code).toBe('0x80070643');
    expect(tell(1603, { as: 'stop-code' }).slice(0, 2)).toEqual([
      'stop-code likely',
      'win32-number likely ERROR_INSTALL_FAILURE',
    ]);
  });

  it('read a large number as a stop code behind the NTSTATUS of the same value, or before it when it is called one', () => {
    expect(tell(0xc000021a).slice(0, 2)).toEqual([
      'ntstatus-error likely STATUS_SYSTEM_PROCESS_TERMINATED',
      'stop-code likely WINLOGON_FATAL_ERROR',
    ]);
    expect(tell(0xc000021a, { as: 'stop-code' })[0]).toBe('stop-code sure WINLOGON_FATAL_ERROR');
  });

  it('lead to a twin by its name, before the twins without one', () => {
    const table = namesOnly({ 'hresult 1074065509': ['SL_I_NONGENUINE_GRACE_PERIOD'] });
    const twins = interpret(toErrorCode(0xc004f065), table).filter(({ kind }) => kind === 'twin');
    expect(twins.map(({ code, symbols }) => [code, ...symbols])).toEqual([
      ['0x4004F065', 'SL_I_NONGENUINE_GRACE_PERIOD'],
      ['0x8004F065'],
    ]);
  });

  it('tell of any 32 bits at least one reading with its reason and its confidence', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0xffff_ffff })),
        fc.constantFrom<ReadingHint>({}, { as: 'stop-code' }, { as: 'win32' }),
        (value, hint) => {
          const readings = read(value, hint);
          expect(readings.at(-1)?.reason).toBe('bit-fields');
          for (const { reason, confidence, code } of readings) {
            expect(reason).not.toBe('');
            expect(['sure', 'likely', 'guess']).toContain(confidence);
            expect(code).not.toBe(toErrorCode(value));
          }
          const isWin32 = value <= 0xffff || ((value >>> 16) & 0xfff) === 7;
          expect(readings.some(({ kind }) => kind === 'win32') && !isWin32).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** A table with nothing in it but these names, by kind and number. */
function namesOnly(known: Readonly<Record<string, readonly string[]>>): NameTable {
  return { namesOf: (kind, value) => known[`${kind} ${value}`] ?? [], codesNamed: () => [] };
}

import { detectCodes } from '../../../src/code/detect';
import { codesIn, only } from './detecting';
import { named } from './named';

describe('a name', () => {
  test.each([
    ['fails with ERROR_ACCESS_DENIED', '0x80070005'],
    ['错误 E_FAIL', '0x80004005'],
    ['got an E_ACCESSDENIED error', '0x80070005'],
    ['Stop code: CRITICAL_PROCESS_DIED', '0x000000EF'],
    ['终止代码：IRQL NOT LESS OR EQUAL', '0x0000000A'],
    ['bluescreen, memory management', '0x0000001A'],
    ['Wsl/CallMsi/Install/ERROR_SERVICE_DOES_NOT_EXIST', '0x80070424'],
    ['error DRIVER\\_POWER\\_STATE\\_FAILURE', '0x0000009F'],
    ['error ＥＲＲＯＲ＿ＤＩＳＫ＿ＦＵＬＬ', '0x80070070'],
  ])('is read in %s', (text, code) => {
    expect(only(text, { named })).toMatchObject({ code, spelling: 'symbol', confidence: 'sure' });
  });

  test.each([
    'if (hr == E_FAIL)',
    '#define ERROR_ACCESS_DENIED 5L',
    'we map error E_FAIL to 500',
    'auto error = E_FAIL',
    'fails with E_INVALIDARG or E_POINTER',
    'error S_FALSE',
    'STATUS_PENDING',
    'MEMORY_MANAGEMENT',
    'stop the MEMORY_MANAGEMENT job',
    'error in E_FAIL.md',
    'error in docs/errors/E_FAIL',
    'error https://example.com/E_FAIL',
  ])('is only spoken of in %s', (text) => {
    expect(codesIn(text, { named })).toEqual([]);
  });

  test.each([
    ['E_FAIL', '0x80004005'],
    ['error_access_denied', '0x80070005'],
    ['critical process died', '0x000000EF'],
    ['what does SL_E_VL_NOT_ENOUGH_COUNT mean', '0xC004F038'],
    ['if (hr == E_FAIL)', '0x80004005'],
  ])('counts when somebody asks about %s', (text, code) => {
    expect(only(text, { named, asked: true })).toMatchObject({ code, spelling: 'symbol' });
  });

  test.each([
    ['error 0x80070005 E_ACCESSDENIED', '0x80070005', false],
    ['error 5 (ERROR_ACCESS_DENIED)', '0x00000005', true],
    ['blue screen DRIVER_POWER_STATE_FAILURE (0x9F)', '0x0000009F', false],
  ])('adds nothing to its own number in %s', (text, code, asked) => {
    expect(only(text, { named, asked })).toMatchObject({ code, spelling: expect.stringMatching(/hex|decimal/) });
  });

  it('may be one of several on blue screens', () => {
    const text = 'blue screens: MEMORY_MANAGEMENT and DRIVER_POWER_STATE_FAILURE';
    expect(codesIn(text, { named })).toEqual(['0x0000001A', '0x0000009F']);
  });

  it('is asked about only where something looks like one', () => {
    const lookedUp: string[] = [];
    const listen = (symbol: string): undefined => {
      lookedUp.push(symbol);
    };
    detectCodes('Lunch at noon? The room is 0x10 steps away, and nothing_here is a name. BSOD', { named: listen });
    expect(lookedUp.filter((symbol) => !/^(?:[A-Z0-9]+_)+[A-Z0-9]+$/.test(symbol))).toEqual([]);
    lookedUp.length = 0;
    detectCodes('Lunch at noon? The room is 0x10 steps away, and nothing_here is a name.', { named: listen });
    expect(lookedUp).toEqual([]);
  });
});

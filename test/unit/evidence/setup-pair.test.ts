import { readFacts } from '../../../src/evidence/read-facts';
import { SETUP_OPERATIONS } from '../../../src/evidence/setup-facts';

function readSetup(text: string) {
  return readFacts(text)?.setup;
}

describe('the second code', () => {
  it.each(SETUP_OPERATIONS.map((operation, index) => ({ operation, index })))(
    'names the operation $operation',
    ({ operation, index }) => {
      const digits = index.toString(16).toUpperCase().padStart(2, '0');
      expect(readSetup(`0xC1900101 - 0x200${digits}`)?.operation).toBe(operation);
    },
  );

  it.each([
    ['0x0000D', 'unknown'],
    ['0x1000D', 'downlevel'],
    ['0x2000D', 'safe-os'],
    ['0x3000D', 'first-boot'],
    ['0x4000D', 'oobe-boot'],
    ['0x5000D', 'uninstall'],
    ['0x40000D', 'oobe-boot'],
  ])('%s names the phase %s', (extend, phase) => {
    expect(readSetup(`0x80070005 - ${extend}`)).toMatchObject({ result: '0x80070005', extend, phase });
  });

  it('may name an operation that is not documented', () => {
    const facts = readSetup('0xC1900101 - 0x2002F');
    expect(facts).toEqual({ result: '0xC1900101', extend: '0x2002F', phase: 'safe-os' });
  });
});

describe('the pair', () => {
  it.each([
    '0xC1900101-0x4000d',
    '0xC1900101 – 0x4000D',
    '0xC1900101—0x4000D',
    '0xC1900101 - 4000D',
    'C1900101 - 0x4000D',
    'SetupHost: event -> [0xC1900101, 0x4000D]',
    'Result code: 0xC1900101, extend code: 0x4000D',
    'Result = 0xC1900101\nExtend = 0x4000D',
    'P5: 0xc1900101\nP6: 0x4000d',
    '升级失败（0xC1900101－0x4000D）',
  ])('is read from %j', (text) => {
    expect(readSetup(text)).toMatchObject({ result: '0xC1900101', extend: '0x4000D' });
  });

  it('that counts is the last one', () => {
    expect(readSetup('first 0xC1900101 - 0x20017, now 0x80070002 - 0x3000D')?.result).toBe('0x80070002');
  });

  it.each(['C1900101-40017', '0x00000000 - 0x4000D', '0xC1900101 - 0x6000D', '0xC1900101 - 0x4000DD', '0x4000D'])(
    'is not %j',
    (text) => {
      expect(readSetup(text)).toBeUndefined();
    },
  );
});

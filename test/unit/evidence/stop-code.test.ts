import { readFacts } from '../../../src/evidence/read-facts';

function readStop(text: string) {
  return readFacts(text)?.stop;
}

describe('the status inside a stop', () => {
  it.each([
    ['0x0000001E', 0],
    ['0x0000003B', 0],
    ['0x0000006B', 0],
    ['0x00000077', 0],
    ['0x0000007A', 1],
    ['0x0000007E', 0],
    ['0x0000008E', 0],
    ['0x000000ED', 1],
    ['0x1000007E', 0],
    ['0x1000008E', 0],
  ])('of %s is parameter %i', (code, index) => {
    const parameters = ['0x1', '0x2', '0x3', '0x4'];
    parameters[index] = '0xffffffffc0000005';
    expect(readStop(`STOP: ${code} (${parameters.join(', ')})`)).toMatchObject({ code, status: '0xC0000005' });
  });

  it('may stand there in 32 bits, or as a breakpoint', () => {
    expect(readStop('STOP: 0x0000008E (0xc0000005, 0x1, 0x2, 0x3)')?.status).toBe('0xC0000005');
    expect(readStop('STOP: 0x0000007E (0xffffffff80000003, 0x1, 0x2, 0x3)')?.status).toBe('0x80000003');
  });

  it.each([
    ['an address', '0x0000007E (0xfffff80012345678, 0x1, 0x2, 0x3)'],
    ['a kind, not a status', '0x00000077 (0x1, 0x2, 0x0, 0x4)'],
    ['a stop that has none', '0x0000009F (0xc0000005, 0x1, 0x2, 0x3)'],
  ])('is left out for %s', (_, stop) => {
    const facts = readStop(`STOP: ${stop}`);
    expect(facts).toBeDefined();
    expect(facts).not.toHaveProperty('status');
  });
});

describe('a stop', () => {
  it.each([
    ['*** STOP: 0x0000007B (0xF78D2524,0xC0000034,0x00000000,0x00000000)', '0x0000007B', 4],
    [
      'Der Computer wurde nach einem schwerwiegenden Fehler neu gestartet: 0x00000124 (0x0, 0x1, 0x2, 0x3)',
      '0x00000124',
      4,
    ],
    ['stop code 0x0000001A memory management', '0x0000001A', 0],
    ['BugCheck 1000007E, {ffffffffc0000005, 1, 2, 3}', '0x1000007E', 4],
    ['STOP: c000021a', undefined, 0],
    ['STOP: 0xC000021A (0x1, 0xC0000005, 0x0, 0x0)', '0xC000021A', 4],
    ['Bugcheck code 0x9f', '0x0000009F', 0],
    ['BugcheckCode 159\nBugcheckParameter1 0x3', '0x0000009F', 1],
    ['BugcheckCode 0', undefined, 0],
    ['0x80070005 (0x1, 0x2, 0x3, 0x4)', undefined, 0],
  ])('is read from %j as %s', (text, code, parameters) => {
    const stop = readStop(text);
    expect(stop?.code).toBe(code);
    expect(stop?.parameters.length ?? 0).toBe(parameters);
  });
});

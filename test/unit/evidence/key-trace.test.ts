import fc from 'fast-check';
import { findKeys } from '../../../src/evidence/find-keys';
import { findSecretTraces } from '../../../src/evidence/key-trace';

const BETWEEN = ['-', '', ' ', '.', '*', '\n', '%20', '%2D', '%0a', '中', '\u0001'];

/** Characters in pieces of one length, hardly a slip among them, with the same between them but for one place. */
const keyLike = fc
  .record({
    characters: fc.string({ unit: fc.constantFrom(...'BCDFGhjkmnPQRTV234678', 'O'), minLength: 22, maxLength: 32 }),
    size: fc.constantFrom(1, 2, 4, 5, 5, 5, 10, 25),
    between: fc.constantFrom(...BETWEEN),
    odd: fc.constantFrom(...BETWEEN),
    oddAt: fc.nat(20),
    before: fc.constantFrom('', 'key: ', 'the x', 'x'),
  })
  .map(({ characters, size, between, odd, oddAt, before }) => {
    const pieces = characters.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];
    return before + pieces.map((piece, index) => piece + (index === oddAt ? odd : between)).join('');
  });

test('the quick look rules out no text that a key is found in', () => {
  fc.assert(
    fc.property(keyLike, (text) => {
      fc.pre(!findSecretTraces(text).key);
      expect(findKeys(text)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['words', 'hello there, my key does not work since monday and windows says 0xC004F074'],
  ['an id', '4de7cb65-cdf1-4de9-8ae8-e3cce27b9f2c'],
  ['two groups of five between hyphens', 'BCDFG-BIGOT-BO and no more'],
  ['groups of five that a shorter one parts', 'BCDFG-BIGOT-ABC-BOGUS-BIGOT-UV'],
  ['three groups of five with something foreign between', 'BCDFG-BIGOT-\u0001-BOGUS-BIGOT'],
  ['24 characters with four others among them', 'BCDFGOHJKM1PQRTIVWXYZ234'],
  ['fourteen characters in two runs, with others around', 'OOO BCDFGHJ OOO KMNPQRT OOO'],
  ['runs that marks do not join', 'OBCDFG OBCDF OBCDF OBCD OBCD OBCD OBCD OBCD OBCD O'],
  ['a percent sign', 'the disk is 100% full, and 20%2F of it is logs'],
])('the quick look ends with %s', (_, text) => {
  expect(findSecretTraces(text)).toMatchObject({ key: false, id: false });
});

test.each([
  ['three groups of five between hyphens', 'BCDFG-BIGOT-BOGUS-'],
  ['fifteen characters in runs of five', 'BCDFG O HJKMN O PQRTV'],
  ['fifteen characters in runs that marks are in', 'BC**DFG O HJKMN O PQ~RTV'],
  ['25 characters with four others among them', 'BCDFGOHJKM1PQRTIVWXYZ2346'],
  ['the digits of separators, which are none of its own', 'BK7JGNPHTMC97JM9MPGT3V66D'.split('').join('%20')],
])('the quick look goes on with %s', (_, text) => {
  expect(findSecretTraces(text).key).toBe(true);
});

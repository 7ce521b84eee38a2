import fc from 'fast-check';
import { countUpTo } from '../../../src/code/ordered';

describe('counting in ascending numbers', () => {
  it('agrees with counting one by one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: -1, max: 51 }), (numbers, limit) => {
        const ascending = [...numbers].sort((a, b) => a - b);
        expect(countUpTo(ascending, limit)).toBe(numbers.filter((number) => number <= limit).length);
      }),
    );
  });
});

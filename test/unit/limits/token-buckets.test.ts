import { createTokenBuckets } from '../../../src/limits/token-buckets';

describe('token buckets', () => {
  it('let a name take so many, then tell when there is one more', () => {
    let at = 0;
    const buckets = createTokenBuckets({ perMinute: 3, now: () => at });
    expect([1, 2, 3].map(() => buckets.take('a'))).toEqual([0, 0, 0]);
    expect(buckets.take('a')).toBe(20);
    expect(buckets.take('b')).toBe(0);
    at += 19_500;
    expect(buckets.take('a')).toBe(1);
    at += 500;
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 20]);
  });

  it('save up no more than a minute’s worth, and survive a clock that is set back', () => {
    let at = 1_000_000;
    const buckets = createTokenBuckets({ perMinute: 2, now: () => at });
    buckets.take('a');
    at += 3_600_000;
    expect([1, 2, 3].map(() => buckets.take('a'))).toEqual([0, 0, 30]);
    at -= 3_600_000;
    expect(buckets.take('a')).toBe(30);
  });

  it.each([1, 9, 14, 60, 1_200])('give %i of %i when asked at once, and as many again a minute later', (perMinute) => {
    let at = 1_800_000_000_123.5;
    const buckets = createTokenBuckets({ perMinute, now: () => at });
    const taken = () => Array.from({ length: perMinute * 2 }, () => buckets.take('a')).filter((wait) => wait === 0);
    expect(taken()).toHaveLength(perMinute);
    at += 60_000;
    expect(taken()).toHaveLength(perMinute);
  });

  it('hold as much as they are told to, but always one', () => {
    let at = 0;
    const taken = (perMinute: number) => {
      const buckets = createTokenBuckets({ perMinute, holdsMs: 10_000, now: () => at });
      return [0, 10_000, 3_600_000].map((ms) => {
        at += ms;
        return Array.from({ length: 300 }, () => buckets.take('a')).filter((wait) => wait === 0).length;
      });
    };
    expect(taken(1_200)).toEqual([200, 200, 200]);
    expect(taken(2)).toEqual([1, 0, 1]);
  });

  it('forget whoever has not come for longest', () => {
    const buckets = createTokenBuckets({ perMinute: 1, now: () => 0 });
    buckets.take('first');
    expect(buckets.take('first')).toBe(60);
    for (let other = 0; other < 10_000; other += 1) buckets.take(`other ${other}`);
    expect(buckets.take('first')).toBe(0);
  });
});

import { createSharedBuckets } from '../../../src/limits/shared-buckets';
import { createTokenBuckets } from '../../../src/limits/token-buckets';

function start(run: (script: string, key: string, ...args: string[]) => Promise<unknown>) {
  const lines: string[] = [];
  const log = (level: string) => (_fields: unknown, message: string) => void lines.push(`${level} ${message}`);
  const own = createTokenBuckets({ perMinute: 1, now: () => 0 });
  const logger = { info: log('info'), warn: log('warn'), error: log('error') };
  return {
    buckets: createSharedBuckets({ size: { perMinute: 1_200, holdsMs: 10_000 }, redis: { run }, own, logger }),
    lines,
  };
}

describe('shared buckets', () => {
  it('go by what Redis tells, in whole seconds', async () => {
    const answers = [0, 0, 1, 1_001];
    const { buckets, lines } = start(async () => answers.shift());
    expect([await buckets.take('a'), await buckets.take('a')]).toEqual([0, 0]);
    expect([await buckets.take('a'), await buckets.take('a')]).toEqual([1, 2]);
    expect(lines).toEqual([]);
  });

  it('tell Redis how long a token and a bucket take, and not whose it is', async () => {
    const asked: string[][] = [];
    const { buckets } = start(async (_script, ...rest) => asked.push(rest) * 0);
    await buckets.take('T0123ABC');
    await buckets.take('T0123ABC');
    await buckets.take('T9');
    expect(asked.map(([, ...times]) => times)).toEqual(Array(3).fill(['50', '10000']));
    const [one, again, other] = asked.map(([key]) => key);
    expect(one).toBe(again);
    expect(one).not.toBe(other);
    expect(one).toMatch(/^hexfix:events:[\w-]{43}$/);
  });

  it('go by what this replica counts while Redis does not tell, and say so once each time', async () => {
    let answer: unknown;
    const { buckets, lines } = start(async () => answer);
    expect([await buckets.take('a'), await buckets.take('a'), await buckets.take('b')]).toEqual([0, 60, 0]);
    expect(lines).toEqual([expect.stringMatching(/^warn Redis does not answer in time/)]);
    answer = 0;
    expect([await buckets.take('a'), await buckets.take('a')]).toEqual([0, 0]);
    expect(lines.slice(1)).toEqual([expect.stringMatching(/^info Redis answers again/)]);
    answer = 'OK';
    expect(await buckets.take('a')).toBe(60);
    expect(lines).toHaveLength(3);
  });
});

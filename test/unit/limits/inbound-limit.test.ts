import { createInboundLimit, type Sent } from '../../../src/limits/inbound-limit';
import { createTokenBuckets } from '../../../src/limits/token-buckets';

const POST: Sent = { platform: 'slack', tenant: 'T1', kind: 'posts' };

function start(perMinute: number) {
  let atMs = 0;
  const now = () => atMs;
  const lines: unknown[][] = [];
  const counted: unknown[][] = [];
  const log = (...line: unknown[]) => lines.push(line);
  const limit = createInboundLimit({
    buckets: createTokenBuckets({ perMinute, now }),
    logger: { info: log, warn: log, error: log },
    metrics: { count: (...entry) => counted.push(entry) },
    now,
  });
  return { limit, lines, counted, pass: (ms: number) => (atMs += ms) };
}

describe('the inbound limit', () => {
  it('is each organization’s own, on each platform', async () => {
    const { limit } = start(1);
    expect(await limit.take(POST)).toBe(0);
    expect(await limit.take(POST)).toBe(60);
    expect(await limit.take({ ...POST, tenant: 'T2' })).toBe(0);
    expect(await limit.take({ ...POST, platform: 'teams' })).toBe(0);
  });

  it('takes nobody’s buttons away where there are too many posts', async () => {
    const { limit } = start(1);
    await limit.take(POST);
    expect(await limit.take(POST)).toBeGreaterThan(0);
    expect(await limit.take({ ...POST, kind: 'asks' })).toBe(0);
  });

  it('counts all that it turns away, and tells of it once a minute', async () => {
    const { limit, lines, counted, pass } = start(1);
    for (let post = 0; post < 4; post += 1) await limit.take(POST);
    expect(counted).toEqual(Array(3).fill(['hexfix_refusals_total', { platform: 'slack', reason: 'too-many' }]));
    expect(lines).toEqual([[{ platform: 'slack', tenant: 'T1' }, expect.stringContaining('HEXFIX_EVENTS_PER_MINUTE')]]);
    pass(59_000);
    await limit.take(POST);
    expect(lines).toHaveLength(1);
    pass(1_000);
    await limit.take(POST);
    await limit.take(POST);
    expect(lines).toHaveLength(2);
  });
});

import type { Logger } from '../../../src/ops/logger';
import { createStop } from '../../../src/ops/stop';

/** A process told to stop: what it does, in order, with timers that the test rings. */
function play(drainMs: number) {
  const done: string[] = [];
  const timers: { ring: () => void; ms: number }[] = [];
  let closed: { resolve: () => void; reject: (error: Error) => void } | undefined;
  const say = (_fields: unknown, message: string) => done.push(message);
  const logger: Logger = { info: say, warn: say, error: say };
  const signal = createStop({
    running: {
      drain: () => done.push('drain'),
      close: () =>
        new Promise((resolve, reject) => {
          done.push('close');
          closed = { resolve, reject };
        }),
    },
    ...{ drainMs, logger },
    exit: (code) => done.push(`exit ${code}`),
    setTimer: (ring, ms) => timers.push({ ring, ms }),
  });
  const ring = (ms: number) => {
    for (const timer of timers) if (timer.ms === ms) timer.ring();
    return settled();
  };
  return { done, signal, ring, closed: () => closed };
}

/** Everything that waits for nothing but promises has happened. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

it('stops at the first signal: drains, closes, exits', async () => {
  const { done, signal, closed } = play(0);
  signal('SIGTERM');
  await settled();
  expect(done).toEqual(['drain', 'close']);
  closed()?.resolve();
  await settled();
  expect(done).toEqual(['drain', 'close', 'exit 0']);
});

it('goes on answering while balancers notice', async () => {
  const { done, signal, ring } = play(5_000);
  signal('SIGTERM');
  await settled();
  expect(done).toEqual(['drain']);
  await ring(5_000);
  expect(done).toEqual(['drain', 'close']);
});

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('ends at once at a second signal, %s', async (second, code) => {
  const { done, signal } = play(5_000);
  signal('SIGTERM');
  signal(second);
  expect(done).toEqual(['drain', `exit ${code}`]);
});

it('ends after fifteen seconds, whatever is still under way', async () => {
  const { done, signal, ring } = play(0);
  signal('SIGTERM');
  await settled();
  await ring(15_000);
  expect(done.at(-2)).toMatch(/did not finish in time/);
  expect(done.at(-1)).toBe('exit 1');
});

it('tells of a way out that fails, without its words', async () => {
  const { done, signal, closed } = play(0);
  signal('SIGINT');
  await settled();
  closed()?.reject(new Error('secret words'));
  await settled();
  expect(done.at(-1)).toBe('exit 1');
  expect(done.at(-2)).toMatch(/way out failed/);
  expect(done.join()).not.toContain('secret words');
});

import { createPauses, setRealTimer } from '../../../src/outbox/pauses';
import { createClock, settle } from './clock';

describe('a real timer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('rings once, when its time has come', () => {
    const ring = jest.fn();
    setRealTimer(ring, 1_000);
    jest.advanceTimersByTime(999);
    expect(ring).not.toHaveBeenCalled();
    jest.advanceTimersByTime(9_000);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('does not ring any more, and keeps no process alive, once it was taken back', () => {
    const ring = jest.fn();
    const takeBack = setRealTimer(ring, 1_000);
    takeBack();
    expect(jest.getTimerCount()).toBe(0);
    jest.advanceTimersByTime(9_000);
    expect(ring).not.toHaveBeenCalled();
  });
});

it('is in a pause until the last one is over', async () => {
  const clock = createClock(0);
  const pauses = createPauses(clock.setTimer);
  const ended: number[] = [];
  for (const ms of [10, 20]) void pauses.pause(ms).then(() => ended.push(ms));
  const seen = [pauses.isPausing()];
  for (const ms of [9, 1, 10]) {
    clock.advance(ms);
    await settle();
    seen.push(pauses.isPausing(), ended.length === 2);
  }
  expect(seen).toEqual([true, true, false, true, false, false, true]);
});

it('ends all pauses at once, and leaves no timer', async () => {
  const clock = createClock(0);
  const pauses = createPauses(clock.setTimer);
  const all = Promise.all([pauses.pause(10), pauses.pause(20)]);
  pauses.endAll();
  await all;
  expect(pauses.isPausing()).toBe(false);
  expect(() => clock.advanceToTimer()).toThrow('nobody waits');
});

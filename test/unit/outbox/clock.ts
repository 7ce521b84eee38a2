/** A clock that stands still until a test moves it on, and timers that go by it. */

import type { SetTimer } from '../../../src/outbox/pauses';

export interface Clock {
  readonly now: () => number;
  readonly setTimer: SetTimer;
  /** Moves the time on, then rings what has become due. */
  advance(ms: number): void;
  /** Moves the time on to the next timer and rings it. */
  advanceToTimer(): void;
  /** Whoever has set a timer is gone. */
  forgetTimers(): void;
}

export function createClock(startMs: number): Clock {
  let nowMs = startMs;
  const advance = (ms: number) => {
    nowMs += ms;
    for (const timer of [...timers]) {
      if (timer.atMs <= nowMs && timers.delete(timer)) timer.ring();
    }
  };
  const timers = new Set<{ readonly ring: () => void; readonly atMs: number }>();
  return {
    now: () => nowMs,

    setTimer(ring, ms) {
      const timer = { ring, atMs: nowMs + ms };
      timers.add(timer);
      return () => timers.delete(timer);
    },

    advance,

    forgetTimers: () => timers.clear(),

    advanceToTimer() {
      if (timers.size === 0) throw new Error('nobody waits for anything');
      advance(Math.max(0, Math.min(...[...timers].map(({ atMs }) => atMs)) - nowMs));
    },
  };
}

/** Resolves when everything has happened that can happen without a timer: the embedded database answers at once. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

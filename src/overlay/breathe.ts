/** Long work in stretches: a large overlay takes seconds to look through, and messages are answered meanwhile. */

/** Lets others have a turn, where the work has gone on for a while. */
export type Breathe = () => Promise<void>;

/** Short beside what an answer takes, and long beside what a turn costs. */
const STRETCH_MS = 10;

export function createBreathe(): Breathe {
  let sinceMs = performance.now();
  return async () => {
    if (performance.now() - sinceMs < STRETCH_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    sinceMs = performance.now();
  };
}

/** Many times in milliseconds, and what is said of them. */

export interface Timings {
  add(ms: number): void;
  count(): number;
  /** The time that so many of a hundred keep within; 0 without any. */
  percentile(share: number): number;
  /** For people: the middle, the slow ones and the slowest. */
  describe(): string;
}

export function createTimings(): Timings {
  const times: number[] = [];
  let isSorted = true;

  function percentile(share: number): number {
    if (!isSorted) times.sort((one, other) => one - other);
    isSorted = true;
    return times[Math.max(0, Math.ceil((share / 100) * times.length) - 1)] ?? 0;
  }

  return {
    add(ms) {
      times.push(ms);
      isSorted = false;
    },
    count: () => times.length,
    percentile,
    describe() {
      const said = [50, 99, 99.9].map((share) => `p${share} ${formatMs(percentile(share))}`);
      return `${said.join(', ')}, max ${formatMs(percentile(100))}`;
    },
  };
}

export function formatMs(ms: number): string {
  return ms < 1_000 ? `${ms.toFixed(ms < 10 ? 1 : 0)} ms` : `${(ms / 1_000).toFixed(2)} s`;
}

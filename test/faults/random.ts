/** Chance that comes again: the same seed gives the same numbers. */

export type Random = (below: number) => number;

/** Whole numbers from 0 on, below the given bound (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A seed that nobody chose. */
export function newSeed(): number {
  return Math.floor(Math.random() * 2 ** 32);
}

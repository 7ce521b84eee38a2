/** What scripts that measure have in common: an even stream of work, percentiles, and the same run again by its seed. */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';

/** The options of a measuring script, with the seed that is printed. */
export function readOptions(defaults) {
  const options = Object.fromEntries(Object.keys({ seed: 0, ...defaults }).map((name) => [name, { type: 'string' }]));
  const { values } = parseArgs({ options });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`seed ${seed} (the same again: --seed ${seed})`);
  const chosen = Object.entries(defaults).map(([name, value]) => [name, Number(values[name] ?? value)]);
  return { ...Object.fromEntries(chosen), random: createRandom(seed) };
}

/**
 * Starts `work` so many times a second, for so many seconds, whether or not what was started before has ended; gives all
 * results.
 */
export async function stream(perSecond, seconds, work) {
  const startedAt = performance.now();
  const results = [];
  for (let sent = 0; sent < perSecond * seconds; ) {
    const due = Math.min(perSecond * seconds, Math.floor(((performance.now() - startedAt) / 1_000) * perSecond) + 1);
    for (; sent < due; sent += 1) results.push(work(sent));
    await pause(1);
  }
  return Promise.all(results);
}

/** The value below which `share` of the samples lie. */
export function percentile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function createRandom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

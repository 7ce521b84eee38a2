/** What the benches promise, and whether it holds. */

/** Milliseconds of processor time: on a shared machine the clock on the wall tells how busy the others are. */
export function cpuMs(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least that one of several runs took. */
export function best(run, rounds) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    least = Math.min(least, cpuMs(run));
  }
  return least;
}

/** The value below which `share` of the samples lie. */
export function percentile(samples, share) {
  return samples.toSorted((a, b) => a - b)[Math.floor(samples.length * share)];
}

/** Prints a figure beside what is aimed at, and no more than that: time proves nothing on a busy machine. */
export function tell(name, figure, unit, { atLeast, atMost }, digits = 2) {
  const holds = atLeast === undefined ? figure <= atMost : figure >= atLeast;
  const aim = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
  console.log(`${holds ? 'holds ' : 'MISSED'}  ${name}: ${figure.toFixed(digits)} ${unit} (${aim})`);
}

/** A4: the database is away for a minute; what holds no code does not notice, what holds one comes again and is answered. */

import { createDeliver, type Entry, pause } from '../deliver';
import { startDeployment } from '../deployment';
import { flowAt } from '../flow';
import { isAccepted } from '../http';
import { type Circumstances, expect, type Outcome, type Proof } from '../proof';
import { createTimings, formatMs, type Timings } from '../timings';
import { createTraffic } from '../traffic';
import { judge } from '../verdict';

const PER_SECOND = 200;
const OUTAGE_MS = 60_000;
const CODED = 100;
/** Before, and after, at most. */
const CALM_MS = 10_000;
const SLOWEST_REFUSAL_MS = 1_000;
const SLOWEST_P99_MS = 100;
const SLOWEST_RETURN_MS = 5_000;

async function interrupt(circumstances: Circumstances): Promise<Outcome> {
  const { random, scale, pace, say } = circumstances;
  const deployment = await startDeployment('postgres');
  const { worlds, database } = deployment;
  try {
    const outageMs = OUTAGE_MS * scale;
    // Only Slack sends again what was refused; its schedule shrinks with the outage.
    const traffic = createTraffic(random, worlds, { coded: CODED, platform: 'slack' });
    const entries: Entry[] = [];
    const deliver = createDeliver({ url: () => deployment.url, haste: 1 / scale, onEntry: (it) => entries.push(it) });
    let isOver = false;
    const flow = flowAt(
      PER_SECOND * pace,
      () => isOver,
      () => deliver(traffic.next()),
    );

    await pause(CALM_MS);
    say('  the database stops');
    const stoppedAtMs = performance.now();
    await database.stop();
    await pause(outageMs - (performance.now() - stoppedAtMs));
    const backAtMs = performance.now();
    await database.start();
    say(`  the database is back after ${formatMs(performance.now() - stoppedAtMs)}`);
    await pause(CALM_MS);
    isOver = true;
    await flow;

    const during = entries.filter(({ sentAtMs }) => sentAtMs > stoppedAtMs + 500 && sentAtMs < backAtMs - 3_000);
    const calm = timesOf(during.filter(({ post }) => !post.isAsked));
    const refusals = timesOf(during.filter(({ post }) => post.isAsked));
    const returnMs = timeToReturn(entries, backAtMs);
    const verdict = await judge(entries, worlds, database);
    return {
      figures: [
        `without a code, meanwhile: ${calm.accepted} taken, ${calm.refused} refused, ${calm.times.describe()}`,
        `with a code, meanwhile, first tries: ${refusals.accepted} taken, ${refusals.refused} refused, ${refusals.times.describe()}`,
        `back to normal ${formatMs(returnMs)} after the database`,
        ...verdict.figures,
      ],
      faults: [
        ...verdict.faults,
        ...expect(calm.refused === 0, 'posts without a code were refused'),
        ...expect(calm.times.percentile(99) <= SLOWEST_P99_MS, 'posts without a code had to wait'),
        ...expect(refusals.accepted === 0, 'posts with a code were taken without a database'),
        ...expect(refusals.times.percentile(100) <= SLOWEST_REFUSAL_MS, 'a refusal took too long'),
        ...expect(returnMs <= SLOWEST_RETURN_MS, 'it took too long to come back'),
      ],
    };
  } finally {
    for (const complaint of deployment.complaints()) circumstances.say(`  ${complaint}`);
    await deployment.close();
  }
}

/** The first try of each post. */
function timesOf(entries: readonly Entry[]): { times: Timings; accepted: number; refused: number } {
  const times = createTimings();
  let accepted = 0;
  let refused = 0;
  for (const entry of entries) {
    const [firstRefusal] = entry.refused;
    if (firstRefusal === undefined) accepted += 1;
    else refused += 1;
    times.add(firstRefusal?.ms ?? entry.acceptedMs[0] ?? 0);
  }
  return { times, accepted, refused };
}

/** From the return of the database to the first post with a code after which none was refused any more. */
function timeToReturn(entries: readonly Entry[], backAtMs: number): number {
  const refused = entries.filter(({ post, refused: tries, sentAtMs }) => {
    return post.isAsked && sentAtMs > backAtMs && tries.some(({ status }) => !isAccepted(status));
  });
  return Math.max(0, ...refused.map(({ sentAtMs }) => sentAtMs - backAtMs));
}

export const OUTAGE: Proof = {
  figure: 'A4',
  about: 'PostgreSQL away for a minute under 200 posts a second, three replicas',
  run: interrupt,
};

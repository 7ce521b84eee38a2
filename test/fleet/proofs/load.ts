/** A23: the load of many organizations for ten minutes, and then a burst; every post taken in time. */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { BotProcess } from '../bot-process';
import type { DatabaseKind } from '../database';
import { createDeliver, type Entry } from '../deliver';
import { startDeployment } from '../deployment';
import { flowAt } from '../flow';
import { type Circumstances, expect, type Outcome, type Proof, scaled } from '../proof';
import { createTimings, formatMs } from '../timings';
import { createTraffic } from '../traffic';
import { judge } from '../verdict';

const MINUTES = 10;
/** A replica that has just started still compiles, and loads what its first answers need. */
const RISE_MS = 10_000;
const BURST = 3_000;
const BURST_MS = 3_000;

interface Load {
  readonly kind: DatabaseKind;
  readonly perSecond: number;
  /** Of a thousand posts. */
  readonly coded: number;
}

async function bear({ kind, perSecond: fullPace, coded }: Load, circumstances: Circumstances): Promise<Outcome> {
  const { random, say, pace } = circumstances;
  const perSecond = fullPace * pace;
  const deployment = await startDeployment(kind);
  const { bots, worlds, database } = deployment;
  const own = monitorEventLoopDelay();
  own.enable();
  try {
    const traffic = createTraffic(random, worlds, { coded });
    const entries: Entry[] = [];
    const deliver = createDeliver({ url: () => deployment.url, haste: 30, onEntry: (entry) => entries.push(entry) });
    const total = scaled(perSecond * 60 * MINUTES, circumstances);
    await flowAt(
      perSecond,
      (begun) => begun >= total,
      () => deliver(traffic.next()),
      RISE_MS,
    );
    const steady = await judge(entries, worlds, database);
    const refused = entries.flatMap((entry) => entry.refused);

    const size = Math.round(BURST * pace);
    say(`  a burst of ${size}`);
    const burst: Entry[] = [];
    await flowAt(
      size,
      (begun) => begun >= size,
      async () => burst.push(await deliver(traffic.next())),
    );
    const burstTimes = createTimings();
    for (const { acceptedMs } of burst) for (const ms of acceptedMs) burstTimes.add(ms);
    const afterwards = await judge(burst, worlds, database);
    const { acknowledged, answered } = steady;
    return {
      figures: [
        `${perSecond} posts a second, ${refused.length} not taken at the first try`,
        ...steady.figures,
        `held at most: ${await describeHeld(bots)}; the sender itself ${formatMs(own.max / 1e6)}`,
        `burst: ${burst.filter((entry) => entry.refused.length === 0).length} taken at the first try, ${burstTimes.describe()}`,
        ...afterwards.figures.slice(0, 2),
      ],
      faults: [
        ...steady.faults,
        ...afterwards.faults,
        ...expect(refused.length === 0, `${refused.length} were not taken at once`),
        ...expect(acknowledged.percentile(99) <= 250, 'p99 of the acknowledgement is above 250 ms'),
        ...expect(acknowledged.percentile(99.9) <= 1_000, 'p99.9 of the acknowledgement is above 1 s'),
        ...expect(acknowledged.percentile(100) < 2_500, 'an acknowledgement took 2.5 s'),
        ...expect(answered.percentile(99) <= 2_000, 'p99 of the answer is above 2 s'),
        ...expect(
          burst.every((entry) => entry.refused.length === 0),
          'of the burst not all were taken',
        ),
        ...expect(burstTimes.percentile(100) < BURST_MS, 'of the burst some waited for 3 s'),
      ],
    };
  } finally {
    for (const complaint of deployment.complaints()) circumstances.say(`  ${complaint}`);
    await deployment.close();
  }
}

/** Who stood still when something was slow: a replica, or all of the machine, the sender included. */
async function describeHeld(bots: readonly BotProcess[]): Promise<string> {
  const vitals = await Promise.all(bots.map((bot) => bot.vitals()));
  return `replicas ${vitals.map(({ heldMs }) => formatMs(heldMs)).join(', ')}`;
}

export const LOAD: Proof = {
  figure: 'A23',
  about: '300 posts a second for ten minutes and a burst of 3,000, one replica on SQLite, 10 % with codes',
  run: (circumstances) => bear({ kind: 'sqlite', perSecond: 300, coded: 100 }, circumstances),
};

export const LOAD_ON_THREE: Proof = {
  figure: 'A23',
  about: '1,000 posts a second for ten minutes and a burst of 3,000, three replicas on PostgreSQL, 2 % with codes',
  run: (circumstances) => bear({ kind: 'postgres', perSecond: 1_000, coded: 20 }, circumstances),
};

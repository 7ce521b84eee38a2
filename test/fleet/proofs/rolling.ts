/** A9: one replica after the other is replaced under load, as an upgrade does; nobody outside notices. */

import { createDeliver, type Entry, pause } from '../deliver';
import { startDeployment } from '../deployment';
import { flowAt } from '../flow';
import { type Circumstances, expect, type Outcome, type Proof, scaled } from '../proof';
import { createTimings } from '../timings';
import { createTraffic } from '../traffic';
import { judge } from '../verdict';

const RESTARTS = 50;
const PER_SECOND = 200;
const CODED = 100;
const SLOWEST_EXIT_MS = 15_000;
const SLOWEST_FORCED_EXIT_MS = 1_000;
const BETWEEN_SIGNALS_MS = 300;

async function roll(circumstances: Circumstances): Promise<Outcome> {
  const deployment = await startDeployment('postgres');
  const { bots, worlds, database } = deployment;
  try {
    const traffic = createTraffic(circumstances.random, worlds, { coded: CODED });
    const entries: Entry[] = [];
    const deliver = createDeliver({ url: () => deployment.url, haste: 30, onEntry: (entry) => entries.push(entry) });
    const exits = createTimings();
    const codes = new Set<number | null>();
    let isOver = false;
    const flow = flowAt(
      PER_SECOND * circumstances.pace,
      () => isOver,
      () => deliver(traffic.next()),
    );

    const restarts = scaled(RESTARTS, circumstances);
    for (let count = 0; count < restarts; count += 1) {
      const bot = bots[count % bots.length];
      if (bot === undefined) break;
      const { ms, code } = await bot.stop();
      exits.add(ms);
      codes.add(code);
      await bot.start();
    }
    isOver = true;
    await flow;
    const forced = await forceOut(bots[0]);
    const verdict = await judge(entries, worlds, database);
    const refused = entries.flatMap((entry) => entry.refused);
    return {
      figures: [
        `${restarts} restarts, gone after ${exits.describe()}, exit codes ${[...codes].join(', ')}`,
        `${refused.length} errors outside; a second SIGTERM ends it after ${forced.toFixed(0)} ms`,
        ...verdict.figures,
      ],
      faults: [
        ...verdict.faults,
        ...expect(refused.length === 0, `${refused.length} errors, the first ${refused[0]?.status}`),
        ...expect(exits.percentile(100) <= SLOWEST_EXIT_MS, 'a replica took too long to go'),
        ...expect(codes.size === 1 && codes.has(0), 'a replica did not end well'),
        ...expect(forced <= SLOWEST_FORCED_EXIT_MS, 'a second SIGTERM did not end it at once'),
      ],
    };
  } finally {
    for (const complaint of deployment.complaints()) circumstances.say(`  ${complaint}`);
    await deployment.close();
  }
}

/** The time from a second SIGTERM to the end. */
async function forceOut(bot: Awaited<ReturnType<typeof startDeployment>>['bots'][number] | undefined): Promise<number> {
  if (bot === undefined) return 0;
  bot.signal('SIGTERM');
  // Two of a kind at the same moment are one to the system.
  await pause(BETWEEN_SIGNALS_MS);
  const startMs = performance.now();
  bot.signal('SIGTERM');
  await bot.exited();
  const ms = performance.now() - startMs;
  await bot.start();
  return ms;
}

export const ROLLING: Proof = {
  figure: 'A9',
  about: 'rolling restarts under 200 posts a second, three replicas on PostgreSQL',
  run: roll,
};

/** A2: replicas die at random, as `kill -9` kills, while posts come in; nothing taken is lost, nothing said twice. */

import type { BotProcess } from '../bot-process';
import type { DatabaseKind } from '../database';
import { createDeliver, type Entry } from '../deliver';
import { startDeployment } from '../deployment';
import { flowAt } from '../flow';
import { type Circumstances, expect, type Outcome, type Proof, scaled } from '../proof';
import { createTimings } from '../timings';
import { createTraffic } from '../traffic';
import { judge } from '../verdict';

const POSTS = 20_000;
const KILLS_AT_FULL_SCALE = 200;
/** Half of the posts: more to lose than in any real channel. */
const CODED = 500;
/** A process lives for four seconds then, in the first of which it is slow. More than it can bear would wait ever longer. */
const PER_SECOND = 25;
/** A minute of the platform's patience in as many starts: a replica is back before the second of three repetitions. */
const STARTS_A_MINUTE = 2;
const SHORTEST_MINUTE_MS = 2_000;
/** What the platform's own pauses may add. */
const RETRY_MINUTES = 7;
/** A lone replica takes its own leases back at once; another one waits for them. */
const LONGEST_MS = { sqlite: 10_000, postgres: 45_000 } as const;

async function kill(kind: DatabaseKind, circumstances: Circumstances): Promise<Outcome> {
  const { random, say } = circumstances;
  const deployment = await startDeployment(kind);
  const { bots, worlds, database } = deployment;
  try {
    const total = scaled(POSTS, circumstances);
    const kills = scaled(KILLS_AT_FULL_SCALE, circumstances);
    const traffic = createTraffic(random, worlds, { coded: CODED });
    const entries: Entry[] = [];
    const minuteMs = Math.max(SHORTEST_MINUTE_MS, STARTS_A_MINUTE * deployment.startMs);
    const haste = 60_000 / minuteMs;
    const deliver = createDeliver({ url: () => deployment.url, haste, onEntry: (entry) => entries.push(entry) });
    const starts = createTimings();
    let killed = 0;
    let dying: Promise<void> = Promise.resolve();

    async function killOne(bot: BotProcess): Promise<void> {
      await bot.kill();
      starts.add(await bot.start());
    }

    await flowAt(
      PER_SECOND * circumstances.pace,
      (begun) => begun >= total,
      async () => {
        // One at a time, so that with three of them two go on.
        if (entries.length >= ((killed + 1) * total) / (kills + 1)) {
          killed += 1;
          if (killed % 50 === 0) say(`  ${entries.length} posts, ${killed} kills`);
          const bot = bots[random(bots.length)];
          if (bot !== undefined) dying = dying.then(() => killOne(bot));
        }
        await deliver(traffic.next());
      },
    );
    await dying;
    const { figures, faults, answered, missing } = await judge(entries, worlds, database);
    return {
      figures: [`${killed} kills, ready again after ${starts.describe()}`, ...figures],
      faults: [
        ...faults,
        ...expect(missing <= kills, 'more answers are missing than processes have died'),
        ...expect(killed === kills, `${kills} kills were asked for`),
        ...expect(answered.percentile(100) <= LONGEST_MS[kind] + RETRY_MINUTES * minuteMs, 'an answer came too late'),
      ],
    };
  } finally {
    for (const complaint of deployment.complaints()) circumstances.say(`  ${complaint}`);
    await deployment.close();
  }
}

const about = '25 posts a second and kill -9 at random, nothing lost and nothing doubled';

export const KILLS: Readonly<Record<DatabaseKind, Proof>> = {
  sqlite: { figure: 'A2', about: `${about}, one replica on SQLite`, run: (how) => kill('sqlite', how) },
  postgres: { figure: 'A2', about: `${about}, three replicas on PostgreSQL`, run: (how) => kill('postgres', how) },
};

/** A27: two hours of posts, and a fault every twenty seconds; nothing lost, nothing doubled, no memory that grows. */

import type { BotProcess } from '../bot-process';
import { createDeliver, type Entry, pause } from '../deliver';
import { type Deployment, startDeployment } from '../deployment';
import { flowAt } from '../flow';
import type { Post } from '../post';
import { type Circumstances, expect, isSteady, type Outcome, type Proof, scaled } from '../proof';
import { createTraffic } from '../traffic';
import { judge } from '../verdict';
import { WEATHERS } from '../weather';

const HOURS = 2;
const PER_SECOND = 50;
const CODED = 100;
const BETWEEN_FAULTS_MS = 20_000;
const AWAY_MS = 5_000;
/** A lease is over after half a minute. */
const LONG_MS = 40_000;
/** So often a platform sends the same again while it does so. */
const TELLINGS = 3;
/** The first tenth warms up. */
const WARM_UP = 0.1;
const MEGABYTE = 2 ** 20;

/** What goes wrong, until it resolves; some of it with this replica. */
type Fault = (bot: BotProcess) => Promise<void>;

function faultsOf({ database, worlds }: Deployment, repeat: (tellings: number) => void): Record<string, Fault> {
  return {
    'a replica is killed': async (bot) => {
      await bot.kill();
      await bot.start();
    },
    'a replica is replaced': async (bot) => {
      await bot.stop();
      await bot.start();
    },
    'the database is away': async () => {
      await database.stop();
      await pause(AWAY_MS);
      await database.start();
    },
    ...Object.fromEntries(
      WEATHERS.map((weather) => [
        `both platforms are ${weather}`,
        async () => {
          worlds.weather = weather;
          await pause(AWAY_MS);
          worlds.weather = 'fair';
        },
      ]),
    ),
    'a replica freezes': (bot) => freeze(bot, AWAY_MS),
    'a replica freezes for longer than its leases': (bot) => freeze(bot, LONG_MS),
    'every post is sent several times': async () => {
      repeat(TELLINGS);
      await pause(AWAY_MS);
      repeat(1);
    },
  };
}

async function soak(circumstances: Circumstances): Promise<Outcome> {
  const { random, say, pace } = circumstances;
  const deployment = await startDeployment('postgres');
  const { bots, worlds, database } = deployment;
  try {
    const traffic = createTraffic(random, worlds, { coded: CODED });
    const entries: Entry[] = [];
    const deliver = createDeliver({ url: () => deployment.url, haste: 10, onEntry: (entry) => entries.push(entry) });
    let tellings = 1;
    const send = (post: Post) => Promise.all(Array.from({ length: tellings }, () => deliver(post)));
    const total = scaled(HOURS * 3_600 * PER_SECOND, circumstances);
    let isOver = false;
    const flow = flowAt(
      PER_SECOND * pace,
      (begun) => begun >= total,
      () => send(traffic.next()),
    ).then(() => {
      isOver = true;
    });

    const faults = Object.entries(
      faultsOf(deployment, (count) => {
        tellings = count;
      }),
    );
    const happened = new Map<string, number>();
    let warmBytes: number | undefined;
    const nextBeat = () => Promise.race([flow, pause(BETWEEN_FAULTS_MS)]);
    await nextBeat();
    while (!isOver) {
      const [name, fault] = faults[random(faults.length)] ?? [];
      const bot = bots[random(bots.length)];
      if (name === undefined || fault === undefined || bot === undefined) break;
      happened.set(name, (happened.get(name) ?? 0) + 1);
      await Promise.all([fault(bot), nextBeat()]);
      if (entries.length >= total * WARM_UP) warmBytes ??= await largestBytes(deployment);
    }
    await flow;

    const verdict = await judge(entries, worlds, database);
    const endBytes = await largestBytes(deployment);
    const baseBytes = warmBytes ?? endBytes;
    return {
      figures: [
        [...happened].map(([name, count]) => `${name}: ${count}`).join('; '),
        `memory of the largest replica: ${inMb(baseBytes)} after a tenth, ${inMb(endBytes)} at the end`,
        ...verdict.figures,
      ],
      faults: [...verdict.faults, ...expect(isSteady(baseBytes, endBytes), 'memory has grown')],
    };
  } finally {
    for (const complaint of deployment.complaints()) say(`  ${complaint}`);
    await deployment.close();
  }
}

/** As a machine does that is paused or moved: it comes back with everything that it was about to do. */
async function freeze(bot: BotProcess, ms: number): Promise<void> {
  bot.signal('SIGSTOP');
  await pause(ms);
  bot.signal('SIGCONT');
}

async function largestBytes({ bots }: Deployment): Promise<number> {
  const vitals = await Promise.all(bots.map((bot) => bot.vitals()));
  return Math.max(...vitals.map(({ rssBytes }) => rssBytes));
}

function inMb(bytes: number): string {
  return `${(bytes / MEGABYTE).toFixed(0)} MB`;
}

export const SOAK: Proof = {
  figure: 'A27',
  about: '50 posts a second for two hours, a fault every 20 seconds, three replicas on PostgreSQL',
  run: soak,
};

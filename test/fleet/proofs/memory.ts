/** A10: a million mixed messages; the heap after garbage collection, the process and its handles do not grow with them. */

import type { Vitals } from '../bot-process';
import { createDeliver } from '../deliver';
import { startDeployment } from '../deployment';
import { flowThrough } from '../flow';
import { type Circumstances, expect, isSteady, type Outcome, type Proof, scaled } from '../proof';
import { createTraffic } from '../traffic';
import { settle } from '../verdict';

const MESSAGES = 1_000_000;
const WARM_UP = 100_000;
const SAMPLES = 10;
const CODED = 20;
const HOSTILE = 1;
const AT_ONCE = 16;
const MEGABYTE = 2 ** 20;

async function fill(circumstances: Circumstances): Promise<Outcome> {
  const { random, say } = circumstances;
  const deployment = await startDeployment('sqlite');
  const { bots, worlds, database } = deployment;
  try {
    const traffic = createTraffic(random, worlds, { coded: CODED, hostile: HOSTILE });
    const deliver = createDeliver({ url: () => deployment.url, haste: 30 });
    const send = (count: number) => flowThrough(count, AT_ONCE, () => deliver(traffic.next()));
    const samples: Vitals[] = [];

    async function sample(): Promise<void> {
      await settle(database);
      const vitals = await bots[0]?.vitals();
      if (vitals === undefined) return;
      samples.push(vitals);
      say(`  ${describe(vitals)}`);
    }

    await send(scaled(WARM_UP, circumstances));
    await sample();
    for (let count = 0; count < SAMPLES; count += 1) {
      await send(scaled(MESSAGES / SAMPLES, circumstances));
      await sample();
    }
    const [first, last] = [samples[0], samples.at(-1)];
    if (first === undefined || last === undefined) throw new Error('nothing was measured');
    const heap = last.heapBytes - first.heapBytes;
    const rss = last.rssBytes - first.rssBytes;
    return {
      figures: [
        `${scaled(MESSAGES, circumstances)} messages after ${scaled(WARM_UP, circumstances)}: ` +
          `heap ${(heap / MEGABYTE).toFixed(2)} MB more, RSS ${(rss / MEGABYTE).toFixed(1)} MB more`,
      ],
      faults: [
        ...expect(heap <= MEGABYTE, 'the heap grows'),
        ...expect(isSteady(first.rssBytes, last.rssBytes), 'the process grows'),
        ...expect(Math.abs(last.handles - first.handles) <= 2, 'handles stay open'),
      ],
    };
  } finally {
    for (const complaint of deployment.complaints()) circumstances.say(`  ${complaint}`);
    await deployment.close();
  }
}

function describe({ heapBytes, rssBytes, handles }: Vitals): string {
  return `heap ${(heapBytes / MEGABYTE).toFixed(2)} MB, RSS ${(rssBytes / MEGABYTE).toFixed(1)} MB, ${handles} handles`;
}

export const MEMORY: Proof = {
  figure: 'A10',
  about: 'a million mixed messages, 2 % with codes and 0.1 % hostile, one replica on SQLite',
  run: fill,
};

/** So many organizations in one process with a file for a store: what an answered message costs, and what it asks. */

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRandom } from '../../test/faults/random';
import { type BotProcess, createBotProcess } from '../../test/fleet/bot-process';
import { sendOnce } from '../../test/fleet/deliver';
import { settingsFor } from '../../test/fleet/deployment';
import { findFreePort } from '../../test/fleet/ports';
import { createSlackPosts } from '../../test/fleet/slack-posts';
import { startWorlds, type Worlds } from '../../test/fleet/worlds';
import { type Sightings, watch } from '../beside/sightings';
import { findScans, multiplyRows } from './history';
import type { Figures } from './table';

/** Each organization has had so many answers. */
const ANSWERS_EACH = 20;
const WARM_UP = 100;
const MESSAGES = 300;
const AT_ONCE = 8;
const TIMEOUT_MS = 30_000;
const LOOK_EVERY_MS = 5;

type Counts = ReadonlyMap<string, number>;

export async function measureTenants(tenants: number, seed: number): Promise<Figures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-scale-'));
  const worlds = await startWorlds();
  const file = path.join(folder, 'statements.json');
  const data = path.join(folder, 'data');
  const environment = {
    ...settingsFor(worlds.origin),
    ...{ HEXFIX_DATA_DIR: data, SCALE_STATEMENTS: file },
    NODE_OPTIONS: `--require ${path.join(__dirname, 'statements.js')}`,
  };
  const bot = createBotProcess({ port: await findFreePort(), folder, name: 'bot', environment });
  try {
    const post = createPoster(bot, worlds, seed, tenants);
    await bot.start();
    await post(1);
    await bot.stop();
    const answers = tenants * ANSWERS_EACH;
    const bytes = multiplyRows(path.join(data, 'hexfix.sqlite'), tenants, ANSWERS_EACH);
    await bot.start();
    await post(WARM_UP);
    const before = await look(bot, file);
    const startMs = performance.now();
    await post(MESSAGES);
    const seconds = (performance.now() - startMs) / 1_000;
    const after = await look(bot, file);
    const asked = difference(after.counts, before.counts);
    const scans = findScans(path.join(data, 'hexfix.sqlite'), [...asked.keys()]);
    for (const scan of scans) console.log(scan);
    return {
      'answers before': answers,
      'bytes an answer': Math.round(bytes / answers),
      'answers a second': MESSAGES / seconds,
      'CPU of an answer, ms': (after.cpuMs - before.cpuMs) / MESSAGES,
      'statements of an answer': sum(asked) / MESSAGES,
      'different statements': asked.size,
      'statements that scan': scans.length,
      'held, MB': after.heapBytes / 1e6,
    };
  } finally {
    await bot.kill();
    await worlds.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Posts with a code, one organization after the other, until each is answered. */
function createPoster(bot: BotProcess, worlds: Worlds, seed: number, tenants: number) {
  const posts = createSlackPosts(createRandom(seed), worlds.origin, tenants);
  const sightings: Sightings = watch(worlds.slack.journal);
  return async (count: number) => {
    let begun = 0;
    const lane = async () => {
      while (begun < count) {
        begun += 1;
        const { place, tellings } = posts.post('slmgr says 0xC004F074 on this one', 'by code');
        const answered = sightings.message(place);
        await Promise.all(tellings.map((telling) => sendOnce(bot.url, telling, TIMEOUT_MS)));
        await answered;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  };
}

async function look(bot: BotProcess, file: string) {
  rmSync(file, { force: true });
  const vitals = await bot.vitals();
  // The thread of the store writes it down by itself.
  while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  const counts: Counts = new Map(JSON.parse(readFileSync(file, 'utf8')));
  return { ...vitals, counts };
}

function difference(after: Counts, before: Counts): Counts {
  return new Map(
    [...after]
      .map(([text, count]) => [text, count - (before.get(text) ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );
}

function sum(counts: Counts): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

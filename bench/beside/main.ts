/**
 * Hexfix beside bare bots on the SDKs that it uses, in one run on one machine: the same platforms, posts and presses.
 * `npm run bench:beside -- --seconds 5 --json figures.json --chart docs/images/beside`; names of scenarios run these alone.
 */

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { newSeed } from '../../test/faults/random';
import { startWorlds } from '../../test/fleet/worlds';
import { thisMachine } from '../machine';
import { CHARTS } from './chart';
import { CONTENDERS, startContender } from './contenders';
import { type Measured, measureAtOnce, measureAtPace } from './measure';
import { SCENARIOS } from './scenarios';
import { type ColdStart, compareStarts, compareWork } from './table';

const AT_ONCE = [1, 16, 64];
const PACES = [100, 400];
const CHANNEL = 'channel';
const COLD_STARTS = 5;

const NAMES = ['start', ...SCENARIOS.map(({ name }) => name), CHANNEL];

/** The middle of several: the first one reads everything from the disk. */
async function measureStarts(): Promise<readonly ColdStart[]> {
  const worlds = await startWorlds();
  const starts: ColdStart[] = [];
  for (const contender of CONTENDERS) {
    const times: { startMs: number; rssMb: number }[] = [];
    for (let round = 0; round < COLD_STARTS; round += 1) {
      const { bot, startMs, stop } = await startContender(contender, worlds.origin);
      times.push({ startMs, rssMb: (await bot.vitals()).rssBytes / 2 ** 20 });
      await stop();
    }
    const middle = times.sort((a, b) => a.startMs - b.startMs)[Math.floor(COLD_STARTS / 2)];
    if (middle !== undefined) starts.push({ contender: contender.name, ...middle });
  }
  await worlds.close();
  return starts;
}

async function measureWork(chosen: readonly string[], seed: number, seconds: number): Promise<readonly Measured[]> {
  const all: Measured[] = [];
  const note = (measured: Measured) => {
    all.push(measured);
    const { contender, platform, scenario, load, perSecond, p50Ms, p99Ms, cpuMs } = measured;
    const figures = `${perSecond.toFixed(0)}/s  p50 ${p50Ms.toFixed(1)}  p99 ${p99Ms.toFixed(1)}  CPU ${cpuMs.toFixed(2)} ms`;
    console.log(`${platform} ${scenario}, ${load}: ${contender} ${figures}`);
  };
  for (const platform of ['slack', 'teams'] as const) {
    const here = CONTENDERS.filter(({ platforms }) => platforms.includes(platform));
    for (const scenario of SCENARIOS.filter(({ name }) => chosen.includes(name))) {
      for (const atOnce of AT_ONCE) {
        for (const contender of here)
          note(await measureAtOnce([contender, platform, scenario], atOnce, { seed, seconds }));
      }
    }
    if (!chosen.includes(CHANNEL)) continue;
    for (const pace of PACES) {
      for (const contender of here) note(await measureAtPace([contender, platform], pace, { seed, seconds }));
    }
  }
  return all;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      seed: { type: 'string' },
      seconds: { type: 'string' },
      json: { type: 'string' },
      chart: { type: 'string' },
    },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !NAMES.includes(name));
  if (unknown.length > 0) throw new Error(`There is nothing called ${unknown}; choose from ${NAMES.join(', ')}.`);
  const chosen = positionals.length === 0 ? NAMES : positionals;
  const seed = values.seed === undefined ? newSeed() : Number(values.seed);
  const machine = thisMachine();
  console.log(`${machine.cpu}, Node ${machine.node}, ${machine.date}, seed ${seed}\n`);

  const starts = chosen.includes('start') ? await measureStarts() : [];
  const work = await measureWork(chosen, seed, Number(values.seconds ?? 5));
  console.log(`\n${[...compareStarts(starts), ...compareWork(work)].join('\n')}`);
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ machine, seed, starts, work }, null, 2)}\n`);
  if (values.chart === undefined) return;
  writeFileSync(`${values.chart}.svg`, CHARTS.en(work));
  writeFileSync(`${values.chart}.zh-CN.svg`, CHARTS['zh-CN'](work));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
});

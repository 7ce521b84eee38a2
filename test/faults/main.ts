/**
 * The long proofs, one after the other, with their figures: kills at every point and at random, races, memory.
 * Arguments choose some of them; `--seed <number>` makes the same chances again, `--step <number>` kills at one point out of so many.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openPostgres } from '../../src/store/postgres';
import { createSqlStore } from '../../src/store/sql-store';
import { openSqlite } from '../../src/store/sqlite';
import { type PostgresServer, startPostgres } from '../contract/postgres/server';
import { openTheatre, sqliteFilesIn, type Theatre } from './kill';
import { growthOf, liveThrough, type Sample } from './memory';
import type { Database, PlatformKind } from './protocol';
import { type Race, raceClaims, raceSteps } from './race';
import { newSeed } from './random';
import { type Tour, tourAtRandom, tourPoints } from './tour';

const PROOFS = ['points', 'random', 'race', 'memory'];
const RANDOM_STORIES = 100;
const PRESSERS = 50;
const ROUNDS = 1_000;
const CASES = 100_000;
const SAMPLE_EVERY = 10_000;
const WARM_UP = 20_000;
const MEGABYTE = 2 ** 20;
/** What the heap may grow by after the warm-up. */
const MOST_GROWTH = MEGABYTE;
const BOTS_ON_POSTGRES = 3;

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string' }, step: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const chosen = positionals.length === 0 ? PROOFS : positionals;
const seed = values.seed === undefined ? newSeed() : Number(values.seed);
const step = Number(values.step);
const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-faults-'));
let isRight = true;

function say(line: string): void {
  console.log(line);
}

function judge(faults: readonly string[]): void {
  for (const fault of faults) say(`  FAULT ${fault}`);
  if (faults.length > 0) isRight = false;
}

async function killEverywhere(server: PostgresServer): Promise<void> {
  const databases: readonly [string, () => () => Promise<Database>][] = [
    ['SQLite', () => sqliteFilesIn(mkdtempSync(path.join(folder, 'stage-')))],
    ['PostgreSQL', () => async () => ({ kind: 'PostgreSQL', url: await server.createDatabase() })],
  ];
  for (const [name, newDatabases] of databases) {
    const open = () => openTheatre(path.join(__dirname, 'child.js'), newDatabases());
    const theatres = await Promise.all(Array.from({ length: availableParallelism() }, open));
    for (const kind of ['slack', 'teams'] as const) await killOn(theatres, kind, name);
    for (const theatre of theatres) await theatre.close();
  }
}

async function killOn(theatres: readonly Theatre[], kind: PlatformKind, database: string): Promise<void> {
  const where = `${database}, ${kind === 'slack' ? 'a platform that reads back' : 'a platform that cannot read back'}`;
  if (chosen.includes('points'))
    await report(`${step === 1 ? 'every point' : `one of ${step} points`} (seed ${seed}), ${where}`, () =>
      tourPoints(theatres, kind, { first: (seed % step) + 1, step }),
    );
  if (chosen.includes('random')) {
    const chance = { stories: RANDOM_STORIES, seed };
    await report(`at random (seed ${seed}), ${where}`, () => tourAtRandom(theatres, kind, chance));
  }
}

async function report(title: string, tour: () => Promise<Tour>): Promise<void> {
  const startMs = performance.now();
  const { stories, kills, faults, table } = await tour();
  say(`\nkill -9 ${title}: ${stories} stories, ${kills} kills, ${faults.length} faults, ${secondsSince(startMs)}`);
  for (const line of table) say(line);
  judge(faults);
}

async function raceEverywhere(server: PostgresServer): Promise<void> {
  const url = await server.createDatabase();
  const sqlite = [await createSqlStore(openSqlite(path.join(folder, 'race.sqlite')))];
  const postgres = await Promise.all(Array.from({ length: BOTS_ON_POSTGRES }, () => createSqlStore(openPostgres(url))));
  const tell = (title: string, { faults, ms }: Race) => {
    say(`${title}: ${ROUNDS} rounds, ${faults.length} faults, ${(ms / 1000).toFixed(0)} s`);
    judge(faults);
  };
  say('');
  tell(`${PRESSERS} pressers, one bot on SQLite`, await raceSteps(sqlite, PRESSERS, ROUNDS));
  tell('2 agents, one bot on SQLite', await raceClaims(sqlite, ROUNDS));
  tell(`${PRESSERS} pressers, three bots on PostgreSQL`, await raceSteps(postgres, PRESSERS, ROUNDS));
  tell('2 agents, three bots on PostgreSQL', await raceClaims(postgres, ROUNDS));
  for (const store of [...sqlite, ...postgres]) await store.close();
}

async function watchMemory(): Promise<void> {
  const samples: Sample[] = [];
  say('\n  cases   heap MB    RSS MB   file MB');
  for await (const sample of liveThrough(CASES, SAMPLE_EVERY, path.join(folder, 'memory.sqlite'))) {
    samples.push(sample);
    const { cases, heapBytes, rssBytes, fileBytes } = sample;
    const sizes = [heapBytes, rssBytes, fileBytes].map((bytes) => (bytes / MEGABYTE).toFixed(2).padStart(10));
    say(String(cases).padStart(7) + sizes.join(''));
  }
  const growth = growthOf(samples.filter(({ cases }) => cases >= WARM_UP));
  say(`heap after ${WARM_UP} cases: ${(growth / MEGABYTE).toFixed(3)} MB of growth to the end (linear fit)`);
  judge(growth > MOST_GROWTH ? ['the heap grows'] : []);
}

function secondsSince(startMs: number): string {
  return `${((performance.now() - startMs) / 1000).toFixed(0)} s`;
}

async function main(): Promise<void> {
  const unknown = chosen.filter((name) => !PROOFS.includes(name));
  if (unknown.length > 0) throw new Error(`There is no proof called ${unknown}; choose from ${PROOFS.join(', ')}.`);
  say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${new Date().toISOString()}`);
  const server = await startPostgres();
  try {
    if (chosen.includes('points') || chosen.includes('random')) await killEverywhere(server);
    if (chosen.includes('race')) await raceEverywhere(server);
  } finally {
    await server.stop();
  }
  if (chosen.includes('memory')) await watchMemory();
  say(isRight ? '\nAll as promised.' : '\nNot as promised.');
  process.exitCode = isRight ? 0 : 1;
}

process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

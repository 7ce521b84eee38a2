/**
 * Every attack on the doors in full, with its figure. Arguments choose some of them; `--seed <number>` makes the same chances
 * again.
 */

import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { createRandom, newSeed } from '../../faults/random';
import { createSender, judge } from './attack';
import { floodWithTokens } from './flood';
import { hostileBodies } from './hostile-bodies';
import { judgeWire, sendBytes, UNENDING, WIRE_ATTACKS } from './hostile-wire';
import { openHouse } from './house';
import { mutateSlack, mutateTokens } from './mutations';
import { startProgram, tryToStart } from './process';
import { quantile, sendRandomBodies } from './random-bodies';
import { tryServiceUrls } from './service-urls';
import { slackForgeries } from './slack-forgeries';
import { teamsForgeries } from './teams-forgeries';
import { SECRETS, UNSAFE_SETTINGS } from './unsafe-settings';

const MUTATIONS = 10_000;
const FLOOD = 100_000;
const RANDOM_BODIES = 100_000;
const MEGABYTE = 2 ** 20;
const MOST_HEAP_GROWTH = 5 * MEGABYTE;
const MOST_RSS_GROWTH = 150 * MEGABYTE;
const MOST_TOKEN_MS = 0.3;
const MOST_ANSWER_MS = 100;
const MOST_UNENDING_MS = 10_000;
const EXIT_CONFIG = 78;

interface Proof {
  readonly figure: string;
  readonly faults: readonly string[];
}

const PROOFS: Readonly<Record<string, (seed: number) => Promise<Proof>>> = {
  forgeries: proveForgeries,
  flood: proveFlood,
  bodies: proveBodies,
  settings: proveSettings,
};

async function proveForgeries(seed: number): Promise<Proof> {
  const house = await openHouse();
  const sender = createSender(house.url);
  const random = createRandom(seed);
  const matrix = [...slackForgeries(), ...(await teamsForgeries(house))];
  const faults: string[] = [];
  house.look();
  for (const attack of matrix) faults.push(...judge(attack, await sender.send(attack), house));
  const urls = await tryServiceUrls(house);
  const mutations = [await mutateSlack(house, MUTATIONS, random), await mutateTokens(house, MUTATIONS, random)];
  faults.push(...urls.faults, ...mutations.flatMap((each) => each.faults));
  sender.close();
  await house.close();
  const figure = `${matrix.length} forgeries, ${urls.tried} addresses at the door and at the way out, ${2 * MUTATIONS} mutations`;
  return { figure, faults };
}

async function proveFlood(seed: number): Promise<Proof> {
  const house = await openHouse();
  const { faults, ms, keyFetches, heapGrowthBytes = 0 } = await floodWithTokens(house, FLOOD, createRandom(seed));
  await house.close();
  return {
    figure: `${FLOOD} forged tokens: ${ms.toFixed(3)} ms each, heap ${megabytes(heapGrowthBytes)}, ${keyFetches} key fetches`,
    faults: [
      ...faults,
      ...(ms <= MOST_TOKEN_MS ? [] : [`more than ${MOST_TOKEN_MS} ms each`]),
      ...(heapGrowthBytes <= MOST_HEAP_GROWTH ? [] : ['the heap grows']),
      ...(keyFetches <= 1 ? [] : ['the keys were asked for again and again']),
    ],
  };
}

async function proveBodies(seed: number): Promise<Proof> {
  const program = await startProgram();
  const { url } = program;
  const sender = createSender(url);
  const faults: string[] = [];
  const before = program.rssBytes();
  let peak = before;
  const measure = () => {
    peak = Math.max(peak, program.rssBytes());
  };

  const unending = Promise.all(UNENDING.map((attack) => sendBytes(url, attack, true)));
  const corpus = await hostileBodies(program);
  for (const attack of corpus) faults.push(...judge(attack, await sender.send(attack)));
  measure();
  for (const attack of WIRE_ATTACKS) faults.push(...judgeWire(attack, await sendBytes(url, attack)));
  const cut = await unending;
  faults.push(...UNENDING.flatMap((attack, index) => judgeWire(attack, cut[index] ?? { statuses: [0], ms: 0 })));
  const { ms, faults: randomFaults } = await sendRandomBodies(program, RANDOM_BODIES, createRandom(seed), measure);
  measure();
  const isAlive = program.isAlive() && (await fetch(`${url}/healthz`)).ok;
  sender.close();
  await program.close();

  const [p99, longest] = [quantile(ms, 0.99), quantile(ms, 1)];
  const longestCut = Math.max(...cut.map((each) => each.ms));
  faults.push(
    ...randomFaults,
    ...(isAlive ? [] : ['the process has ended']),
    ...(peak - before <= MOST_RSS_GROWTH ? [] : ['the process takes more and more memory']),
    ...(p99 <= MOST_ANSWER_MS ? [] : ['the answers are slow']),
    ...(Math.max(longest, longestCut) <= MOST_UNENDING_MS ? [] : ['somebody was waited for too long']),
  );
  const sent = `${corpus.length} bodies, ${WIRE_ATTACKS.length + UNENDING.length} broken requests, ${RANDOM_BODIES} random bodies`;
  const times = `answers p99 ${p99.toFixed(0)} ms, longest ${longest.toFixed(0)} ms, without end cut after ${longestCut.toFixed(0)} ms`;
  return { figure: `${sent}: ${isAlive ? 'alive' : 'dead'}, memory ${megabytes(peak - before)}, ${times}`, faults };
}

async function proveSettings(): Promise<Proof> {
  const waiting = [...UNSAFE_SETTINGS];
  const faults: string[] = [];

  async function tryOn(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { why, env, named } = next;
      const { code, said } = await tryToStart(env);
      if (code !== EXIT_CONFIG) faults.push(`${why}: ended with ${code}`);
      if (!said.includes(named)) faults.push(`${why}: ${named} is not named`);
      if (SECRETS.some((secret) => said.includes(secret))) faults.push(`${why}: a secret was printed`);
    }
  }

  await Promise.all(Array.from({ length: availableParallelism() }, tryOn));
  return { figure: `${UNSAFE_SETTINGS.length} unsafe configurations refused with ${EXIT_CONFIG}`, faults };
}

function megabytes(bytes: number): string {
  return `${bytes < 0 ? '' : '+'}${(bytes / MEGABYTE).toFixed(1)} MB`;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { seed: { type: 'string' } }, allowPositionals: true });
  const chosen = positionals.length === 0 ? Object.keys(PROOFS) : positionals;
  const seed = values.seed === undefined ? newSeed() : Number(values.seed);
  console.log(`Node ${process.version}, seed ${seed}`);
  let isRight = true;
  for (const name of chosen) {
    const prove = PROOFS[name];
    if (prove === undefined) {
      throw new Error(`There is no proof called ${name}; choose from ${Object.keys(PROOFS).join(', ')}.`);
    }
    const startMs = performance.now();
    const { figure, faults } = await prove(seed);
    const seconds = ((performance.now() - startMs) / 1_000).toFixed(0);
    console.log(`${name}: ${figure}; ${faults.length} faults, ${seconds} s`);
    for (const fault of faults.slice(0, 20)) console.log(`  FAULT ${fault}`);
    isRight &&= faults.length === 0;
  }
  console.log(isRight ? 'All as promised.' : 'Not as promised.');
  process.exitCode = isRight ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

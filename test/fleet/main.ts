/** Proofs with the program in processes of its own: prints the seed, what came out, and whether it is as promised. */

import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { createRandom, newSeed } from '../faults/random';
import type { Circumstances, Proof } from './proof';
import { CLICKS } from './proofs/clicks';
import { DOUBLES } from './proofs/doubles';
import { KILLS } from './proofs/kills';
import { LOAD, LOAD_ON_THREE } from './proofs/load';
import { MEMORY } from './proofs/memory';
import { OUTAGE } from './proofs/outage';
import { ROLLING } from './proofs/rolling';
import { SOAK } from './proofs/soak';

const PROOFS: Readonly<Record<string, Proof>> = {
  'kills-sqlite': KILLS.sqlite,
  'kills-postgres': KILLS.postgres,
  doubles: DOUBLES,
  outage: OUTAGE,
  rolling: ROLLING,
  memory: MEMORY,
  clicks: CLICKS,
  load: LOAD,
  'load-three': LOAD_ON_THREE,
  soak: SOAK,
};

function say(line: string): void {
  console.log(line);
}

async function runProof(name: string, proof: Proof, how: Pick<Circumstances, 'seed' | 'scale' | 'pace'>) {
  const startMs = performance.now();
  say(`\n${proof.figure} ${name}: ${proof.about} (seed ${how.seed}, scale ${how.scale}, pace ${how.pace})`);
  const { figures, faults } = await proof.run({ ...how, random: createRandom(how.seed), say });
  for (const figure of figures) say(`  ${figure}`);
  for (const fault of faults) say(`  FAULT ${fault}`);
  const seconds = ((performance.now() - startMs) / 1_000).toFixed(0);
  say(`  ${faults.length === 0 ? 'as promised' : 'NOT as promised'}, ${seconds} s`);
  return faults.length === 0;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { seed: { type: 'string' }, scale: { type: 'string' }, pace: { type: 'string' } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !Object.hasOwn(PROOFS, name));
  if (unknown.length > 0 || positionals.length === 0) {
    throw new Error(
      `Name proofs to run: ${Object.keys(PROOFS).join(', ')}. Options: --seed N, --scale 0.1, --pace 0.2`,
    );
  }
  const how = {
    seed: values.seed === undefined ? newSeed() : Number(values.seed),
    scale: Number(values.scale ?? 1),
    pace: Number(values.pace ?? 1),
  };
  say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${new Date().toISOString()}`);
  let isRight = true;
  for (const name of positionals) {
    const proof = PROOFS[name];
    if (proof !== undefined && !(await runProof(name, proof, how))) isRight = false;
  }
  process.exitCode = isRight ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
});

/**
 * What is proved before a version goes out, one part after the other, with a table at the end: `npm run test:landing`.
 * `--seed N` repeats all of it; names run these parts alone: `npm run test:landing -- rolling outage`.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

const isMissing = (program) => spawnSync(program, ['--version']).status !== 0;
const fleet = (name, scale) => ({ name, script: 'fleet.mjs', parameters: [name, '--scale', String(scale)] });

/** Scaled so that the whole stays within 40 minutes: the two of A2 make 20,000 posts and 200 kills together. */
const PARTS = [
  { name: 'gate', script: 'gate.mjs', parameters: [] },
  { name: 'flood', script: 'flood.mjs', parameters: [] },
  { name: 'redis', script: 'redis-faults.mjs', parameters: [], isLeftOut: isMissing('redis-server') },
  { name: 'operations', script: 'operations.mjs', parameters: [] },
  { name: 'paces', script: 'paces.mjs', parameters: [] },
  { name: 'tenants', script: 'tenants.mjs', parameters: [] },
  { name: 'points', script: 'faults.mjs', parameters: ['points', '--step', '30'] },
  fleet('kills-sqlite', 0.5),
  fleet('kills-postgres', 0.5),
  fleet('doubles', 1),
  fleet('outage', 0.25),
  fleet('rolling', 1),
  fleet('clicks', 1),
  fleet('memory', 0.2),
  fleet('load', 0.3),
];

const { values, positionals } = parseArgs({ options: { seed: { type: 'string' } }, allowPositionals: true });
const seed = values.seed ?? String(Math.floor(Math.random() * 2 ** 31));
const unknown = positionals.filter((name) => PARTS.every((part) => part.name !== name));
if (unknown.length > 0) {
  console.error(`There is no part called ${unknown}; choose from ${PARTS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const chosen = positionals.length === 0 ? PARTS : PARTS.filter(({ name }) => positionals.includes(name));
const rows = chosen.map(({ name, script, parameters, isLeftOut }) => {
  if (isLeftOut) return { name, holds: true, isLeftOut, seconds: 0 };
  const startMs = performance.now();
  const file = path.join(import.meta.dirname, script);
  const { status } = spawnSync(process.execPath, [file, ...parameters, '--seed', seed], { stdio: 'inherit' });
  return { name, holds: status === 0, seconds: (performance.now() - startMs) / 1_000 };
});

const total = rows.reduce((sum, { seconds }) => sum + seconds, 0);
console.log(`\nseed ${seed}`);
for (const { name, holds, isLeftOut, seconds } of rows) {
  const verdict = isLeftOut ? 'left out: its program is not installed' : holds ? 'holds' : 'DOES NOT HOLD';
  console.log(`${name.padEnd(16)} ${verdict} ${seconds.toFixed(0).padStart(6)} s`);
}
console.log(`${'together'.padEnd(16)} ${(total / 60).toFixed(1)} minutes`);
process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;

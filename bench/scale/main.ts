/**
 * What a message costs as more is known and as more organizations are served, which should stay flat, and what replicas bear
 * together. `npm run bench:scale -- --json figures.json`; `entries`, `tenants` or `replicas` runs that part alone, `--most 1000`
 * nothing larger.
 */

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { newSeed } from '../../test/faults/random';
import { thisMachine } from '../machine';
import { measureEntries } from './entries';
import { measureReplicas } from './replicas';
import { toTable } from './table';
import { measureTenants } from './tenants';

const PARTS = {
  entries: { sizes: [30, 1_000, 10_000, 100_000], measure: measureEntries },
  tenants: { sizes: [1, 100, 10_000], measure: measureTenants },
  replicas: { sizes: [1, 3], measure: measureReplicas },
} as const;
type PartName = keyof typeof PARTS;

function isPart(name: string): name is PartName {
  return Object.hasOwn(PARTS, name);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { seed: { type: 'string' }, most: { type: 'string' }, json: { type: 'string' } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !isPart(name));
  const names = Object.keys(PARTS).filter(isPart);
  if (unknown.length > 0) throw new Error(`There is nothing called ${unknown}; choose from ${names.join(', ')}.`);
  const chosen = positionals.length === 0 ? names : positionals.filter(isPart);
  const seed = values.seed === undefined ? newSeed() : Number(values.seed);
  const most = Number(values.most ?? Number.POSITIVE_INFINITY);
  const machine = thisMachine();
  console.log(`${machine.cpu}, Node ${machine.node}, ${machine.date}, seed ${seed}`);

  const measured: Partial<Record<PartName, readonly object[]>> = {};
  for (const name of chosen) {
    const { sizes, measure } = PARTS[name];
    const rows = [];
    for (const size of sizes.filter((each) => each <= most)) {
      const row = { [name]: size, ...(await measure(size, seed)) };
      // A large size takes minutes.
      console.log(JSON.stringify(row));
      rows.push(row);
    }
    measured[name] = rows;
    console.log(`\n${toTable(rows).join('\n')}`);
  }
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ machine, seed, ...measured }, null, 2)}\n`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
});

/**
 * How many small faults the tests find in what guards: Stryker makes one at a time, and runs the tests that pass there.
 * Names of rooms run these alone. What was found before is kept in `dist-mutation` and only looked at again where the code
 * or its tests have changed; `--all` looks at everything. `--survivors` names what no test has found.
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installApart } from './install-apart.mjs';
import { addScores, describeScore, readReport } from './mutation/report.mjs';
import rooms from './mutation/rooms.cjs';

/** Percent of the faults, over everything that was asked for. */
const LEAST = 85;
/** Product keys at random for each fault: the thousands that the tests take else would take hours here. */
const KEYS = '200';

const root = path.resolve(import.meta.dirname, '..');
const tool = path.join(root, 'scripts/mutation');
const reports = path.join(root, 'dist-mutation');

const { values, positionals } = parseArgs({
  options: { all: { type: 'boolean' }, survivors: { type: 'boolean' } },
  allowPositionals: true,
});
const asked = positionals.length > 0 ? positionals : Object.keys(rooms);
const strange = asked.filter((name) => !Object.hasOwn(rooms, name));
if (strange.length > 0) {
  console.error(`There is no room ${strange.join(', ')}. There are: ${Object.keys(rooms).join(', ')}.`);
  process.exit(2);
}

installApart(tool);
mkdirSync(reports, { recursive: true });
const scores = asked.map((room) => {
  const { score, survivors } = measure(room);
  console.log(`${room}: ${describeScore(score)}`);
  if (values.survivors) for (const survivor of survivors) console.log(`  ${survivor}`);
  return score;
});
const whole = addScores(scores);
console.log(`all: ${describeScore(whole)}, at least ${LEAST} % is asked for`);
process.exitCode = whole.percent >= LEAST ? 0 : 1;

function measure(room) {
  const stryker = path.join(tool, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const again = values.all ? { MUTATION_AGAIN: 'all' } : {};
  const { status } = spawnSync(process.execPath, [stryker, 'run', path.join(tool, 'stryker.config.mjs')], {
    cwd: root,
    env: { KEYS, ...process.env, ...again, MUTATION_ROOM: room, MUTATION_REPORTS: reports },
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (status !== 0) process.exit(status ?? 1);
  return readReport(JSON.parse(readFileSync(path.join(reports, `${room}.json`), 'utf8')));
}

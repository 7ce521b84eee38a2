/** The terminal's promise: 10,000 pastes through `batch` in under 3 seconds, start-up included. Run it after a build. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { tell } from './targets.mjs';

const COUNT = 10_000;
const MOST_SECONDS = 3;
const fixtures = new URL('../test/fixtures/messages/', import.meta.url);
const pastes = ['with-codes', 'without-codes'].flatMap((name) =>
  readFileSync(new URL(`${name}.jsonl`, fixtures), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).text),
);
const input = Array.from({ length: COUNT }, (_, id) => JSON.stringify({ id, text: pastes[id % pastes.length] })).join(
  '\n',
);

const start = performance.now();
const child = spawn(process.execPath, [new URL('../dist/cli.js', import.meta.url).pathname, 'batch'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
child.stdin.end(input);
let lines = 0;
child.stdout.on('data', (chunk) => {
  lines += chunk.toString().split('\n').length - 1;
});
await once(child, 'close');
const seconds = (performance.now() - start) / 1000;
console.log(`batch: ${lines} of ${COUNT} pastes, ${(input.length / 1e6).toFixed(1)} MB`);
tell('batch, start-up included', seconds, 's', { atMost: MOST_SECONDS });

/**
 * Runs proofs of `test/fleet` in a build of their own: real processes, a balancer, PostgreSQL, and both platforms played on
 * this machine. `npm run test:fleet -- kills-sqlite --scale 0.1 --seed 7`; without a name it lists them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-fleet-build-'));
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

function run(...parameters) {
  return spawnSync(process.execPath, parameters, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

try {
  process.exitCode = run(tsc, '-p', path.join('test', 'fleet', 'tsconfig.json'), '--outDir', folder);
  // What the compiled files look for beside themselves.
  for (const name of ['knowledge', 'node_modules', 'scripts', 'package.json'])
    symlinkSync(path.join(root, name), path.join(folder, name), 'junction');
  if (process.exitCode === 0) {
    const program = path.join(folder, 'test', 'fleet', 'main.js');
    process.exitCode = run('--disable-warning=ExperimentalWarning', program, ...process.argv.slice(2));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

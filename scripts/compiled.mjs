/** Runs a program of the tests outside of jest, in a build of its own that is removed afterwards. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileAhead } from './compile-ahead.mjs';
import { shipKnowledge } from './ship-knowledge.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Compiles `project` and runs `program`, a path as it is in the checkout; gives its exit code. */
export function runCompiled(project, program, parameters) {
  const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-build-'));
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const run = (...all) => spawnSync(process.execPath, all, { cwd: root, stdio: 'inherit' }).status ?? 1;
  try {
    const compiled = run(tsc, '-p', path.join(root, project), '--outDir', folder);
    if (compiled !== 0) return compiled;
    // What the compiled files look for beside themselves.
    for (const name of ['knowledge', 'node_modules', 'package.json']) {
      symlinkSync(path.join(root, name), path.join(folder, name), name.includes('.') ? 'file' : 'junction');
    }
    shipKnowledge(path.join(folder, 'src'));
    compileAhead(path.join(folder, 'src'));
    const file = path.join(folder, program.replace(/\.ts$/, '.js'));
    return run('--expose-gc', '--disable-warning=ExperimentalWarning', file, ...parameters);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Compiles the program for processes of its own, into a folder that nobody else uses. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

export interface Build {
  /** The compiled file of one in this folder. */
  fileOf(name: string): string;
  /** The compiled file of one of the program's own. */
  sourceOf(name: string): string;
  remove(): void;
}

/** Throws with what the compiler says. */
export function buildPrivately(): Build {
  const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-build-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const tsc = require.resolve('typescript/bin/tsc');
  const project = path.join(__dirname, 'tsconfig.json');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', project, '--outDir', folder], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    remove();
    throw new Error(`The program does not compile:\n${stdout}`);
  }
  // What the compiled files look for beside themselves.
  for (const name of ['knowledge', 'node_modules']) {
    symlinkSync(path.join(ROOT, name), path.join(folder, name), 'junction');
  }
  return {
    fileOf: (name) => path.join(folder, 'test', 'faults', name),
    sourceOf: (name) => path.join(folder, 'src', name),
    remove,
  };
}

/** Packages that only a run by hand needs: they have a folder and a lock file of their own, and come when it is run. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Installs what the lock file in `folder` names, unless it is there; ends the process where that fails. */
export function installApart(folder) {
  if (existsSync(path.join(folder, 'node_modules'))) return;
  const { status } = spawnSync('npm', ['ci', '--prefix', folder], {
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

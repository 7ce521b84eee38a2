/**
 * Has Node compile once, in the build, what a start loads, and keep that beside the program (`src/compile-cache.ts`). Node
 * keeps it for its own version, for each place of a file and for each user.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What begins something by itself cannot be loaded without; these are behind it, with what they load when it is needed. */
const ROOMS = [
  ...['start.js', 'config.js', 'ops/create-logger.js', 'ops/stop.js', 'ops/last-resort.js', 'ops/quiet-console.js'],
  ...['open-store.js', 'store/thread/start-thread.js', 'store/thread/thread.js', 'store/postgres.js'],
  ...['adapters/teams/adapter.js', 'adapters/teams/outbound.js'],
  ...['adapters/slack/adapter.js', 'adapters/slack/bolt-app.js', 'knowledge/search-engine.js'],
  ...['adapters/playground/adapter.js', 'api/http/routes.js', 'api/lookups.js', 'cli/run.js'],
];
const PACKAGES = ['@slack/bolt'];

/** `program` is the folder of the compiled sources, where it is going to stay. */
export function compileAhead(program) {
  const kept = path.join(program, '.compiled');
  mkdirSync(kept, { recursive: true });
  // In a process of its own: Node keeps what it has compiled when it ends.
  spawnSync(process.execPath, [fileURLToPath(import.meta.url), program], {
    env: { ...process.env, NODE_COMPILE_CACHE: kept },
    stdio: 'inherit',
  });
}

function load(program) {
  const require = createRequire(path.join(program, 'start.js'));
  // A build of the tests holds what they use.
  const rooms = ROOMS.filter((room) => existsSync(path.join(program, room))).map((room) => `./${room}`);
  for (const name of [...rooms, ...PACKAGES]) require(name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const program = path.resolve(process.argv[2] ?? 'dist');
  if (process.env.NODE_COMPILE_CACHE === undefined) compileAhead(program);
  else load(program);
}

/**
 * Runs proofs of `test/fleet`: real processes, a balancer, PostgreSQL, and both platforms played on this machine.
 * `npm run test:fleet -- kills-sqlite --scale 0.1 --seed 7`; without a name it lists them.
 */

import { runCompiled } from './compiled.mjs';

process.exitCode = runCompiled('test/fleet/tsconfig.json', 'test/fleet/main.ts', process.argv.slice(2));

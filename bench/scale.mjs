/** Compiles and runs `bench/scale`; see there. */

import { runCompiled } from '../scripts/compiled.mjs';

process.exitCode = runCompiled('bench/scale/tsconfig.json', 'bench/scale/main.ts', process.argv.slice(2));

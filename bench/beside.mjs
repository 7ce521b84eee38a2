/** Compiles and runs the comparison of `bench/beside`; see there. */

import { runCompiled } from '../scripts/compiled.mjs';

process.exitCode = runCompiled('bench/beside/tsconfig.json', 'bench/beside/main.ts', process.argv.slice(2));

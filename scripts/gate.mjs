/** Attacks both doors in full, with figures; arguments go to `test/contract/gate/main.ts`. */

import { runCompiled } from './compiled.mjs';

process.exitCode = runCompiled('test/contract/gate/tsconfig.json', 'test/contract/gate/main.ts', process.argv.slice(2));

/**
 * Takes from the build what Node has compiled there: a quarter of a start is compiling. Imported before anything that is worth
 * it. What does not fit, of another Node or another file, is passed over, and where nothing can be written, nothing is.
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */

import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import path from 'node:path';

/** Begun by the build alone. */
const COMPILED = path.join(__dirname, '.compiled');

if (existsSync(COMPILED)) enableCompileCache(COMPILED);

/**
 * Loads the program and its packages once per worker, where jest would load them again for each test file.
 *
 * A test file and its helpers are still loaded afresh. What they test keeps nothing to itself that files could share by
 * mistake: whoever needs a state makes it (`createX`), as two bots in one process must.
 */
const { dirname, resolve, sep } = require('node:path');
const { default: JestRuntime } = require('jest-runtime');

const TESTS = resolve(__dirname, '..') + sep;
/** The helpers that make something dear once for all files. */
const PER_WORKER = resolve(__dirname, '../per-worker') + sep;

/**
 * What files share, by the resolver, of which each run has one: who watches gets what has changed. Unlike the runtime of a
 * file it is never torn down, since a package may load a part late.
 */
const shared = new WeakMap();

class Runtime extends JestRuntime {
  constructor(...settings) {
    super(...settings);
    const [_config, _environment, resolver] = settings;
    if (!shared.has(resolver)) shared.set(resolver, new JestRuntime(...settings));
    this.shared = shared.get(resolver);
  }

  requireModule(from, moduleName, ...options) {
    const isOwn = moduleName === undefined || isTest(from, moduleName);
    return isOwn
      ? super.requireModule(from, moduleName, ...options)
      : this.shared.requireModule(from, moduleName, ...options);
  }

  /** The way from a line that ran to the line that was written, for the stack of a failure. */
  getSourceMaps() {
    const own = super.getSourceMaps();
    const theirs = this.shared.getSourceMaps();
    return {
      get: (path) => own.get(path) ?? theirs.get(path),
      *[Symbol.iterator]() {
        yield* own;
        yield* theirs;
      },
    };
  }
}

function isTest(from, moduleName) {
  if (!moduleName.startsWith('.')) return false;
  const file = resolve(dirname(from), moduleName);
  return file.startsWith(TESTS) && !file.startsWith(PER_WORKER);
}

module.exports = Runtime;

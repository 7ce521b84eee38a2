/**
 * The world that test files run in: one per worker, where jest would make a new one for each file.
 *
 * A module belongs to the world it was loaded in, so this is what lets files share the program (see runtime.js). The
 * world is a plain one, too: jest asks a proxy for every `Array` and `Math` that the code names.
 */
const { createContext, runInContext, constants } = require('node:vm');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
const { installCommonGlobals } = require('jest-util');

/** What jest's own environment has of Node's rather than of the world: the types of bytes that Node hands out. */
const BYTES = { Buffer, ArrayBuffer, Uint8Array };

const world = createWorld();
const ITS_OWN = new Set(Reflect.ownKeys(world));

class Environment {
  constructor({ projectConfig }) {
    world.process = makeProcess();
    this.global = world;
    this.moduleMocker = new ModuleMocker(world);
    this.fakeTimers = null;
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: world });
  }

  async setup() {}

  async teardown() {
    for (const key of Reflect.ownKeys(world)) if (isOfFile(key)) Reflect.deleteProperty(world, key);
    forgetWhatRan();
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return world;
  }
}

/** Whether a test file, or jest for it, put this into the world. Packages mark theirs with two underscores. */
function isOfFile(key) {
  return !ITS_OWN.has(key) && !String(key).startsWith('__');
}

/** Sets the counters of the coverage back: each file tells what it ran itself. */
function forgetWhatRan() {
  for (const { s, f, b } of Object.values(world.__coverage__ ?? {})) {
    for (const counts of [s, f, ...Object.values(b)]) for (const key of Object.keys(counts)) counts[key] = 0;
  }
}

function createWorld() {
  const made = createContext(constants.DONT_CONTEXTIFY);
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(globalThis))) {
    if (!Object.hasOwn(made, name)) Object.defineProperty(made, name, asSeenFromOutside(name, descriptor));
  }
  Object.assign(made, BYTES, { global: made });
  runInContext('Error.stackTraceLimit = 100', made);
  installCommonGlobals(made, {});
  return made;
}

/** Node works some of its globals out when they are first read, and only for a world that it made itself. */
function asSeenFromOutside(name, descriptor) {
  if ('value' in descriptor) return descriptor;
  return {
    configurable: true,
    enumerable: descriptor.enumerable,
    get: () => globalThis[name],
    set(value) {
      Object.defineProperty(this, name, { configurable: true, writable: true, value });
    },
  };
}

/** A copy of the process, as jest makes it for each file: what a file sets in its environment ends with it. */
function makeProcess() {
  return installCommonGlobals({ Symbol, Date }, {}).process;
}

module.exports = Environment;

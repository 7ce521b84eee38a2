/**
 * The world that test files run in: one per worker, where jest would make a new one for each file. A module belongs to the
 * world that it was loaded in, so that files can only share the program (see runtime.js) when they share the world.
 *
 * It is a plain one, too: in jest's own each `Array` and `Math` that the code names is asked of a proxy.
 */
const { createContext, runInContext, constants } = require('node:vm');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
const { installCommonGlobals } = require('jest-util');

/** The types of the bytes that Node hands out, which are not those of the world; jest's own has these, too. */
const BYTES = { Buffer, ArrayBuffer, Uint8Array };

/** What jest puts into a world, its mark and the counters of the coverage: there already when this file is itself tested. */
const JESTS = ['jest-symbol-do-not-touch', '__coverage__'];

const world = createWorld();
const AS_MADE = Object.getOwnPropertyDescriptors(world);

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
    this.fakeTimersModern.dispose();
    this.moduleMocker.restoreAllMocks();
    for (const key of Reflect.ownKeys(world)) if (isOfFile(key)) Reflect.deleteProperty(world, key);
    Object.defineProperties(world, AS_MADE);
    forgetWhatRan();
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return world;
  }
}

/** Whether a test file, or jest for it, put this into the world. Packages mark what is theirs with two underscores. */
function isOfFile(key) {
  return !Object.hasOwn(AS_MADE, key) && !String(key).startsWith('__');
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
    if (Object.hasOwn(made, name) || JESTS.includes(name)) continue;
    Object.defineProperty(made, name, asSeenFromOutside(name, descriptor));
  }
  Object.assign(made, BYTES, { global: made });
  // A failed test is easier to follow with more than Node's ten lines.
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

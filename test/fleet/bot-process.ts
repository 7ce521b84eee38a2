/** One replica: the program in a process of its own, on a port that it keeps over its lives. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';

/** The compiled program, beside these files. */
const PROGRAM = path.join(__dirname, '../../src/main.js');
const PROBE = path.join(__dirname, 'probe.js');

/** What a process says of itself when asked, garbage collected before. */
export interface Vitals {
  readonly heapBytes: number;
  readonly rssBytes: number;
  readonly handles: number;
  /** Of processor time since it began. */
  readonly cpuMs: number;
  /** How long it was held at most before it could turn to the next event, since it began. */
  readonly heldMs: number;
}

export interface BotProcess {
  readonly url: string;
  /** Starts it, and resolves with the time until it was ready. */
  start(): Promise<number>;
  /** As `kill -9` does. */
  kill(): Promise<void>;
  /** As an orchestrator does: SIGTERM; resolves with the time until it has gone, and its exit code. */
  stop(): Promise<{ readonly ms: number; readonly code: number | null }>;
  /** Sends a signal and does not wait. */
  signal(name: 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): void;
  exited(): Promise<void>;
  vitals(): Promise<Vitals>;
  readonly isRunning: boolean;
  /** Of its present life. */
  readonly pid: number | undefined;
}

export function createBotProcess(options: {
  readonly port: number;
  readonly folder: string;
  readonly name: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Ours unless one is named. */
  readonly program?: string;
}): BotProcess {
  const { port, folder, name, environment, program = PROGRAM } = options;
  let child: ChildProcess | undefined;

  async function start(): Promise<number> {
    const startMs = performance.now();
    const log = openSync(path.join(folder, `${name}.log`), 'a');
    const flags = ['--disable-warning=ExperimentalWarning', '--expose-gc', '--require', PROBE];
    const started = spawn(process.execPath, [...flags, program], {
      cwd: folder,
      // Nothing of this shell's: a setting of somebody's own must not get into a proof.
      env: { PATH: process.env.PATH ?? '', ...environment, HEXFIX_PORT: String(port) },
      stdio: ['ignore', 'pipe', log, 'ipc'],
    });
    closeSync(log);
    child = started;
    await Promise.race([
      once(started.stdout ?? started, 'data'),
      once(started, 'exit').then(() => {
        throw new Error(`${name} did not start; see ${path.join(folder, `${name}.log`)}`);
      }),
    ]);
    return performance.now() - startMs;
  }

  async function exited(): Promise<void> {
    if (child !== undefined && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }

  return {
    url: `http://127.0.0.1:${port}`,
    start,
    exited,
    async kill() {
      child?.kill('SIGKILL');
      await exited();
    },
    async stop() {
      const startMs = performance.now();
      child?.kill('SIGTERM');
      await exited();
      return { ms: performance.now() - startMs, code: child?.exitCode ?? null };
    },
    signal: (signal) => void child?.kill(signal),
    async vitals() {
      if (child === undefined) throw new Error(`${name} does not run`);
      const told = once(child, 'message');
      child.send('vitals');
      const [vitals] = await told;
      return vitals;
    },
    get pid() {
      return child?.pid;
    },
    get isRunning() {
      return child !== undefined && child.exitCode === null && child.signalCode === null;
    },
  };
}

/** The way out: told to stop, the process lets others notice, finishes what is under way, and ends in time either way. */

import { errorFields } from './error-fields';
import type { Logger } from './logger';
import { type SetTimer, setRealTimer } from './timer';

/** From the order to stop to the end, whatever happens. Supervisors give thirty seconds, or ten at the least. */
const LONGEST_STOP_MS = 15_000;

/** The codes that shells and supervisors know for a process that a signal has ended. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

export type StopSignal = keyof typeof EXIT_CODES;

export interface Stoppable {
  /** Says from now on that no more requests should come here. */
  drain(): void;
  /** Finishes what is under way. */
  close(): Promise<void>;
}

/** Makes what is to be done at a signal: stop in order at the first, at once at the second. */
export function createStop(options: {
  readonly running: Stoppable;
  /** Between the two, while requests still come. */
  readonly drainMs: number;
  readonly exit: (code: number) => void;
  readonly logger: Logger;
  readonly setTimer?: SetTimer;
}): (signal: StopSignal) => void {
  const { running, drainMs, exit, logger, setTimer = setRealTimer } = options;
  let isStopping = false;

  async function stop(): Promise<void> {
    running.drain();
    if (drainMs > 0) await new Promise<void>((resolve) => setTimer(resolve, drainMs));
    await running.close();
  }

  return (signal) => {
    if (isStopping) return exit(EXIT_CODES[signal]);
    isStopping = true;
    setTimer(() => {
      logger.error({}, 'Something did not finish in time and is cut off. What is stored goes on after the next start.');
      exit(1);
    }, LONGEST_STOP_MS);
    stop().then(
      () => exit(0),
      (error: unknown) => {
        logger.error(errorFields(error), 'The way out failed. What is stored goes on after the next start.');
        exit(1);
      },
    );
  };
}

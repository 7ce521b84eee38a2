/** What happens to a failure that nobody caught: it is told, and the process ends, as nobody knows what state it is in. */

import { errorFields } from './error-fields';
import type { Logger } from './logger';

/** Where such failures arrive; Node's `process`. */
export interface FailureSource {
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (failure: unknown) => void): unknown;
}

/** Whoever supervises the process starts it anew, and the store knows what is still to be done. */
export function endOnUnforeseen(source: FailureSource, logger: Logger, exit: (code: number) => void): void {
  const end = (failure: unknown) => {
    logger.error(errorFields(failure), 'Something failed that nobody foresaw. The process ends, to be started anew.');
    exit(1);
  };
  source.on('uncaughtException', end);
  source.on('unhandledRejection', end);
}

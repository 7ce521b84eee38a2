/** What is done now and then beside the requests. */

import { errorFields } from './error-fields';
import type { Logger } from './logger';

export interface Chore {
  /** Does it now. Never rejects. */
  run(): Promise<void>;
  stop(): void;
}

/** Does `work` every so often, from now on; its failure is told and does not end the process, nor does it keep that alive. */
export function repeat(work: () => Promise<unknown>, everyMs: number, logger: Logger): Chore {
  const run = () =>
    work().then(
      () => undefined,
      (error: unknown) => logger.error(errorFields(error), 'A chore of the store has failed; it is tried again later.'),
    );
  const timer = setInterval(run, everyMs).unref();
  return { run, stop: () => clearInterval(timer) };
}

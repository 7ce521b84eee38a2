/** Compares this machine's clock with the store's, by which leases end: replicas whose clocks disagree are told of it. */

import { errorFields } from './error-fields';
import type { Logger } from './logger';

/** Platforms sign with their own time; Slack's window ends after five minutes. */
const MOST_SKEW_MS = 60_000;

export interface ClockWatch {
  /** Compares them, and warns when they are too far apart. Never rejects. */
  look(): Promise<void>;
  /** How far the store's clock was ahead at the last look; `undefined` before the first one. */
  skewMs(): number | undefined;
}

export function createClockWatch(clockSkewMs: () => Promise<number>, logger: Logger): ClockWatch {
  let skewMs: number | undefined;
  return {
    async look() {
      try {
        skewMs = await clockSkewMs();
      } catch (error) {
        logger.warn(errorFields(error), 'The clock of the store could not be read; it is tried again in a minute.');
        return;
      }
      if (Math.abs(skewMs) < MOST_SKEW_MS) return;
      const fields = { aheadSeconds: Math.round(skewMs / 1_000) };
      logger.warn(fields, 'The clock of the store and that of this machine disagree. Let both follow a time server.');
    },

    skewMs: () => skewMs,
  };
}

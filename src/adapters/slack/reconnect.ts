/** Patience with the network: tries again until it works. */

import { setTimeout as pause } from 'node:timers/promises';
import { FaultError } from '../../errors';
import type { Logger } from '../../ops/logger';
import { readFailure } from './failure';

/**
 * Repeats `connect` after the given pauses (the last one repeats) until it succeeds, `signal` aborts, or Slack refuses
 * the credentials. Never rejects.
 */
export async function reconnect(
  connect: () => Promise<void>,
  options: { readonly pausesMs: readonly [number, ...number[]]; readonly signal: AbortSignal; readonly logger: Logger },
): Promise<void> {
  const { pausesMs, signal, logger } = options;
  for (let tries = 0; !signal.aborted; tries++) {
    const pauseMs = pausesMs[tries] ?? pausesMs[pausesMs.length - 1];
    await pause(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return;
    try {
      await connect();
      logger.info({}, 'Slack is connected');
      return;
    } catch (error) {
      if (error instanceof FaultError) {
        logger.error({}, error.message);
        return;
      }
      logger.warn({ code: readFailure(error).code }, 'Slack cannot be reached; check the network. Trying again');
    }
  }
}

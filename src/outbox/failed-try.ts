/** What a failed try means for the effect, and the line about it in the log: never content, people or places. */

import { errorFields } from '../ops/error-fields';
import type { Logger } from '../ops/logger';
import type { Metrics } from '../ops/metrics';
import type { CaseCard, Effect } from '../store/ports';
import { SendFailure } from './messenger';
import { mayBeThere, mayRepeat, nextTryInMs } from './retry';

/**
 * How a try ended. `later`: its turn has not come. `released`: it was not begun, as the process ends. `left`: it may have
 * been sent; nothing is recorded, so that it comes again as an interrupted effect when its lease has run out.
 */
export type TryEnd =
  | { readonly kind: 'sent'; readonly card?: CaseCard }
  | { readonly kind: 'retry'; readonly inMs: number; readonly code: string }
  | { readonly kind: 'refused' | 'unknown'; readonly code: string }
  | { readonly kind: 'later'; readonly inMs: number }
  | { readonly kind: 'released' }
  | { readonly kind: 'left' };

/** `effect.interrupted` says whether it may have been sent; by an earlier try, or by the one that has just failed. */
export interface FailedTry {
  /** Something passing stood in the way before anything was sent. */
  tryAgain(effect: Effect, error: unknown): TryEnd;
  /** It may have been sent, or still be on its way. */
  lookAgain(effect: Effect, error: unknown): TryEnd;
  /** It may have been sent, nobody can look, and the platform wants it repeated: a few times that is risked. */
  risk(effect: Effect, error: unknown): TryEnd;
  /** It makes no sense to try again. */
  giveUp(effect: Effect, error: unknown): TryEnd;
}

export function createFailedTry(options: {
  readonly random: () => number;
  readonly logger: Logger;
  readonly metrics: Pick<Metrics, 'count'>;
}): FailedTry {
  const { random, logger, metrics } = options;

  function giveUp(effect: Effect, error: unknown): TryEnd {
    const code = codeOf(error);
    if (mayBeThere(effect)) {
      logger.error(fieldsOf(effect, error), 'Whether a message was sent cannot be found out. It is not sent again.');
      return { kind: 'unknown', code };
    }
    logger.error(fieldsOf(effect, error), 'Something could not be sent and is given up.');
    return { kind: 'refused', code };
  }

  function tryAgain(effect: Effect, error: unknown): TryEnd {
    const retryAfterMs = error instanceof SendFailure ? error.retryAfterMs : undefined;
    const inMs = nextTryInMs(effect.kind, effect.attempt, random, retryAfterMs);
    if (inMs === undefined) return giveUp(effect, error);
    logger.warn(fieldsOf(effect, error), 'Something could not be sent. It is tried again later.');
    return { kind: 'retry', inMs, code: codeOf(error) };
  }

  return {
    giveUp,
    tryAgain,

    lookAgain(effect, error) {
      logger.warn(fieldsOf(effect, error), 'Whether a message was sent is open. It is looked for again later.');
      return { kind: 'left' };
    },

    risk(effect, error) {
      if (!mayRepeat(effect)) return giveUp({ ...effect, interrupted: true }, error);
      metrics.count('hexfix_possible_doubles_total', { platform: effect.platform });
      return tryAgain(effect, error);
    },
  };
}

/** Log fields for an effect that something went wrong with. */
export function fieldsOf({ kind, platform, attempt }: Effect, error: unknown): Readonly<Record<string, unknown>> {
  // The message of a `SendFailure` is a code; any other may hold whatever its maker put into it.
  const what = error instanceof SendFailure ? { code: error.message } : errorFields(error);
  return { kind, platform, attempt, ...what };
}

/** A short word for the operator's list. */
function codeOf(error: unknown): string {
  if (error instanceof SendFailure) return error.message;
  return error instanceof Error ? error.name : 'error';
}

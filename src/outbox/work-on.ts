/** The way of one effect through this process: a try, its end, and both again when it was claimed anew meanwhile. */

import type { Logger } from '../ops/logger';
import type { Metrics } from '../ops/metrics';
import type { Effect } from '../store/ports';
import { fieldsOf, type TryEnd } from './failed-try';
import type { Job } from './jobs';
import type { RecordEnd } from './record';
import { isRepeatable } from './retry';
import type { Send } from './send';

/**
 * Tries the effect and records the end; `done` is called in the same breath as the last look at the job, and told whether
 * something is due sooner or later because of it. Never rejects.
 */
export type WorkOn = (job: Job, done: (isMoreDue: boolean) => void) => Promise<void>;

/** What is counted of a try; one that was not made is none. */
const COUNTED = { sent: 'sent', retry: 'retried', left: 'retried', refused: 'refused', unknown: 'unknown' } as const;

export function createWorkOn(parts: {
  readonly send: Send;
  readonly recordEnd: RecordEnd;
  readonly now: () => number;
  readonly logger: Logger;
  readonly metrics: Pick<Metrics, 'count'>;
  readonly isClosed: () => boolean;
}): WorkOn {
  const { send, recordEnd, now, logger, metrics, isClosed } = parts;

  async function tryOnce({ effect, mayBegin }: Job): Promise<TryEnd> {
    const end = await send(effect, mayBegin).catch((error: unknown): TryEnd => {
      logger.error(fieldsOf(effect, error), 'Sending has failed in an unforeseen way. It comes again later.');
      return { kind: 'left' };
    });
    count(effect, end);
    return end;
  }

  function count({ platform, kind }: Effect, end: TryEnd): void {
    if (end.kind === 'later' || end.kind === 'released') return;
    metrics.count('hexfix_effects_total', { platform, kind, end: COUNTED[end.kind] });
  }

  return async function workOn(job, done) {
    let end: TryEnd | undefined;
    let knownAtMs = 0;
    let effect: Effect;
    let isMoreDue = true;
    do {
      effect = job.effect;
      // Claimed again while its end was to be recorded, a post is not sent again: the end is known here.
      if (end === undefined || isOpen(end) || isRepeatable(effect.kind)) {
        end = await tryOnce(job);
        knownAtMs = now();
      }
      const isOver = () => isClosed() || job.effect !== effect;
      isMoreDue = end.kind === 'left' || (await recordEnd(effect, end, knownAtMs, isOver));
    } while (job.effect !== effect);
    done(isMoreDue);
  };
}

/** Nothing that holds for the next claim too. */
function isOpen({ kind }: TryEnd): boolean {
  return kind === 'left' || kind === 'later' || kind === 'released';
}

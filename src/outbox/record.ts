/** Writes down how a try ended. What was sent must not be forgotten because the database is away for a moment. */

import type { Logger } from '../ops/logger';
import type { Effect, EffectResult, NewEffect, Outbox } from '../store/ports';
import { fieldsOf, type TryEnd } from './failed-try';
import type { Composer } from './outgoing';
import type { Pauses } from './pauses';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** Then the end is recorded even if its redraws cannot be made: rather an old card than a blocked outbox. */
const LONGEST_WAIT_FOR_REDRAWS_MS = 60_000;

export type Recordable = Exclude<TryEnd, { kind: 'left' }>;
/** Nothing comes of the effect any more. */
type LastEnd = Extract<TryEnd, { kind: 'sent' | 'refused' | 'unknown' }>;

/**
 * Records an end that is known since `knownAtMs`. Resolves when that is done, or after a failure when `isOver` says to
 * leave it at that, and tells whether something is due sooner or later because of it. Never rejects.
 */
export type RecordEnd = (effect: Effect, end: Recordable, knownAtMs: number, isOver: () => boolean) => Promise<boolean>;

export function createRecordEnd(options: {
  readonly store: Pick<Outbox, 'finishEffect' | 'releaseEffects'>;
  readonly composer: Composer;
  readonly now: () => number;
  readonly logger: Logger;
  readonly pauses: Pauses;
}): RecordEnd {
  const { store, composer, now, logger, pauses } = options;

  async function record(effect: Effect, end: Recordable, knownAtMs: number): Promise<boolean> {
    if (end.kind === 'released') {
      await store.releaseEffects([effect]);
      return true;
    }
    // Nearly always nobody has moved the case meanwhile: the store tells, and the case need not be read for that.
    if (followsFromMoves(effect, end)) {
      const finished = await store.finishEffect(effect, { ...end, asOf: effect.version });
      if (finished !== 'outdated') return finished === 'again';
    }
    const result = await toResult(effect, end, knownAtMs);
    const finished = await store.finishEffect(effect, result);
    if (result.kind === 'retry' || result.kind === 'later' || finished === 'again') return true;
    return result.redraw !== undefined && result.redraw.length > 0;
  }

  async function toResult(
    effect: Effect,
    end: Exclude<Recordable, { kind: 'released' }>,
    knownAtMs: number,
  ): Promise<EffectResult> {
    if (end.kind === 'retry' || end.kind === 'later') return end;
    const redraw = await redrawsAfter(effect, end).catch((error: unknown) => {
      if (now() < knownAtMs + LONGEST_WAIT_FOR_REDRAWS_MS) throw error;
      return [];
    });
    return redraw.length === 0 ? end : { ...end, redraw };
  }

  async function redrawsAfter(effect: Effect, end: LastEnd): Promise<readonly NewEffect[]> {
    // A redraw that led to redraws could go on for ever.
    if (effect.kind === 'redraw') return [];
    return composer.redrawsAfter(effect, end.kind, end.kind === 'sent' ? end.card : undefined);
  }

  return async function recordEnd(effect, end, knownAtMs, isOver) {
    for (let failures = 0; ; failures += 1) {
      try {
        return await record(effect, end, knownAtMs);
      } catch (error) {
        logger.error(
          { ...fieldsOf(effect, error), end: end.kind },
          'The end of a send could not be recorded. Check the database; it is tried again.',
        );
      }
      if (isOver()) return true;
      await pauses.pause(Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS));
    }
  };
}

/** Whether what is due after this end is due to moves alone that were made while the card was on its way. */
function followsFromMoves({ kind }: Effect, end: Recordable): end is Extract<Recordable, { kind: 'sent' }> {
  // After a private answer the thread may have to be told.
  return end.kind === 'sent' && end.card !== undefined && kind !== 'private-answer';
}

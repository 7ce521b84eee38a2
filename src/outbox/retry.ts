/** When to try again what was not sent, and when to give it up. */

import type { Effect, EffectKind } from '../store/ports';

interface Schedule {
  readonly tries: number;
  /** The longest first wait; each further one is longer by the factor. */
  readonly firstMs: number;
  readonly factor: number;
}

/** People wait in front of a card: about a quarter of an hour. */
const PLATFORM: Schedule = { tries: 6, firstMs: 2_500, factor: 4 };
/** A ticket system may be down for a night: about a day. */
const WEBHOOK: Schedule = { tries: 10, firstMs: 8_000, factor: 3 };

/** However long somebody asks us to wait, nothing is put off for longer. */
const LONGEST_PAUSE_MS = 60 * 60 * 1000;
/** Who all were asked to wait for the same time do not all come back in the same moment. */
const SPREAD_MS = 500;
/** Who asks for a second again and again would use up all tries at once: after these the longer wait counts. */
const TRIES_AS_ASKED = 3;

/** How often a post is sent again that may be there, where the platform wants that and nobody can look. */
const MOST_REPEATS = 2;

/** Sent twice they do no harm: a redraw shows the same again, and a ticket system knows an event by its id. */
const REPEATABLE: readonly EffectKind[] = ['redraw', 'webhook', 'remove', 'mark'];

export function isRepeatable(kind: EffectKind): boolean {
  return REPEATABLE.includes(kind);
}

/** It was perhaps sent already, and must not be sent again before somebody has looked. */
export function mayBeThere({ kind, interrupted }: Pick<Effect, 'kind' | 'interrupted'>): boolean {
  return interrupted && !isRepeatable(kind);
}

/** Tells whether a post may be risked once more after this try, of which nobody knows whether it is there. */
export function mayRepeat({ attempt }: Pick<Effect, 'attempt'>): boolean {
  // Earlier tries that certainly failed count too: rather one repetition too few.
  return attempt <= MOST_REPEATS;
}

/** How often an effect is tried at most. */
export function triesOf(kind: EffectKind): number {
  return scheduleOf(kind).tries;
}

/**
 * How long to wait after this try, counted from 1; `undefined` after the last. `retryAfterMs` is the pause that was asked
 * for: it counts in the place of ours, later on only where it is longer.
 */
export function nextTryInMs(
  kind: EffectKind,
  attempt: number,
  random: () => number,
  retryAfterMs = 0,
): number | undefined {
  const { tries, firstMs, factor } = scheduleOf(kind);
  if (attempt >= tries) return undefined;
  const longestMs = firstMs * factor ** (attempt - 1);
  const plannedMs = between(longestMs / factor, longestMs, random);
  if (!(retryAfterMs > 0)) return plannedMs;
  if (attempt > TRIES_AS_ASKED && retryAfterMs < plannedMs) return plannedMs;
  const askedMs = Math.min(retryAfterMs, LONGEST_PAUSE_MS);
  return Math.min(between(askedMs, askedMs + SPREAD_MS, random), LONGEST_PAUSE_MS);
}

function between(shortestMs: number, longestMs: number, random: () => number): number {
  return Math.round(shortestMs + random() * (longestMs - shortestMs));
}

function scheduleOf(kind: EffectKind): Schedule {
  return kind === 'webhook' ? WEBHOOK : PLATFORM;
}

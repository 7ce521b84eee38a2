/**
 * How fast Slack lets an app go. What the outbox keeps below these paces, Slack need not refuse.
 * @see https://docs.slack.dev/apis/web-api/rate-limits
 */

import { hash } from 'node:crypto';
import type { Pace, PacedCall } from '../../outbox/messenger';
import { readPlace } from './place';

/**
 * What Slack allows. One message a second in a channel, with short bursts, hence counted over a minute; methods of a tier so
 * often a minute in a workspace: `chat.update`, `chat.delete` and `reactions.add`, all that a first mark takes, are of tier 3; of what
 * any other mark takes `reactions.remove` is the slowest, tier 2. For all messages of a workspace Slack publishes no number; several hundred a minute are known to pass.
 */
export const PUBLISHED = {
  channel: { calls: 60, withinMs: 60_000 },
  workspace: { calls: 300, withinMs: 60_000 },
  tier3: { calls: 50, withinMs: 60_000 },
  tier2: { calls: 20, withinMs: 60_000 },
} as const;

/** A mark takes the others off, with one call each: those of the other two kinds of marks. */
export const REMOVALS_PER_MARK = 2;

/** In any time `t` there are at most `burst + t / everyMs` turns, which is what Slack allows or less. */
const CHANNEL = { everyMs: 1_100, burst: 3 };
const WORKSPACE = { everyMs: 250, burst: 20 };
const TIER_3 = { everyMs: 1_500, burst: 10 };
const MARKS = { everyMs: 10_000, burst: 4 };

/** The paces of a call, the narrowest first; none for a place that is none of ours. */
export function pacesOf({ kind, place: text, person }: PacedCall): readonly Pace[] {
  const place = readPlace(text);
  if (place === undefined) return [];
  const key = (...parts: readonly string[]) => keyOf(place.tenant, kind, ...parts);
  switch (kind) {
    case 'post':
      return [
        { ...CHANNEL, key: key(person ?? place.channel) },
        { ...WORKSPACE, key: key() },
      ];
    case 'redraw':
    case 'remove':
    case 'first-mark':
      return [{ ...TIER_3, key: key() }];
    case 'mark':
      return [{ ...MARKS, key: key() }];
  }
}

/** Hashed: the store is to know nobody by it. */
function keyOf(...parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(['slack', ...parts]), 'base64url');
}

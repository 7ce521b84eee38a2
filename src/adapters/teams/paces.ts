/**
 * How fast Teams lets a bot go. What the outbox keeps below these paces, Teams need not refuse.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */

import { hash } from 'node:crypto';
import type { Pace, PacedCall } from '../../outbox/messenger';
import { channelOf, type Place, readPlace } from './place';

interface Window {
  readonly calls: number;
  readonly withinMs: number;
}

/**
 * What Teams allows a bot in one chat or channel, whose threads count together, and an app in one organization. Newer
 * pages allow an app 50 in a second; the older number is kept.
 */
export const PUBLISHED: { readonly conversation: readonly Window[]; readonly tenant: readonly Window[] } = {
  conversation: [
    { calls: 7, withinMs: 1_000 },
    { calls: 8, withinMs: 2_000 },
    { calls: 60, withinMs: 30_000 },
    { calls: 1_800, withinMs: 3_600_000 },
  ],
  tenant: [{ calls: 30, withinMs: 1_000 }],
};

/** A call may reach Teams so much later than its turn, and find there the one whose turn came after it. */
export const LONGEST_DELAY_MS = 1_000;

/**
 * In any time `t` there are at most `burst + t / everyMs` turns; here that is less than every window allows, also when
 * it is longer by the delay. The first holds the three short windows, the second the hour.
 */
const CONVERSATION = [
  { everyMs: 800, burst: 4 },
  { everyMs: 2_400, burst: 290 },
] as const;
const TENANT = { everyMs: 100, burst: 10 };

/** The paces of a call, the narrowest first; none for a place that is none of ours. */
export function pacesOf({ place: text, person }: PacedCall): readonly Pace[] {
  const place = readPlace(text);
  if (place === undefined) return [];
  const { tenant } = place;
  const conversation = person ?? conversationOf(place);
  return [
    ...CONVERSATION.map((pace) => ({ ...pace, key: keyOf(tenant, conversation, pace.everyMs) })),
    { ...TENANT, key: keyOf(tenant) },
  ];
}

function conversationOf({ conversation }: Place): string {
  return channelOf(conversation)?.channel ?? conversation;
}

/** Hashed: the store is to know nobody by it. */
function keyOf(...parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(['teams', ...parts]), 'base64url');
}

/**
 * What lets each reader have a card of their own: Teams asks us for it when they look at the card.
 * @see https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model
 */

import { type FollowUp, isViewMove } from '../../reply/follow-up';
import type { Reply, ReplyKind } from '../../reply/reply';
import type { AdaptiveCard, Refresh } from './elements';
import { TEAMS_LIMITS } from './limits';

/** Cards of the help desk look the same to everybody there. */
const NOT_PERSONAL: ReadonlySet<ReplyKind> = new Set(['triage', 'digest']);

/**
 * The case that a reply shows and the state in which it shows it, as what a refresh asks for; `undefined` for a reply that
 * belongs to no case, or is the same to all.
 */
export function refreshOf({ kind, locale, actions }: Reply): FollowUp | undefined {
  if (NOT_PERSONAL.has(kind)) return undefined;
  for (const action of actions) {
    if (action.kind !== 'follow-up') continue;
    const { v, codes, case: id, version, move } = action.followUp;
    if (id === undefined || version === undefined || !isViewMove(move)) continue;
    return { v, move: 'answer', locale, codes, case: id, version };
  }
  return undefined;
}

/** The card with a refresh for as many of the viewers, the latest first, as there is room for beside its content. */
export function withRefresh(card: AdaptiveCard, reply: Reply, viewers: readonly string[]): AdaptiveCard {
  const data = refreshOf(reply);
  if (data === undefined) return card;
  const refresh: Refresh = {
    action: { type: 'Action.Execute', verb: 'refresh', title: reply.title, data },
    userIds: [],
  };
  let room = TEAMS_LIMITS.cardUtf8Bytes - bytesOf({ ...card, refresh });
  if (room < 0) return card;
  const userIds: string[] = [];
  for (const viewer of viewers.slice(0, TEAMS_LIMITS.refreshUserIds)) {
    // The comma that parts it from the next one.
    room -= bytesOf(viewer) + 1;
    if (room < 0) break;
    userIds.push(viewer);
  }
  return { ...card, refresh: { ...refresh, userIds } };
}

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).byteLength;
}

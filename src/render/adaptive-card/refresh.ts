/**
 * What lets each reader have a card of their own: Teams asks us for it when they look at the card.
 * @see https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model
 */

import type { FollowUp } from '../../reply/follow-up';
import { onceForLasting } from '../../reply/lasting';
import type { Reply, ReplyKind } from '../../reply/reply';
import type { AdaptiveCard, Element, Refresh } from './elements';
import { TEAMS_LIMITS } from './limits';

/** What is said about a case, and is not the case itself: a refresh would put another card in its place. */
const NEWS: ReadonlySet<ReplyKind> = new Set(['notice', 'help-sheet', 'source']);

/** What a message has beside its card and its summary: addresses and citations. */
const AROUND_CARD_BYTES = 2_560;

/**
 * The case that a reply shows and the state in which it shows it, as what a refresh asks for; `undefined` for a reply that
 * shows no case.
 */
export function refreshOf({ kind, locale, actions }: Reply): FollowUp | undefined {
  if (NEWS.has(kind)) return undefined;
  for (const action of actions) {
    if (action.kind !== 'follow-up') continue;
    const { v, codes, case: id, version } = action.followUp;
    if (id !== undefined && version !== undefined) return { v, move: 'answer', locale, codes, case: id, version };
  }
  return undefined;
}

/**
 * The card with a refresh for as many of the viewers, the latest first, as the whole message has room for. Everybody else
 * may ask for theirs by hand.
 */
export function withRefresh(card: AdaptiveCard, reply: Reply, viewers: readonly string[]): AdaptiveCard {
  const data = refreshOf(reply);
  if (data === undefined) return card;
  const refresh: Refresh = {
    action: { type: 'Action.Execute', verb: 'refresh', title: reply.title, data },
    userIds: [],
  };
  const size = sizeOf({ ...card, refresh });
  if (size > TEAMS_LIMITS.cardUtf8Bytes) return card;
  let room = TEAMS_LIMITS.cardUtf8Bytes - size - bytesOf(card.speak) - AROUND_CARD_BYTES;
  const userIds: string[] = [];
  for (const viewer of viewers.slice(0, TEAMS_LIMITS.refreshUserIds)) {
    // The comma that parts it from the next one.
    room -= bytesOf(viewer) + 1;
    if (room < 0) break;
    userIds.push(viewer);
  }
  return { ...card, refresh: { ...refresh, userIds } };
}

/** In bytes of JSON; elements of the body that last are measured once. */
function sizeOf({ body, ...rest }: AdaptiveCard): number {
  const commas = Math.max(0, body.length - 1);
  return body.reduce((sum, element) => sum + bytesOfElement(element), bytesOf({ ...rest, body: [] }) + commas);
}

const bytesOfElement = onceForLasting((element: Element) => bytesOf(element));

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

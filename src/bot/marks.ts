/** The mark on an answered post: for everybody to see, it tells how the case stands and nothing of the answer. */

import type { CaseHead, CaseState } from '../cases/case';
import { mayAskForHelp } from '../cases/hand-off';
import type { Mark } from '../outbox/messenger';
import type { Outgoing } from '../outbox/outgoing';
import type { Manners } from '../settings/manners';
import type { CaseCard, NewEffect, StoredCase } from '../store/ports';
import { mannersFor } from './manners';
import type { BotParts } from './parts';
import type { Inbound } from './values';

/** How a case stands, as its post shows it. */
export function markOf({ handOff, solved }: CaseState): Mark {
  if (!mayAskForHelp(handOff)) return 'handed-over';
  return solved === undefined ? 'seen' : 'solved';
}

/** The post itself, as a card of its case. */
export function postCard({ conversation, place, message }: Inbound): CaseCard {
  return { role: 'post', conversation, place, message };
}

/** Whether posts of this platform bear marks where these manners hold. */
export function hasMarks(platform: string, { marks }: Manners, { messenger }: Pick<BotParts, 'messenger'>): boolean {
  return marks && messenger(platform)?.mark !== undefined;
}

/** Brings the mark on the post up to date. */
export function markEffect({ id, platform, tenant }: CaseHead, version: number, post: CaseCard): NewEffect {
  const { place, message } = post;
  return { key: `mark:${id}`, kind: 'mark', platform, tenant, caseId: id, version, place, message };
}

/** What it sends for a case that was opened just now. */
export function firstMark({ place, message = '' }: NewEffect): Outgoing {
  return { kind: 'mark', place, message, mark: 'seen', isFirst: true };
}

/** The same after a move that has changed it; of a case whose post is not marked, nothing. */
export function marksAfter(before: CaseState, after: CaseState, cards: readonly CaseCard[]): NewEffect[] {
  if (markOf(before) === markOf(after)) return [];
  return cards.filter(({ role }) => role === 'post').map((post) => markEffect(after.head, after.version, post));
}

/** The mark as it is due now: none where marks, or the bot, have been switched off since. */
export async function composeMark(
  { cards }: StoredCase,
  state: CaseState,
  parts: Pick<BotParts, 'store' | 'defaults' | 'defaultLocale' | 'now'>,
): Promise<Outgoing | undefined> {
  const post = cards.find(({ role }) => role === 'post');
  if (post === undefined) return undefined;
  const { marks, mode } = await mannersFor(placeOf(state.head), parts);
  const mark = marks && mode !== 'off' ? markOf(state) : undefined;
  const isFirst = state.version === 0 ? { isFirst: true as const } : {};
  return { kind: 'mark', place: post.place, message: post.message, mark, ...isFirst };
}

function placeOf({ platform, tenant, channel }: CaseHead) {
  return { platform, tenant, ...(channel === undefined ? {} : { channel }) };
}

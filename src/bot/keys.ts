/** Names for what the store keeps. Hashed: it need not know where people talk. */

import { hash as digest, randomBytes } from 'node:crypto';
import type { Inbound } from './values';

/** A post, by the platform's ids. */
type Post = Pick<Inbound, 'platform' | 'tenant' | 'conversation' | 'message'>;

interface Person {
  readonly platform: string;
  readonly tenant: string;
  readonly person: string;
}

/** One key for every event that tells of one post. */
export function postKey({ platform, tenant, conversation, message }: Post): string {
  return hash([platform, tenant, conversation, message]);
}

/** Where answers go one after the other: a thread, or the chat itself where it has none. */
export function laneKey({
  platform,
  tenant,
  conversation,
  thread = '',
}: Pick<Inbound, 'platform' | 'tenant' | 'conversation' | 'thread'>): string {
  return hash(['lane', platform, tenant, conversation, thread]);
}

/** What one person has asked alone, of a post of anybody's: beside what the post itself is answered with. */
export function questionKey(asked: Post & Person, codes: readonly string[]): string {
  return hash(['question', postKey(asked), personKey(asked), ...codes]);
}

export function personKey({ platform, tenant, person }: Person): string {
  return hash([platform, tenant, person]);
}

/** The key of a code in a channel, or before one person alone in it, while it is not answered there again unasked. */
export function cooldownKey(
  { platform, tenant, channel }: { readonly platform: string; readonly tenant: string; readonly channel: string },
  code: string,
  person?: string,
): string {
  return hash(['cooldown', platform, tenant, channel, code, ...(person === undefined ? [] : [person])]);
}

/** The key of one of the turns in which the bot may speak up in a channel unasked. */
export function unaskedKey(
  { platform, tenant, channel }: { readonly platform: string; readonly tenant: string; readonly channel: string },
  turn: number,
): string {
  return hash(['unasked', platform, tenant, channel, String(turn)]);
}

/** The key of the one copy of a case that a person gets. */
export function copyKey(caseId: string, person: string): string {
  return hash(['copy', caseId, person]);
}

/** The key of the one time that a private answer is put before all. */
export function shareKey(caseId: string): string {
  return hash(['share', caseId]);
}

/** The key of the one verdict of a person on a case. */
export function feedbackKey(caseId: string, who: Person): string {
  return hash(['feedback', caseId, personKey(who)]);
}

/** The key of a link in a conversation, while it is not shown there again. */
export function linkKey(
  { platform, tenant, conversation }: Pick<Post, 'platform' | 'tenant' | 'conversation'>,
  url: string,
): string {
  return hash(['link', platform, tenant, conversation, url]);
}

/**
 * 48 bits of time and 80 random ones, as in a UUID of version 7: knowing one case's id does not give another's, and those of
 * the same hour stand side by side in the store's indexes. There, one that comes anywhere costs a page to write.
 */
export function newCaseId(nowMs: number): string {
  const id = randomBytes(16);
  id.writeUIntBE(nowMs, 0, 6);
  return id.toString('base64url');
}

function hash(parts: readonly string[]): string {
  return digest('sha256', JSON.stringify(parts), 'base64url');
}

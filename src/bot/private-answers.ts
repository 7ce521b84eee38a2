/** Answers for the writer of a post alone, and what the others who read along see of them: that there was one. */

import type { CaseHead, CaseState } from '../cases/case';
import { LOCALES } from '../i18n/locale';
import type { Outgoing } from '../outbox/outgoing';
import { summarize } from '../reply/summarize';
import { answeredAlone, privateNote } from '../resolver/desk/private-notes';
import type { Effect, NewEffect, StoredCase } from '../store/ports';
import { mannersFor } from './manners';
import type { BotParts } from './parts';
import { showAnswer } from './show-case';

/** How a try to send ended for good. */
type End = 'sent' | 'refused' | 'unknown';

/** Sends the answer of a case to its asker alone. */
export function privateAnswerEffect({ id, platform, tenant, place }: CaseHead): NewEffect {
  return { key: `private-answer:${id}`, kind: 'private-answer', platform, tenant, caseId: id, version: 0, place };
}

/** The answer as the case stands now. Who posted something and did not ask is told what this is about. */
export async function composePrivateAnswer(
  { place }: Effect,
  { cards }: StoredCase,
  state: CaseState,
  parts: BotParts,
): Promise<Outgoing> {
  const { locale, asker } = state.head;
  const answer = await showAnswer(state, parts);
  const note = cards.some(({ role }) => role === 'post') ? [privateNote(locale)] : [];
  const reply = { ...answer, sections: [...note, ...answer.sections] };
  return { kind: 'private', near: place, person: asker, reply: { ...reply, summary: summarize(reply) } };
}

/**
 * The line in the thread once a private answer has ended so: where the platform has no marks, that there was one, and
 * everywhere, that one could not be delivered. Nothing where the answer belongs to no post.
 */
export async function toldPrivately(
  effect: Effect,
  end: End,
  stored: StoredCase | undefined,
  parts: BotParts,
): Promise<readonly NewEffect[]> {
  const { platform, tenant, caseId, place, version } = effect;
  const isOfPost = stored === undefined ? effect.message !== undefined : hasPost(stored);
  if (!isOfPost || (end === 'sent' && !(await isToldInWords(stored, parts)))) return [];
  const locale = stored === undefined ? version : LOCALES.indexOf(stored.head.locale);
  const key = `told-privately:${caseId}`;
  return [{ key, kind: 'told-privately', platform, tenant, caseId, version: locale, place }];
}

/** The line itself; it says how the private answer has ended. */
export async function composeToldPrivately(
  { caseId, place, version }: Effect,
  { store }: Pick<BotParts, 'store'>,
): Promise<Outgoing | undefined> {
  const end = await store.findEffectState(`private-answer:${caseId}`);
  const locale = LOCALES[version];
  if (locale === undefined || (end !== 'sent' && end !== 'refused' && end !== 'unknown')) return undefined;
  return { kind: 'post', place, reply: answeredAlone(end, locale) };
}

function hasPost({ cards }: StoredCase): boolean {
  return cards.some(({ role }) => role === 'post');
}

async function isToldInWords(stored: StoredCase | undefined, parts: BotParts): Promise<boolean> {
  if (stored === undefined) return false;
  const { platform, tenant, channel } = stored.head;
  if (parts.messenger(platform)?.mark !== undefined) return false;
  return (await mannersFor({ platform, tenant, ...(channel === undefined ? {} : { channel }) }, parts)).marks;
}

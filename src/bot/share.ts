/** "Share in channel": an answer that one person alone has, put before all as a case of its own. */

import { type CaseHead, type CaseState, deriveCase } from '../cases/case';
import type { Outgoing } from '../outbox/outgoing';
import { summarize } from '../reply/summarize';
import {
  alreadyShared,
  type NotShared,
  notShared,
  sharedNote,
  shareNotDelivered,
  sharing,
} from '../resolver/desk/private-notes';
import type { Effect, NewEffect, StoredCase } from '../store/ports';
import { newCaseId, shareKey } from './keys';
import { channelScope, isOpenToAll, mannersFor } from './manners';
import type { BotParts } from './parts';
import { showAnswer } from './show-case';
import type { Press, PressAnswer } from './values';

const FIRST_TRY = 1;

/** Has the answer posted in its channel; once, however often it is pressed, unless the platform has refused it. */
export async function shareAnswer(stored: StoredCase, press: Press, parts: BotParts): Promise<PressAnswer> {
  const state = deriveCase(stored.head, stored.moves);
  const { locale } = state.view;
  const reason = await whyNot(stored, press, parts);
  if (reason !== undefined) return { aside: notShared(reason, locale) };
  if (!(await openShared(state, parts)) && !(await postAgain(state, parts))) return { aside: alreadyShared(locale) };
  parts.onEffects();
  return { aside: sharing(locale) };
}

async function whyNot(
  { head }: StoredCase,
  { person }: Press,
  parts: Pick<BotParts, 'store' | 'defaults' | 'defaultLocale' | 'now'>,
): Promise<NotShared | undefined> {
  const { platform, tenant, channel, shareable, asker } = head;
  if (shareable !== true || channel === undefined || asker !== person) return 'nowhere';
  // As it is set now; the button may be old.
  const manners = await mannersFor({ platform, tenant, channel }, parts);
  if (isOpenToAll(manners)) return undefined;
  return manners.mode === 'off' ? 'off' : 'private';
}

/** From the start again, as others have tried nothing yet; in the language of the channel, where it has one. */
async function toSharedHead(
  { head: { shareable: _private, opening, written, ...head }, codes, view }: CaseState,
  { store, now }: Pick<BotParts, 'store' | 'now'>,
): Promise<CaseHead> {
  const { channel } = head;
  const [set] = channel === undefined ? [] : await store.findSettings([channelScope(head, channel)]);
  // What the answer began with belongs to the codes that it began with.
  const isAsPosted = codes.join() === head.codes.join();
  return {
    ...head,
    ...(isAsPosted && opening !== undefined ? { opening } : {}),
    ...(isAsPosted && written !== undefined ? { written } : {}),
    codes,
    id: newCaseId(now()),
    shared: true,
    locale: set?.language ?? view.locale,
    openedAtMs: now(),
  };
}

/** Of several presses at the same time one opens the case. */
async function openShared(state: CaseState, parts: Pick<BotParts, 'store' | 'now'>): Promise<boolean> {
  const head = await toSharedHead(state, parts);
  const effects = [shareEffect(head, FIRST_TRY)];
  return typeof (await parts.store.openCase(head, shareKey(state.head.id), { effects, outcomes: [] })) === 'object';
}

/** Where every try so far was refused, somebody may have let the bot into the channel since. */
async function postAgain({ head }: CaseState, { store }: Pick<BotParts, 'store'>): Promise<boolean> {
  const shared = await store.findCaseOfPost(shareKey(head.id));
  if (shared === undefined) return false;
  for (let attempt = FIRST_TRY; ; attempt += 1) {
    const effect = shareEffect(shared.head, attempt);
    const end = await store.findEffectState(effect.key);
    if (end === 'refused') continue;
    if (end === undefined) await store.addEffects([effect]);
    return end === undefined;
  }
}

function shareEffect({ id, platform, tenant, place }: CaseHead, attempt: number): NewEffect {
  return { key: `share:${id}:${attempt}`, kind: 'share', platform, tenant, caseId: id, version: 0, place };
}

/** The answer for everybody there, with who wanted it there. */
export async function composeShare({ place }: Effect, state: CaseState, parts: BotParts): Promise<Outgoing> {
  const { locale, asker } = state.head;
  const answer = await showAnswer(state, parts);
  const reply = { ...answer, sections: [sharedNote(asker, locale), ...answer.sections] };
  return { kind: 'post', place, role: 'answer', reply: { ...reply, summary: summarize(reply) } };
}

/** Tells whoever wanted it there that the platform has refused it. */
export function shareNotDeliveredEffect(effect: Effect): NewEffect {
  const { key, platform, tenant, caseId, version, place } = effect;
  return { key: `not-delivered:${key}`, kind: 'not-delivered', platform, tenant, caseId, version, place };
}

/** The words for that, in the language of the person. */
export async function composeNotDelivered({ place }: Effect, { head }: StoredCase, parts: BotParts): Promise<Outgoing> {
  const { platform, tenant, asker, locale } = head;
  const { language = locale } = await mannersFor({ platform, tenant, person: asker }, parts);
  return { kind: 'private', near: place, person: asker, reply: shareNotDelivered(language), isNews: true };
}

/** A case as its cards show it. */

import { type CaseState, deriveCase } from '../cases/case';
import type { Reply } from '../reply/reply';
import { stampReply } from '../reply/stamp';
import { sceneOf } from '../resolver/desk/progress';
import { triageView } from '../resolver/desk/triage';
import { verdictsOn } from '../resolver/personal/feedback-view';
import type { CaseCard, StoredCase } from '../store/ports';
import { triageKey } from './effects';
import type { BotParts } from './parts';

type Parts = Pick<BotParts, 'knowledge' | 'resolver' | 'store' | 'messenger' | 'defaultLocale'>;

/**
 * The card in the thread or private chat: the view in its middle, with what was tried and where help stands above it.
 * `kmsHost` is known only while the post itself is being answered.
 */
export async function showAnswer(state: CaseState, parts: Parts, kmsHost?: string): Promise<Reply> {
  const { head, view, method, version } = state;
  const scene = sceneOf(state, parts.knowledge, view.locale, await deliveryOf(state, parts));
  const reply = parts.resolver.follow({ ...view, ...(method === undefined ? {} : { method }) }, { ...scene, kmsHost });
  return stampReply({ ...reply, ...verdictsOn(view) }, { case: head.id, version });
}

/** The card at the help desk; for all who see it in the language that is set for everybody. */
export async function showTriage(
  { head, moves, cards }: StoredCase,
  parts: Parts,
  locale = parts.defaultLocale,
): Promise<Reply> {
  const state = deriveCase(head, moves);
  const link = await linkToAnswer(state, cards, parts);
  const reply = triageView(state, parts.knowledge, link, locale);
  return stampReply(reply, { case: head.id, version: state.version });
}

/** A link that opens the answer where it was given, if the platform has such links. */
export async function linkToAnswer(
  { head }: CaseState,
  cards: readonly CaseCard[],
  { messenger }: Pick<Parts, 'messenger'>,
): Promise<string | undefined> {
  const answer = cards.find(({ role }) => role === 'answer');
  return answer && messenger(head.platform)?.linkTo(answer.place, answer.message);
}

/** Trouble with the request on its way to the help desk, which whoever waits for help must know of. */
export async function deliveryOf(
  { head, handOff }: CaseState,
  { store }: Pick<Parts, 'store'>,
): Promise<'unknown' | 'refused' | undefined> {
  if (handOff?.state !== 'waiting') return undefined;
  const delivery = await store.findEffectState(triageKey(head.id, handOff.version));
  return delivery === 'unknown' || delivery === 'refused' ? delivery : undefined;
}

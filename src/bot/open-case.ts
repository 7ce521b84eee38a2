/** The case of a post that is answered, stored with all that follows from it. */

import { type CaseHead, deriveCase } from '../cases/case';
import type { Decision } from '../cases/policy';
import type { Reply } from '../reply/reply';
import type { Manners } from '../settings/manners';
import type { CaseCard, NewEffect } from '../store/ports';
import { type Audience, toHead } from './case-head';
import { isCoolingDown } from './cooldowns';
import { postKey, questionKey } from './keys';
import { isOpenToAll, mannersFor } from './manners';
import { hasMarks, markEffect, postCard } from './marks';
import { outcomesOfPost } from './outcomes';
import type { BotParts } from './parts';
import { privateAnswerEffect } from './private-answers';
import { showAnswer } from './show-case';
import { isForOneAlone } from './speak';
import type { Found } from './subjects';
import type { Inbound } from './values';

type Spoken = Extract<Decision, { speak: true }>;

/** What became of it: a reply for the adapter to send, an answer that the outbox sends, or silence after all. */
export type Opened = { readonly reply: Reply } | 'queued' | 'cooling-down';

export async function openCaseOf(
  { subject, intake, locale }: Exclude<Found, { reply: Reply }>,
  inbound: Inbound,
  { to }: Spoken,
  manners: Manners,
  parts: BotParts,
): Promise<Opened> {
  const { store, knowledge, onEffects } = parts;
  // What is only offered to choose from has not been answered yet.
  const isOffer = subject.opening?.move === 'choices';
  const answering = { codes: isOffer ? [] : subject.codes, to };
  if (await isCoolingDown(inbound, answering, manners, parts)) return 'cooling-down';

  const head = toHead(inbound, intake, subject, await audienceOf(inbound, to, parts), locale, parts);
  const key = isForOneAlone(inbound.door) ? questionKey(inbound, subject.codes) : postKey(inbound);
  const { cards, effects } = consequences(head, inbound, to, manners, parts);
  const outcomes = isOffer ? [] : outcomesOfPost(head, knowledge);
  const isNew = await store.openCase(head, key, { effects, cards, outcomes });
  if (isNew && effects.length > 0) onEffects();
  if (to === 'writer') return 'queued';
  // The answer to a post whose first answer could not be sent is the same case, still without a card.
  const { head: kept, moves } = (isNew ? undefined : await store.findCaseOfPost(key)) ?? { head, moves: [] };
  return { reply: await showAnswer(deriveCase(kept, moves), parts, intake.diagnosis?.kmsHost) };
}

async function audienceOf(
  { platform, tenant, channel, door }: Inbound,
  to: Spoken['to'],
  parts: BotParts,
): Promise<Audience> {
  if (to === 'thread' && !isForOneAlone(door)) return { to: 'all' };
  const mayShare = channel !== undefined && isOpenToAll(await mannersFor({ platform, tenant, channel }, parts));
  return { to: 'one', mayShare };
}

/** Who else learns of the answer: its writer by the outbox, and the others by a mark on the post. */
function consequences(
  head: CaseHead,
  inbound: Inbound,
  to: Spoken['to'],
  manners: Manners,
  parts: BotParts,
): { readonly cards: readonly CaseCard[]; readonly effects: readonly NewEffect[] } {
  const { door, platform } = inbound;
  if (door !== 'message' && door !== 'mention') return { cards: [], effects: [] };
  const post = postCard(inbound);
  const isMarked = hasMarks(platform, manners, parts);
  return {
    cards: isMarked || to === 'writer' ? [post] : [],
    effects: [
      ...(to === 'writer' ? [privateAnswerEffect(head)] : []),
      ...(isMarked ? [markEffect(head, 0, post)] : []),
    ],
  };
}

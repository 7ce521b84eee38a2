/** The case of a post that is answered, stored with all that follows from it. */

import { type CaseHead, deriveCase } from '../cases/case';
import type { Decision } from '../cases/policy';
import type { Room } from '../outbox/room';
import { type FileTrouble, withFileNotes } from '../resolver/desk/file-notes';
import type { Manners } from '../settings/manners';
import type { CaseCard, Effect, NewEffect, OpenResult } from '../store/ports';
import { answerEffect, answerOf } from './answers';
import { type Audience, toHead } from './case-head';
import { cooldownFor } from './cooldowns';
import { postKey, questionKey } from './keys';
import { isOpenToAll, mannersFor } from './manners';
import { firstMark, hasMarks, markEffect, postCard } from './marks';
import { meanwhile } from './meanwhile';
import type { Words } from './notes';
import { outcomesOfPost } from './outcomes';
import type { BotParts } from './parts';
import { privateAnswerEffect } from './private-answers';
import { showAnswer } from './show-case';
import { isForOneAlone } from './speak';
import type { Found } from './subjects';
import { unaskedTurns } from './unasked';
import type { Answer, Inbound } from './values';

type Spoken = Extract<Decision, { speak: true }>;

/** A post that is to be answered. */
interface Asked {
  readonly inbound: Inbound;
  readonly decision: Spoken;
  readonly manners: Manners;
  /** Files that led to nothing. */
  readonly troubles: readonly FileTrouble[];
}

/** What became of it; `told-alone`: the outbox tells the writer, `known`: the post has its case already. */
export type Opened = Answer | 'told-alone' | Exclude<OpenResult, object>;

/** The case and all that follows from it are stored together: from then on the answer cannot be lost. */
export async function openCaseOf(
  { subject, intake, locale }: Exclude<Found, { words: Words }>,
  { inbound, decision: { to }, manners, troubles }: Asked,
  parts: BotParts,
): Promise<Opened> {
  const { store, knowledge, fresh, onEffects } = parts;
  // What is only offered to choose from has not been answered yet.
  const isOffer = subject.opening?.move === 'choices';
  const isAlone = isForOneAlone(inbound.door);

  const head = toHead(inbound, intake, subject, await audienceOf(inbound, to, parts), locale, parts);
  const key = isAlone ? questionKey(inbound, subject.codes) : postKey(inbound);
  const { cards, effects } = consequences(head, inbound, to, manners, parts);
  const answer = to === 'thread' && !isAlone ? answerEffect(head, inbound, troubles) : undefined;
  const cooldown = cooldownFor(inbound, { codes: isOffer ? [] : subject.codes, to }, manners);
  const turns = unaskedTurns(inbound, to, parts);
  const queued = answer === undefined ? effects : [answer, ...effects];
  const room = answer === undefined ? undefined : keepRoomFor(answer, effects, parts);
  let begun: readonly Effect[] = [];
  try {
    const storing = store.openCase(head, key, {
      effects: queued,
      cards,
      outcomes: isOffer ? [] : outcomesOfPost(head, knowledge),
      ...(cooldown === undefined ? {} : { cooldown }),
      ...(turns === undefined ? {} : { turns }),
      ...(room?.atOnce === undefined ? {} : { atOnce: room.atOnce }),
    });
    const { kmsHost } = intake.diagnosis ?? {};
    const drawing = to === 'writer' ? undefined : meanwhile(() => showAnswer(deriveCase(head, []), parts, kmsHost));
    const opened = await storing;
    if (typeof opened === 'object') begun = opened.begun;
    else if (!isAlone) return opened;
    if (drawing === undefined) {
      onEffects();
      return 'told-alone';
    }

    const known = typeof opened === 'object' ? undefined : await store.findCaseOfPost(key);
    const shown = known === undefined ? drawing : showAnswer(deriveCase(known.head, known.moves), parts, kmsHost);
    const reply = withFileNotes(await shown, troubles);
    if (answer === undefined) return { reply };
    fresh.keep(answer, answerOf(answer, reply));
    for (const effect of effects) if (effect.kind === 'mark') fresh.keep(effect, firstMark(effect));
    // What has not begun waits to be looked for.
    if (begun.length < queued.length) onEffects();
    return { reply, queued: true };
  } finally {
    room?.fill(begun);
  }
}

function keepRoomFor(answer: NewEffect, others: readonly NewEffect[], { keepRoom }: BotParts): Room {
  const marks = others.filter(({ kind }) => kind === 'mark');
  return keepRoom([
    { effect: answer, call: { kind: 'post', place: answer.place } },
    ...marks.map((effect) => ({ effect, call: { kind: 'first-mark' as const, place: effect.place } })),
  ]);
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

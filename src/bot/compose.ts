/** What the outbox sends: made from the case as it stands at that moment. */

import { type CaseMove, type CaseState, deriveCase } from '../cases/case';
import type { Composer, Outgoing } from '../outbox/outgoing';
import { summarize } from '../reply/summarize';
import { copyNote } from '../resolver/desk/asides';
import { noticeView } from '../resolver/desk/notice';
import type { CaseCard, Effect, NewEffect, StoredCase } from '../store/ports';
import { composeAnswer } from './answers';
import { composeDigest } from './digest';
import { cardsOf, redrawsOf, removal, removalKey } from './effects';
import { composeMark } from './marks';
import type { BotParts } from './parts';
import { composePrivateAnswer, composeToldPrivately, toldPrivately } from './private-answers';
import { composeNotDelivered, composeShare, shareNotDeliveredEffect } from './share';
import { showAnswer, showTriage } from './show-case';
import { composeEvent } from './ticket-event';
import { composeWords } from './words';
import { composeWriterNote } from './writer-notes';

export function createComposer(parts: BotParts): Composer {
  const { store, fresh } = parts;

  async function compose(effect: Effect): Promise<Outgoing | undefined> {
    const drawn = fresh.find(effect);
    if (drawn !== undefined) return drawn.kind === 'redraw' && (await isBeingRemoved(effect)) ? undefined : drawn;
    if (effect.kind === 'digest') return composeDigest(effect, parts);
    if (effect.kind === 'words') return composeWords(effect, parts);
    if (effect.kind === 'told-privately') return composeToldPrivately(effect, parts);
    const stored = await store.findCase(effect.tenant, effect.caseId);
    return stored === undefined ? composeWriterNote(effect, parts) : composeFor(effect, stored);
  }

  async function composeFor(effect: Effect, stored: StoredCase): Promise<Outgoing | undefined> {
    const state = deriveCase(stored.head, stored.moves);
    const { place } = effect;
    switch (effect.kind) {
      case 'answer':
        return composeAnswer(effect, stored, parts);
      case 'redraw':
        return redraw(effect, state, stored);
      case 'triage':
        return { kind: 'post', place, role: 'triage', reply: await showTriage(stored, parts) };
      case 'notice':
        return notice(effect, stored);
      case 'copy':
        return privateCopy(state, place);
      case 'private-answer':
        return composePrivateAnswer(effect, stored, state, parts);
      case 'share':
        return composeShare(effect, state, parts);
      case 'not-delivered':
        return composeNotDelivered(effect, stored, parts);
      case 'remove':
        return removalOf(effect, stored);
      case 'mark':
        return composeMark(stored, state, parts);
      case 'webhook':
        return composeEvent(effect, stored, parts);
      default:
        return undefined;
    }
  }

  async function redraw(effect: Effect, state: CaseState, stored: StoredCase): Promise<Outgoing | undefined> {
    const card = stored.cards.find((each) => each.message === effect.message);
    if (card === undefined || (await isBeingRemoved(effect))) return undefined;
    const reply = card.role === 'triage' ? await showTriage(stored, parts) : await showAnswer(state, parts);
    return { kind: 'redraw', place: card.place, message: card.message, reply };
  }

  /** Once it is gone, the platform would refuse to draw it. */
  async function isBeingRemoved({ caseId, message = '' }: Effect): Promise<boolean> {
    return (await store.findEffectState(removalKey(caseId, message))) !== undefined;
  }

  /** In private where the case has never stood in a conversation. */
  function notice({ version, place }: Effect, { head, moves, cards }: StoredCase): Outgoing | undefined {
    const move = moveAt(moves, version);
    if (move === undefined) return undefined;
    const then = deriveCase(head, moves.slice(0, version));
    const reply = noticeView(then, move);
    const isSeen = head.conversation !== '' || cardsOf('answer', cards).length > 0;
    if (isSeen) return { kind: 'post', place, reply };
    return { kind: 'private', near: place, person: then.handOff?.requester ?? head.asker, reply, isNews: true };
  }

  async function privateCopy(state: CaseState, near: string): Promise<Outgoing> {
    const { locale, asker } = state.head;
    const answer = await showAnswer(state, parts);
    const reply = { ...answer, sections: [copyNote(locale), ...answer.sections] };
    return { kind: 'private', near, person: asker, reply: { ...reply, summary: summarize(reply) } };
  }

  /** What is due to the case of an effect that has ended so. */
  async function redrawsFor(
    effect: Effect,
    end: 'sent' | 'refused' | 'unknown',
    stored: StoredCase,
    card?: CaseCard,
  ): Promise<readonly NewEffect[]> {
    const state = deriveCase(stored.head, stored.moves);
    // The post was deleted while its answer was on the way.
    if (stored.isPostGone && effect.kind === 'answer') return card === undefined ? [] : [removal(state, card)];
    // Moves made while the card was on its way could not know of it.
    if (end === 'sent') return card === undefined || state.version === effect.version ? [] : redrawsOf(state, [card]);
    // Whoever waits for help must learn that nobody was told.
    return effect.kind === 'triage' ? redrawsOf(state, cardsOf('answer', stored.cards)) : [];
  }

  return {
    compose,

    async redrawsAfter(effect, end, card) {
      const { kind, tenant, caseId, message } = effect;
      // Most that is sent is no card, and nothing follows from it: no need to read the case.
      if (end === 'sent' && card === undefined && kind !== 'remove' && kind !== 'private-answer') return [];
      const stored = caseId === '' ? undefined : await store.findCase(tenant, caseId);
      const told = kind === 'private-answer' ? await toldPrivately(effect, end, stored, parts) : [];
      if (stored === undefined) return told;
      if (kind === 'remove' && end === 'sent' && message !== undefined) await store.removeCard(tenant, caseId, message);
      if (kind === 'share' && end === 'refused') return [shareNotDeliveredEffect(effect)];
      return [...told, ...(await redrawsFor(effect, end, stored, card))];
    },
  };
}

function removalOf({ message }: Effect, { cards }: StoredCase): Outgoing | undefined {
  const card = cards.find((each) => each.message === message);
  return card && { kind: 'remove', place: card.place, message: card.message };
}

function moveAt(moves: readonly CaseMove[], version: number): CaseMove | undefined {
  return moves.find((move) => move.version === version);
}

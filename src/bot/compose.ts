/** What the outbox sends: made from the case as it stands at that moment. */

import { type CaseMove, type CaseState, deriveCase } from '../cases/case';
import type { Composer, Outgoing } from '../outbox/outgoing';
import { summarize } from '../reply/summarize';
import { copyNote } from '../resolver/desk/asides';
import { noticeView } from '../resolver/desk/notice';
import type { Effect, StoredCase } from '../store/ports';
import { composeDigest } from './digest';
import { cardsOf, redrawsOf } from './effects';
import { composeKeyWarning } from './key-warnings';
import type { BotParts } from './parts';
import { showAnswer, showTriage } from './show-case';
import { composeEvent } from './ticket-event';

export function createComposer(parts: BotParts): Composer {
  const { store } = parts;

  async function compose(effect: Effect): Promise<Outgoing | undefined> {
    if (effect.kind === 'digest') return composeDigest(effect, parts);
    if (effect.kind === 'key-warning') return composeKeyWarning(effect);
    const stored = await store.findCase(effect.tenant, effect.caseId);
    return stored && composeFor(effect, stored);
  }

  async function composeFor(effect: Effect, stored: StoredCase): Promise<Outgoing | undefined> {
    const state = deriveCase(stored.head, stored.moves);
    const { place } = effect;
    switch (effect.kind) {
      case 'redraw':
        return redraw(effect, state, stored);
      case 'triage':
        return { kind: 'post', place, role: 'triage', reply: await showTriage(stored, parts) };
      case 'notice':
        return notice(effect, stored);
      case 'copy':
        return privateCopy(state, place);
      case 'webhook':
        return composeEvent(effect, stored, parts);
      default:
        return undefined;
    }
  }

  async function redraw({ message }: Effect, state: CaseState, stored: StoredCase): Promise<Outgoing | undefined> {
    const card = stored.cards.find((each) => each.message === message);
    if (card === undefined) return undefined;
    const reply = card.role === 'triage' ? await showTriage(stored, parts) : await showAnswer(state, parts);
    return { kind: 'redraw', place: card.place, message: card.message, reply };
  }

  function notice({ version, place }: Effect, { head, moves }: StoredCase): Outgoing | undefined {
    const move = moveAt(moves, version);
    if (move === undefined) return undefined;
    const then = deriveCase(head, moves.slice(0, version));
    return { kind: 'post', place, reply: noticeView(then, move) };
  }

  async function privateCopy(state: CaseState, near: string): Promise<Outgoing> {
    const { locale, asker } = state.head;
    const answer = await showAnswer(state, parts);
    const reply = { ...answer, sections: [copyNote(locale), ...answer.sections] };
    return { kind: 'private', near, person: asker, reply: { ...reply, summary: summarize(reply) } };
  }

  return {
    compose,

    async redrawsAfter(effect, end, card) {
      const stored = effect.caseId === '' ? undefined : await store.findCase(effect.tenant, effect.caseId);
      if (stored === undefined) return [];
      const state = deriveCase(stored.head, stored.moves);
      // Moves made while the card was on its way could not know of it.
      if (end === 'sent') return card === undefined || state.version === effect.version ? [] : redrawsOf(state, [card]);
      // Whoever waits for help must learn that nobody was told.
      return effect.kind === 'triage' ? redrawsOf(state, cardsOf('answer', stored.cards)) : [];
    },
  };
}

function moveAt(moves: readonly CaseMove[], version: number): CaseMove | undefined {
  return moves.find((move) => move.version === version);
}

/** Buttons pressed: who may, who was first, and what everybody sees then. */

import { type CaseMove, type CaseState, deriveCase } from '../cases/case';
import { deskMoves, mayAskForHelp } from '../cases/hand-off';
import { type FollowUp, isDeskMove, isPersonalMove, isViewMove, parseFollowUp } from '../reply/follow-up';
import type { Reply } from '../reply/reply';
import { stampForm, withoutStamp } from '../reply/stamp';
import { helpAlreadyAsked, movedOn, notAllowed } from '../resolver/desk/asides';
import { assignForm, handOffForm } from '../resolver/desk/forms';
import { helpSheet } from '../resolver/desk/help-sheet';
import type { StoredCase } from '../store/ports';
import { giveCopy } from './copies';
import { cardsOf, isStaffed, redrawsOf } from './effects';
import { pressFeedback } from './feedback';
import { showGone } from './gone';
import { localeOf, personScope } from './manners';
import { moveCase, type Showing } from './move-case';
import type { BotParts } from './parts';
import { pressPersonal } from './personal-moves';
import { isAtHome, isDesk } from './rights';
import { deskFor, routeFor } from './routing';
import { shareAnswer } from './share';
import { deliveryOf, showAnswer, showTriage } from './show-case';
import type { Bot, Press, PressAnswer } from './values';

export function createPresses(parts: BotParts): Pick<Bot, 'onPress'> {
  const { resolver, store, fresh, now, knowledge, messenger } = parts;

  async function onPress(press: Press): Promise<PressAnswer> {
    const followUp = parseFollowUp(press.payload);
    if (followUp === undefined || followUp.choice === 'edit')
      return { aside: resolver.freshStart(await localeOf(press, parts)) };
    if (followUp.choice === 'locale') {
      await store.changeSettings(personScope(press), { language: followUp.locale }, now());
    }
    if (isPersonalMove(followUp.move)) return pressPersonal(press, followUp.move, followUp.locale, parts);
    if (followUp.case === undefined) {
      return isViewMove(followUp.move)
        ? { card: resolver.follow(followUp, { help: 'none' }) }
        : showGone(followUp, parts);
    }
    const stored = await store.findCase(press.tenant, followUp.case);
    if (stored === undefined || stored.head.platform !== press.platform) return showGone(followUp, parts);
    return isDeskMove(followUp.move) ? moveAtDesk(press, followUp, stored) : moveCaseOn(press, followUp, stored);
  }

  async function moveCaseOn(press: Press, followUp: FollowUp, stored: StoredCase): Promise<PressAnswer> {
    if (!isAtHome(stored, press)) return showGone(followUp, parts);
    await rememberAnswer(stored, press);
    if (followUp.move === 'helpful' || followUp.move === 'unhelpful') {
      return { aside: await pressFeedback(followUp.move === 'helpful', press, stored, followUp.locale, parts) };
    }
    if (followUp.move === 'share') return shareAnswer(stored, press, parts);
    if (followUp.move === 'me-too' || !(await mayMove(stored, press))) return giveCopy(stored, press, parts);
    if (followUp.move === 'get-help') return openHandOff(followUp, stored);
    const { person } = press;
    return settle(followUp, { person, followUp: withoutStamp(followUp) }, stored, isViewMove, {
      draw: (state) => showAnswer(state, parts),
      keep: keepRedraws,
    });
  }

  /**
   * A process may have died between sending the answer and writing down where it stands. Whoever presses a button on it
   * tells; unknown, it could never be redrawn. Only where no answer is known: a client may name any message.
   */
  async function rememberAnswer({ head, cards }: StoredCase, press: Press): Promise<void> {
    const { conversation, channel, place, message } = press;
    // What one person alone sees in a channel is no message of ours there, whatever a client says.
    const isForAll = head.shared || channel === undefined;
    if (message === undefined || !isForAll || cards.some(({ role }) => role === 'answer')) return;
    await store.addCard(head.tenant, head.id, { role: 'answer', conversation, place, message });
  }

  /**
   * The same for the help desk's card, where its arrival could not be confirmed: an agent who presses a button on it, from
   * elsewhere than the thread, has it before them.
   */
  async function isRememberedDesk({ head, moves, cards }: StoredCase, press: Press): Promise<boolean> {
    const { conversation, place, message, person } = press;
    const isKnown = cards.some(({ role, ...card }) => role === 'triage' || card.conversation === conversation);
    const isInDoubt = (await deliveryOf(deriveCase(head, moves), parts)) === 'unknown';
    if (message === undefined || isKnown || !isInDoubt) return false;
    if (!(await messenger(head.platform)?.isAgent(place, person, await routeFor(head, parts)))) return false;
    await store.addCard(head.tenant, head.id, { role: 'triage', conversation, place, message });
    return true;
  }

  async function moveAtDesk(press: Press, followUp: FollowUp, stored: StoredCase): Promise<PressAnswer> {
    if (!isDesk(stored, press) && !(await isRememberedDesk(stored, press))) {
      return { aside: notAllowed(followUp.locale) };
    }
    const state = deriveCase(stored.head, stored.moves);
    const { handOff } = state;
    if (!isDeskMove(followUp.move) || handOff === undefined || !deskMoves(handOff).includes(followUp.move)) {
      return { card: await showTriage(stored, parts), queued: true, aside: movedOn(followUp.locale) };
    }
    if (followUp.move === 'assign') {
      const stamp = { case: stored.head.id, version: state.version };
      return { form: stampForm(assignForm(state, followUp.locale), stamp) };
    }
    const { person } = press;
    return settle(followUp, { person, followUp: withoutStamp(followUp) }, stored, isNoView, {
      draw: (_state, moved) => showTriage(moved, parts),
    });
  }

  /**
   * Makes the move unless somebody has made one of the same sort since the button was drawn. The desk's moves and the
   * steps of the people in the thread do not get into each other's way.
   */
  async function settle(
    { case: id = '', version = 0, locale }: FollowUp,
    move: Pick<CaseMove, 'person' | 'followUp'>,
    known: StoredCase,
    isSameSort: (move: FollowUp['move']) => boolean,
    showing: Showing<Reply>,
  ): Promise<PressAnswer> {
    let seen: StoredCase | undefined;
    const moved = await moveCase(
      known.head.tenant,
      id,
      (_state, stored) => {
        seen = stored;
        return since(stored, version).some((each) => isSameSort(each.followUp.move)) ? undefined : move;
      },
      parts,
      // While its answer is on the way, it may have arrived since.
      { showing, known: cardsOf('answer', known.cards).length > 0 ? known : undefined },
    );
    if (moved !== undefined) return withCard(moved.shown);
    if (seen === undefined) return showGone(move.followUp, parts);
    const now = withCard(await showing.draw(deriveCase(seen.head, seen.moves), seen));
    // The same finger twice is not somebody else.
    return since(seen, version).some((each) => isSameMove(each, move)) ? now : { ...now, aside: movedOn(locale) };
  }

  /** Drawn once, for whoever pressed and for the outbox alike. */
  function keepRedraws(reply: Reply, state: CaseState, { cards }: StoredCase): void {
    // What it shows of a request on its way may change without a move.
    if (state.handOff?.state === 'waiting') return;
    for (const effect of redrawsOf(state, cardsOf('answer', cards))) {
      fresh.keep(effect, { kind: 'redraw', place: effect.place, message: effect.message ?? '', reply });
    }
  }

  async function openHandOff(followUp: FollowUp, stored: StoredCase): Promise<PressAnswer> {
    const state = deriveCase(stored.head, stored.moves);
    const { locale } = followUp;
    if (!isStaffed(await deskFor(stored.head, parts))) return { aside: helpSheet(state, knowledge, locale) };
    if (!mayAskForHelp(state.handOff) && (await deliveryOf(state, parts)) === undefined) {
      return { aside: helpAlreadyAsked(state, locale) };
    }
    return { form: stampForm(handOffForm(state, knowledge, locale), { case: stored.head.id, version: state.version }) };
  }

  /** The asker and the help desk; where nobody has said who the help desk is, everybody who sees the card. */
  async function mayMove({ head }: StoredCase, { person, place }: Press): Promise<boolean> {
    if (!head.shared || head.asker === person) return true;
    const ways = messenger(head.platform);
    const route = await routeFor(head, parts);
    return ways?.triagePlace(head.place, route) === undefined || ways.isAgent(place, person, route);
  }

  return { onPress };
}

/** The moves that the maker of the button did not know of. */
function since({ moves }: StoredCase, version: number): readonly CaseMove[] {
  return moves.filter((move) => move.version > version);
}

function isSameMove(one: CaseMove, { person, followUp }: Pick<CaseMove, 'person' | 'followUp'>): boolean {
  return one.person === person && JSON.stringify(one.followUp) === JSON.stringify(followUp);
}

function isNoView(move: FollowUp['move']): boolean {
  return !isViewMove(move);
}

function withCard(card: PressAnswer['card']): PressAnswer {
  return card === undefined ? {} : { card, queued: true };
}

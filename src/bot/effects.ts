/** What follows from a move: cards to redraw, people to tell. Written in the same transaction as the move itself. */

import type { CaseMove, CaseState } from '../cases/case';
import { mayAskForHelp } from '../cases/hand-off';
import type { CaseCard, EffectKind, NewEffect } from '../store/ports';
import { marksAfter } from './marks';

/** Where hand-offs go, as far as they are configured. */
export interface Desk {
  /** The place of the triage channel. */
  readonly triage: string | undefined;
  readonly hasTickets: boolean;
}

/** For moves that are no business of the help desk's. */
export const NOBODY: Desk = { triage: undefined, hasTickets: false };

/** Tells whether anybody would hear a call for help. */
export function isStaffed({ triage, hasTickets }: Desk): boolean {
  return triage !== undefined || hasTickets;
}

/** The key of the card that a request for help puts before the help desk. */
export function triageKey(caseId: string, version: number): string {
  return `triage:${caseId}:${version}`;
}

/** The effects of one move, given the case before and after it. */
export function effectsOf(
  move: CaseMove,
  before: CaseState,
  after: CaseState,
  cards: readonly CaseCard[],
  desk: Desk,
): NewEffect[] {
  const effects = [...redrawsOf(after, cardsOf('answer', cards)), ...marksAfter(before, after, cards)];
  if (before.handOff === after.handOff) return [...effects, ...redrawsOf(after, triageIfOpen(after, cards))];
  return [
    ...effects,
    ...redrawsOf(after, cardsOf('triage', cards)),
    ...(move.followUp.move === 'get-help' && desk.triage !== undefined ? [once('triage', after, desk.triage)] : []),
    // Who asked, or says that it works now, knows it; the help desk's moves are news.
    ...(isNews(move, after) ? [notice(after, cards)] : []),
    ...(desk.hasTickets ? [once('webhook', after, '')] : []),
  ];
}

/** Brings these cards up to date. The same card twice is one redraw. */
export function redrawsOf({ head, version }: CaseState, cards: readonly CaseCard[]): NewEffect[] {
  return cards.map(({ place, message }) => ({
    key: `redraw:${head.id}:${message}`,
    kind: 'redraw',
    platform: head.platform,
    tenant: head.tenant,
    caseId: head.id,
    version,
    place,
    message,
  }));
}

/** The messages that show a case in this role. */
export function cardsOf(role: CaseCard['role'], cards: readonly CaseCard[]): readonly CaseCard[] {
  return cards.filter((card) => card.role === role);
}

/** An effect that happens once for this version of the case. */
export function once(kind: EffectKind, { head, version }: CaseState, place: string): NewEffect {
  const { id, platform, tenant } = head;
  const key = kind === 'triage' ? triageKey(id, version) : `${kind}:${id}:${version}`;
  return { key, kind, platform, tenant, caseId: id, version, place };
}

/** Takes a message of ours away. */
export function removal({ head, version }: CaseState, { place, message }: CaseCard): NewEffect {
  const { id, platform, tenant } = head;
  return { key: removalKey(id, message), kind: 'remove', platform, tenant, caseId: id, version, place, message };
}

export function removalKey(caseId: string, message: string): string {
  return `remove:${caseId}:${message}`;
}

/** Where the requester sees the case; a private copy is told of in private, not where its original stands. */
function notice(state: CaseState, cards: readonly CaseCard[]): NewEffect {
  const [answer] = cardsOf('answer', cards);
  return once('notice', state, answer?.place ?? state.head.place);
}

/** The help desk follows what is tried while it has the case. */
function triageIfOpen({ handOff }: CaseState, cards: readonly CaseCard[]): readonly CaseCard[] {
  return mayAskForHelp(handOff) ? [] : cardsOf('triage', cards);
}

function isNews({ person, followUp }: CaseMove, { handOff }: CaseState): boolean {
  return followUp.move !== 'get-help' && followUp.move !== 'worked' && handOff?.requester !== person;
}

/** A case handed over to a person: waiting, claimed, closed, and open again. */

import type { Locale } from '../i18n/locale';
import type { DeskMove } from '../reply/follow-up';
import type { CaseMove } from './case';

export interface HandOff {
  readonly state: 'waiting' | 'claimed' | 'closed';
  /** Who asked for help; not always who wrote the post. */
  readonly requester: string;
  /** The requester's language: they are told in it. */
  readonly locale: Locale;
  /** The version of the move that asked. */
  readonly version: number;
  readonly requestedAtMs: number;
  /** What the requester wrote, product keys removed. */
  readonly details?: string;
  /** Who works on it, or closed it. */
  readonly agent?: string;
  readonly movedAtMs: number;
}

/** Which of the help desk's moves each state allows. */
const ALLOWED: Readonly<Record<HandOff['state'], readonly DeskMove[]>> = {
  waiting: ['claim', 'assign', 'close'],
  claimed: ['assign', 'close'],
  closed: ['reopen'],
};

/** The moves that the help desk may make now. */
export function deskMoves({ state }: HandOff): readonly DeskMove[] {
  return ALLOWED[state];
}

/** Tells whether help may be asked for: there is no request, or the last one is closed. */
export function mayAskForHelp(handOff: HandOff | undefined): boolean {
  return handOff === undefined || handOff.state === 'closed';
}

/** A fresh request. Somebody who is at work already goes on; one that nobody has taken up is replaced. */
export function handOver({ person, atMs, version, followUp, details }: CaseMove, earlier?: HandOff): HandOff {
  if (earlier?.state === 'claimed') return earlier;
  return {
    state: 'waiting',
    requester: person,
    locale: followUp.locale,
    version,
    requestedAtMs: atMs,
    ...(details === undefined ? {} : { details }),
    movedAtMs: atMs,
  };
}

/** The request after a move of the help desk; one that its state does not allow changes nothing. */
export function moveAtDesk(handOff: HandOff, deskMove: DeskMove, { person, atMs, assignee }: CaseMove): HandOff {
  if (!deskMoves(handOff).includes(deskMove)) return handOff;
  const { agent: _earlier, ...rest } = handOff;
  switch (deskMove) {
    case 'claim':
      return { ...rest, state: 'claimed', agent: person, movedAtMs: atMs };
    case 'assign':
      return { ...rest, state: 'claimed', agent: assignee ?? person, movedAtMs: atMs };
    case 'close':
      return { ...rest, state: 'closed', agent: person, movedAtMs: atMs };
    case 'reopen':
      return { ...rest, state: 'waiting', movedAtMs: atMs };
  }
}

/** Solved by whoever says so: nobody needs to work on it any more. */
export function settle(handOff: HandOff, person: string, atMs: number): HandOff {
  return handOff.state === 'closed' ? handOff : { ...handOff, state: 'closed', agent: person, movedAtMs: atMs };
}

/** What presses and forms have in common: they belong to a message of the board, and what they lead to is drawn there. */

import type { Press, PressAnswer } from '../../bot';
import type { Board } from './board';
import { personId } from './personas';
import { conversationId, formatPlace, isMember, LOCAL_TENANT, type Place, settingsChannel } from './place';
import type { ActRequest } from './requests';
import type { RefusalReason } from './sentences';
import { toView, type View } from './views';

/** Who acts, and where: read off the board, never from what the page says. */
export type Origin = Omit<Press, 'payload' | 'message'>;

/** Finds where the message stands. Whoever is not in that conversation cannot act there, as on the platforms. */
export function locate(
  board: Board,
  { session, person, as, platformLocale, message }: ActRequest & { readonly message: string },
): { readonly origin: Origin } | { readonly refusal: RefusalReason } {
  const found = board.find(message);
  if (found === undefined) return { refusal: 'gone' };
  const { conversation } = found;
  if (!isMember(as, conversation)) return { refusal: 'notMember' };
  const { under } = found.message;
  const place: Place = { session, conversation, ...(under === undefined ? {} : { thread: under }) };
  return {
    origin: {
      platform: 'playground',
      tenant: LOCAL_TENANT,
      conversation: conversationId(place),
      ...settingsChannel(place),
      place: formatPlace(place),
      person: personId(person, as),
      ...(platformLocale === undefined ? {} : { platformLocale }),
    },
  };
}

/** Draws the card for everybody, also where the outbox will draw it again; gives back what the page is to show. */
export function drawAnswer(
  board: Board,
  message: string | undefined,
  { card, aside }: Pick<PressAnswer, 'card' | 'aside'>,
): { readonly card?: View; readonly aside?: View } {
  const drawn = card && toView(card);
  if (drawn !== undefined && message !== undefined) board.change(message, { view: drawn });
  return {
    ...(drawn === undefined ? {} : { card: drawn }),
    ...(aside === undefined ? {} : { aside: toView(aside) }),
  };
}

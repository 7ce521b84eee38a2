/** Our replies and forms as Teams wants them around their cards. */

import { renderAdaptiveCard } from '../../render/adaptive-card';
import type { Reply } from '../../reply/reply';

/** What an attachment and an answer to an invoke are called that are a card. */
export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** What we send: the content; who sends it adds where it goes. */
export interface OutgoingMessage {
  readonly type: 'message';
  readonly summary: string;
  readonly locale: string;
  readonly attachments: { readonly contentType: typeof CARD_TYPE; readonly content: unknown }[];
}

/** The message for a reply. */
export function toMessage(reply: Reply): OutgoingMessage {
  return {
    type: 'message',
    // With a text beside the card, Teams makes two messages of one activity and tells the id of only one.
    summary: reply.summary,
    locale: reply.locale,
    attachments: [{ contentType: CARD_TYPE, content: renderAdaptiveCard(reply) }],
  };
}

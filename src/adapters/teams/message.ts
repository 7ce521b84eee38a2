/** Our replies and forms as Teams wants them around their cards. */

import { renderAdaptiveCard } from '../../render/adaptive-card';
import type { Reply } from '../../reply/reply';
import { type AnswerExtras, answerExtras } from './citations';

/** What an attachment and an answer to an invoke are called that are a card. */
export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** What we send: the content; who sends it adds where it goes. */
export interface OutgoingMessage extends AnswerExtras {
  readonly type: 'message';
  readonly summary: string;
  readonly locale: string;
  readonly attachments: { readonly contentType: typeof CARD_TYPE; readonly content: unknown }[];
}

/** The message for a reply; `viewers` are those who see it, where others see it too. */
export function toMessage(reply: Reply, viewers?: readonly string[]): OutgoingMessage {
  return {
    type: 'message',
    // With a text beside the card, Teams makes two messages of one activity and tells the id of only one.
    summary: reply.summary,
    locale: reply.locale,
    attachments: [{ contentType: CARD_TYPE, content: renderAdaptiveCard(reply, viewers) }],
    ...answerExtras(reply),
  };
}

/** A form answered: what is to be mended, or the form closed and what follows from it shown. */

import type { ModalView } from '@slack/types';
import type { Tools } from './answer-post';
import type { SlackSubmission } from './submission';
import { publishHome, replyModal } from './views';
import { whoAt } from './who';

/** Closes the form, leaves it open with what is wrong by the field's id, or shows something else in its place. */
export type Acknowledge = (
  response?:
    | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
    | { readonly response_action: 'update'; readonly view: ModalView },
) => Promise<void>;

/** Acknowledges only after the bot has stored what was asked: a form that closes takes with it what was written. */
export async function answerSubmission(sent: SlackSubmission, acknowledge: Acknowledge, tools: Tools): Promise<void> {
  const { bot, people, outbound } = tools;
  const { place, person, messageTs, token, values, isHome } = sent;
  const { locale } = await people.find(person);
  // The place is where the form was opened, which may be another workspace than the person's own.
  const { errors, card, queued, aside } = await bot.onSubmit({ ...whoAt(place, person, locale), token, values });
  if (errors !== undefined) return acknowledge({ response_action: 'errors', errors: { ...errors } });

  if (messageTs === undefined) {
    // No message can show what follows, and the person may be where the bot is not: the form itself shows it.
    const shown = aside ?? card;
    const view = shown && (await replyModal(place, shown, tools));
    await acknowledge(view && { response_action: 'update', view });
    if (isHome) await publishHome(place, person, tools);
    return;
  }

  await acknowledge();
  if (card !== undefined && !queued) await outbound.replace(place.channel, messageTs, card);
  if (aside !== undefined) await outbound.tell(place, person, aside);
}

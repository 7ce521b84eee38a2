/** A form answered: what is to be mended, or the form closed and what follows from it shown. */

import type { Submission } from '../../bot';
import type { Tools } from './answer-post';
import { settingsChannel, writePlace } from './place';
import type { SlackSubmission } from './submission';

/** Closes the form, or leaves it open with what is wrong, by the field's id. */
export type Acknowledge = (response?: {
  readonly response_action: 'errors';
  readonly errors: Record<string, string>;
}) => Promise<void>;

/** Acknowledges only after the bot has stored what was asked: a form that closes takes with it what was written. */
export async function answerSubmission(sent: SlackSubmission, acknowledge: Acknowledge, tools: Tools): Promise<void> {
  const { bot, people, outbound } = tools;
  const { place, person, messageTs } = sent;
  const { locale } = await people.find(person);
  const { errors, card, queued, aside } = await bot.onSubmit(toSubmission(sent, locale));
  if (errors !== undefined) return acknowledge({ response_action: 'errors', errors: { ...errors } });
  await acknowledge();

  if (card !== undefined && !queued) {
    // A form may have been opened from a message that cannot be updated.
    await (messageTs === undefined
      ? outbound.tell(place, person, card)
      : outbound.replace(place.channel, messageTs, card));
  }
  if (aside !== undefined) await outbound.tell(place, person, aside);
}

function toSubmission({ place, person, token, values }: SlackSubmission, locale?: string): Submission {
  return {
    platform: 'slack',
    // Where the form was opened, which may be another workspace than the person's own.
    tenant: place.tenant ?? '',
    conversation: place.channel,
    ...settingsChannel(place),
    place: writePlace(place),
    person,
    token,
    values,
    ...(locale === undefined ? {} : { platformLocale: locale }),
  };
}

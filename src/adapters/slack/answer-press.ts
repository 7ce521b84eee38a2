/** A pressed button answered: the message it stands on becomes the view that the button leads to. */

import type { RespondFn } from '@slack/bolt';
import type { Tools } from './answer-post';
import { readFailure } from './failure';
import type { SlackPress } from './press';

/** Redraws by `chat.update`; where that cannot reach the message, through the press's `response_url`. */
export async function answerPress(press: SlackPress, respond: RespondFn | undefined, tools: Tools): Promise<void> {
  const { bot, outbound, people, logger } = tools;
  const { tenant, person, payload } = press;
  const { locale } = await people.find(person);
  const reply = await bot.onPress({
    platform: 'slack',
    tenant,
    person,
    payload,
    ...(locale === undefined ? {} : { platformLocale: locale }),
  });

  if (press.isEphemeral && respond !== undefined) return outbound.replaceThrough(respond, reply);
  try {
    await outbound.replace(press.channel, press.messageTs, reply);
  } catch (error) {
    if (respond === undefined) throw error;
    logger.warn({ code: readFailure(error).code }, 'Slack does not let a card be updated; trying its response_url');
    await outbound.replaceThrough(respond, reply);
  }
}

/** A slash command or a shortcut answered: to the one who used it alone. */

import type { RespondFn } from '@slack/bolt';
import type { Inbound } from '../../bot';
import { renderModal } from '../../render/block-kit';
import type { Tools } from './answer-post';
import { tellAside } from './aside';
import type { SlackAsk, SlackCall } from './asks';
import { readFailure } from './failure';
import { writeOrigin } from './form-origin';
import { expectOpened } from './views';
import { whoAt } from './who';

/** Lets Slack go, with nothing to show of its own accord. */
type Acknowledge = () => Promise<void>;

/**
 * Acknowledges after the bot has an answer: Slack does not send a command again, but tells the person when nobody takes it.
 * Rejects before that where the bot has failed.
 */
export async function answerAsk(
  { inbound: asked, files = [], place }: SlackAsk,
  { acknowledge, respond }: { readonly acknowledge: Acknowledge; readonly respond: RespondFn | undefined },
  tools: Tools,
): Promise<void> {
  const { bot, people, logger } = tools;
  const { locale } = await people.find(asked.person);
  const inbound: Inbound = {
    ...asked,
    files: await tools.files.open(files),
    ...(locale === undefined ? {} : { platformLocale: locale }),
  };
  const answer = await bot.onMessage(inbound);
  await acknowledge();
  if (answer === undefined) return;

  try {
    await tellAside({ place, person: inbound.person, respond }, answer.reply, tools);
  } catch (error) {
    logger.error({ code: readFailure(error).code }, 'Slack did not take the answer to a command or a shortcut');
  }
}

/** Opens the form to ask in. The trigger expires, so that nothing else comes before it. */
export async function openAskForm({ place, person, triggerId }: SlackCall, tools: Tools): Promise<void> {
  const { locale } = await tools.people.find(person);
  const form = await tools.bot.askForm(whoAt(place, person, locale));
  const view = renderModal(form, writeOrigin({ place }));
  await expectOpened(place, form.locale, tools.outbound.openModal(triggerId, view), tools);
}

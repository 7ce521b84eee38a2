/** A pressed button answered: the card redrawn, a word to the presser alone, or a form. */

import type { RespondFn } from '@slack/bolt';
import type { Press } from '../../bot';
import { renderModal } from '../../render/block-kit';
import type { Form } from '../../reply/form';
import type { Reply } from '../../reply/reply';
import type { Tools } from './answer-post';
import { readFailure } from './failure';
import { writeOrigin } from './form-origin';
import { settingsChannel, writePlace } from './place';
import type { SlackPress } from './press';
import { formNotOpened } from './sentences';

/** A press, and where Slack lets it be answered; `respond` is missing where Slack gave no `response_url`. */
interface Pressed {
  readonly press: SlackPress;
  readonly respond: RespondFn | undefined;
}

/** Does what the bot says; each part of the answer is tried whatever becomes of the others. */
export async function answerPress(press: SlackPress, respond: RespondFn | undefined, tools: Tools): Promise<void> {
  const pressed = { press, respond };
  const { locale } = await tools.people.find(press.person);
  const { card, queued, aside, form } = await tools.bot.onPress(toPress(press, locale));

  // The form first: its trigger is the only thing here that expires.
  if (form !== undefined) await openForm(pressed, form, tools);
  // The outbox knows cards by their ids; an ephemeral one has none that Slack would let it use.
  const isOurs = !queued || press.isEphemeral;
  const shown = await Promise.allSettled([
    card !== undefined && isOurs && redraw(pressed, card, tools),
    aside !== undefined && tell(pressed, aside, tools),
  ]);
  for (const part of shown) if (part.status === 'rejected') throw part.reason;
}

function toPress({ tenant, person, payload, place, messageTs, isEphemeral }: SlackPress, locale?: string): Press {
  return {
    platform: 'slack',
    tenant,
    conversation: place.channel,
    ...settingsChannel(place),
    place: writePlace(place),
    person,
    payload,
    ...(isEphemeral ? {} : { message: messageTs }),
    ...(locale === undefined ? {} : { platformLocale: locale }),
  };
}

/** Redraws by `chat.update`; where that cannot reach the message, through the press's `response_url`. */
async function redraw({ press, respond }: Pressed, card: Reply, { outbound, logger }: Tools): Promise<void> {
  if (press.isEphemeral && respond !== undefined) return outbound.replaceThrough(respond, card);
  try {
    await outbound.replace(press.place.channel, press.messageTs, card);
  } catch (error) {
    if (respond === undefined) throw error;
    logger.warn({ code: readFailure(error).code }, 'Slack does not let a card be updated; trying its response_url');
    await outbound.replaceThrough(respond, card);
  }
}

/** Through the `response_url`, which works wherever the button does; else by a call, which takes a member of the channel. */
async function tell({ press, respond }: Pressed, aside: Reply, { outbound, logger }: Tools): Promise<void> {
  const { place, person } = press;
  if (respond === undefined) return outbound.tell(place, person, aside);
  try {
    await outbound.tellThrough(respond, place, aside);
  } catch (error) {
    logger.warn({ code: readFailure(error).code }, 'Slack does not take a reply to a press; trying another way');
    await outbound.tell(place, person, aside);
  }
}

async function openForm(pressed: Pressed, form: Form, tools: Tools): Promise<void> {
  const { press } = pressed;
  try {
    await tools.outbound.openModal(press.triggerId, renderModal(form, writeOrigin(press)));
  } catch (error) {
    tools.logger.error({ code: readFailure(error).code }, 'Slack did not open a form; the person is told to try again');
    await tell(pressed, formNotOpened(form.locale), tools);
  }
}

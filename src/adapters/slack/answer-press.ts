/** A pressed button answered: the card redrawn, a word to the presser alone, or a form. */

import type { RespondFn } from '@slack/bolt';
import type { PressAnswer } from '../../bot';
import { renderModal } from '../../render/block-kit';
import type { Form } from '../../reply/form';
import type { Reply } from '../../reply/reply';
import { answerInView } from './answer-in-view';
import type { Tools } from './answer-post';
import { tellAside } from './aside';
import { readFailure } from './failure';
import { writeOrigin } from './form-origin';
import { parsePayload, type SlackPress, type Surface } from './press';
import { formNotOpened } from './sentences';
import { whoAt } from './who';

type MessageSurface = Extract<Surface, { kind: 'message' }>;

/** A press, and where Slack lets it be answered; `respond` is missing where Slack gave no `response_url`. */
interface Pressed {
  readonly press: SlackPress;
  readonly respond: RespondFn | undefined;
}

/**
 * Does what the bot says, where the button stands. Acknowledges once the bot has stored what follows: until then Slack tells the
 * person that the press may not have come through.
 */
export async function answerPress(
  press: SlackPress,
  { acknowledge, respond }: { readonly acknowledge: () => Promise<void>; readonly respond: RespondFn | undefined },
  tools: Tools,
): Promise<void> {
  const { place, person, value, surface } = press;
  const { locale } = await tools.people.find(person);
  const message = messageOf(surface);
  const who = whoAt(place, person, locale);
  const answer = await tools.bot.onPress({
    ...who,
    payload: parsePayload(value),
    ...(message === undefined ? {} : { message }),
  });
  await acknowledge();
  switch (surface.kind) {
    case 'message':
      return answerOnMessage({ press, respond }, surface, answer, tools);
    case 'preview':
      return answerOnPreview({ press, respond }, answer, tools);
    case 'home':
    case 'modal':
      return answerInView({ ...press, surface }, answer, tools);
  }
}

/** Ours, as far as the bot may redraw it by its id. */
function messageOf(surface: Surface): string | undefined {
  return surface.kind === 'message' && !surface.isEphemeral ? surface.ts : undefined;
}

/** Each part of the answer is tried whatever becomes of the others. */
async function answerOnMessage(
  pressed: Pressed,
  surface: MessageSurface,
  { card, queued, aside, form }: PressAnswer,
  tools: Tools,
): Promise<void> {
  // The form first: its trigger is the only thing here that expires.
  if (form !== undefined) await openForm(pressed, form, tools);
  // The outbox knows cards by their ids; an ephemeral one has none that Slack would let it use.
  const isOurs = !queued || surface.isEphemeral;
  const shown = await Promise.allSettled([
    card !== undefined && isOurs && redraw(pressed, surface, card, tools),
    aside !== undefined && tell(pressed, aside, tools),
  ]);
  for (const part of shown) if (part.status === 'rejected') throw part.reason;
}

/** What stands below somebody's link stays as it is for everybody else. */
async function answerOnPreview(pressed: Pressed, { card, aside, form }: PressAnswer, tools: Tools): Promise<void> {
  if (form !== undefined) await openForm(pressed, form, tools);
  const shown = aside ?? card;
  if (shown !== undefined) await tell(pressed, shown, tools);
}

/** Redraws by `chat.update`; where that cannot reach the message, through the press's `response_url`. */
async function redraw(
  { press, respond }: Pressed,
  { ts, isEphemeral }: MessageSurface,
  card: Reply,
  { outbound, logger }: Tools,
): Promise<void> {
  if (isEphemeral && respond !== undefined) return outbound.replaceThrough(respond, card);
  try {
    await outbound.replace(press.place.channel, ts, card);
  } catch (error) {
    if (respond === undefined) throw error;
    logger.warn({ code: readFailure(error).code }, 'Slack does not let a card be updated; trying its response_url');
    await outbound.replaceThrough(respond, card);
  }
}

async function tell({ press, respond }: Pressed, aside: Reply, tools: Tools): Promise<void> {
  await tellAside({ place: press.place, person: press.person, respond }, aside, tools);
}

async function openForm(pressed: Pressed, form: Form, tools: Tools): Promise<void> {
  const { place, surface, triggerId } = pressed.press;
  const messageTs = messageOf(surface);
  const origin = { place, ...(messageTs === undefined ? {} : { messageTs }) };
  try {
    await tools.outbound.openModal(triggerId, renderModal(form, writeOrigin(origin)));
  } catch (error) {
    tools.logger.error({ code: readFailure(error).code }, 'Slack did not open a form; the person is told to try again');
    await tell(pressed, formNotOpened(form.locale), tools);
  }
}

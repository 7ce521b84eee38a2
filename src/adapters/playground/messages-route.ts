/** Messages typed on the page, on their way to the bot. */

import type { Bot, Decision, Inbound, InboundFile } from '../../bot';
import type { Locale, Localized } from '../../i18n/locale';
import { jsonResponse, type Route } from '../../ops/http';
import type { FollowUp } from '../../reply/follow-up';
import type { Boards } from './boards';
import { personId } from './personas';
import { conversationId, formatPlace, LOCAL_TENANT, type Place, settingsChannel } from './place';
import { refuse } from './refusal';
import { type MessageRequest, MOST_MESSAGE_BYTES, parseMessage } from './requests';
import { SILENT } from './sentences';
import { toView } from './views';

/** The outbox is quick; where it is not, the page finds the answer by itself. */
const ANSWER_WITHIN_MS = 2_000;

/** `POST /playground/messages`: a post goes onto the board, and the answer below it; or why there is none. */
export function createMessagesRoute(bot: Bot, boards: Boards): Route {
  return {
    method: 'POST',
    path: '/playground/messages',
    maxBodyBytes: MOST_MESSAGE_BYTES,
    async handle({ rawBody }) {
      const parsed = parseMessage(rawBody);
      if ('refusal' in parsed) return refuse(parsed.refusal);
      const { request } = parsed;
      const { session, door, text, file } = request;
      const conversation = door === 'dm' ? (`chat-${request.as}` as const) : 'channel';
      const board = boards.open(session);
      const post = board.add(conversation, {
        author: request.as,
        post: { text, door, ...(file === undefined ? {} : { file: file.name }) },
      });
      let decision: Decision = { speak: true, to: 'thread' };
      const onDecision = (made: Decision) => {
        decision = made;
      };
      const inbound = { ...toInbound(request, { session, conversation, thread: post.id }, post.id), onDecision };
      if (request.locale !== undefined) await chooseLocale(bot, inbound, request.locale);
      const answer = await bot.onMessage(inbound);
      if (answer === undefined) {
        const reason = sentenceOf(decision);
        if (reason !== undefined) board.change(post.id, { silence: reason });
        return jsonResponse(200, { answered: false, ...(reason && { reason }) });
      }
      const view = toView(answer.reply);
      const message = answer.queued
        ? await board.answerTo(post.id, ANSWER_WITHIN_MS)
        : board.add(conversation, { author: 'hexfix', under: post.id, view });
      return jsonResponse(200, { answered: true, message: message?.id, ...view });
    },
  };
}

/** Why nothing is said; `undefined` where it is said elsewhere, or was said already. */
function sentenceOf(decision: Decision): Localized | undefined {
  return decision.speak ? undefined : SILENT[decision.reason];
}

/** Every message is a post of its own: pasting the same text again is a new question. */
function toInbound(request: MessageRequest, place: Place, message: string): Inbound {
  const { text, door, person, as, platformLocale, file } = request;
  return {
    platform: 'playground',
    door,
    tenant: LOCAL_TENANT,
    conversation: conversationId(place),
    ...settingsChannel(place),
    place: formatPlace(place),
    message,
    person: personId(person, as),
    text,
    ...(file === undefined ? {} : { files: [toFile(file)] }),
    ...(platformLocale === undefined ? {} : { platformLocale }),
  };
}

function toFile({ name, base64 }: NonNullable<MessageRequest['file']>): InboundFile {
  return {
    name,
    async read(maxBytes) {
      const bytes = Buffer.from(base64, 'base64');
      return bytes.length > maxBytes ? { refusal: 'too-large' } : { bytes };
    },
  };
}

/** A choice on the page is made the way it is made on every platform, by the press of a language button. */
async function chooseLocale(bot: Bot, { conversation, place, person }: Inbound, locale: Locale): Promise<void> {
  const payload: FollowUp = { v: 1, move: 'help', locale, codes: [], choice: 'locale' };
  await bot.onPress({ platform: 'playground', tenant: LOCAL_TENANT, conversation, place, person, payload });
}

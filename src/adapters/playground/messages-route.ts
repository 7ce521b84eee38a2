/** Messages typed on the page, on their way to the bot. */

import { randomUUID } from 'node:crypto';
import type { Bot, Inbound } from '../../bot';
import type { Locale } from '../../i18n/locale';
import { jsonResponse, type Route } from '../../ops/http';
import type { FollowUp } from '../../reply/follow-up';
import { refuse } from './refusal';
import { type MessageRequest, parseMessage } from './requests';
import { SILENT } from './sentences';
import { showReply } from './views';

/** What stands for the organization on this page. */
export const LOCAL_TENANT = 'local';

/** `POST /playground/messages`: a message in, the answer on both platforms out, or why there is none. */
export function createMessagesRoute(bot: Bot): Route {
  return {
    method: 'POST',
    path: '/playground/messages',
    async handle({ rawBody }) {
      const parsed = parseMessage(rawBody);
      if ('refusal' in parsed) return refuse(parsed.refusal);
      const { request } = parsed;
      if (request.locale !== undefined) await chooseLocale(bot, request.person, request.locale);
      const inbound = toInbound(request);
      const answer = await bot.onMessage(inbound);
      if (answer === undefined) return jsonResponse(200, { answered: false, reason: SILENT });
      await bot.confirmSent(inbound, inbound.message);
      return showReply(answer.reply);
    },
  };
}

/** Every message is a post of its own: pasting the same text again is a new question. */
function toInbound({ text, door, person, platformLocale }: MessageRequest): Inbound {
  return {
    platform: 'playground',
    door,
    tenant: LOCAL_TENANT,
    conversation: person,
    message: randomUUID(),
    person,
    text,
    ...(platformLocale === undefined ? {} : { platformLocale }),
  };
}

/** A choice on the page is made the way it is made on every platform, by the press of a language button. */
async function chooseLocale(bot: Bot, person: string, locale: Locale): Promise<void> {
  const payload: FollowUp = { v: 1, move: 'help', locale, codes: [], choice: 'locale' };
  await bot.onPress({ platform: 'playground', tenant: LOCAL_TENANT, person, payload });
}

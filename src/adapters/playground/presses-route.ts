/** Presses on the buttons of either view, on their way to the bot. */

import type { Bot } from '../../bot';
import type { Route } from '../../ops/http';
import { LOCAL_TENANT } from './messages-route';
import { refuse } from './refusal';
import { parsePress } from './requests';
import { showReply } from './views';

/** `POST /playground/presses`: a button's payload in, the answer that replaces the card out. */
export function createPressesRoute(bot: Bot): Route {
  return {
    method: 'POST',
    path: '/playground/presses',
    async handle({ rawBody }) {
      const parsed = parsePress(rawBody);
      if ('refusal' in parsed) return refuse(parsed.refusal);
      const { payload, person, platformLocale } = parsed.request;
      const reply = await bot.onPress({
        platform: 'playground',
        tenant: LOCAL_TENANT,
        person,
        payload,
        ...(platformLocale === undefined ? {} : { platformLocale }),
      });
      return showReply(reply);
    },
  };
}

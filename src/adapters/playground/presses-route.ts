/** Presses on the buttons of either view, on their way to the bot. */

import type { Bot } from '../../bot';
import type { Locale } from '../../i18n/locale';
import { jsonResponse, type Route } from '../../ops/http';
import { parseFollowUp } from '../../reply/follow-up';
import type { Boards } from './boards';
import { drawAnswer, locate } from './card-acts';
import { renderForm } from './form-view';
import { refuse } from './refusal';
import { parsePress } from './requests';

/** `POST /playground/presses`: a button's payload in; the card is redrawn on the board, the rest comes back. */
export function createPressesRoute(bot: Bot, boards: Boards): Route {
  return {
    method: 'POST',
    path: '/playground/presses',
    async handle({ rawBody }) {
      const parsed = parsePress(rawBody);
      if ('refusal' in parsed) return refuse(parsed.refusal);
      const { request } = parsed;
      const board = boards.open(request.session);
      const located = locate(board, request);
      if ('refusal' in located) return refuse(located.refusal);
      const { payload, aside } = request;
      // What stands in an aside is on no board: the page itself puts the next view in its place.
      const message = aside ? undefined : request.message;
      const { form, ...answer } = await bot.onPress({ ...located.origin, payload, ...(message && { message }) });
      const drawn = { ...drawAnswer(board, message, answer), ...chosenLanguage(payload) };
      return jsonResponse(200, form === undefined ? drawn : { ...drawn, form: renderForm(form, request.person) });
    },
  };
}

/** The page speaks the language that a person chooses by button. */
function chosenLanguage(payload: unknown): { readonly language?: Locale } {
  const followUp = parseFollowUp(payload);
  return followUp?.choice === 'locale' ? { language: followUp.locale } : {};
}

/** Forms filled in on the page, on their way to the bot. */

import type { Bot } from '../../bot';
import { jsonResponse, type Route } from '../../ops/http';
import type { Boards } from './boards';
import { drawAnswer, locate } from './card-acts';
import { refuse } from './refusal';
import { parseSubmission } from './requests';

/** `POST /playground/submissions`: what was filled in; errors by field come back, or what a press would give. */
export function createSubmissionsRoute(bot: Bot, boards: Boards): Route {
  return {
    method: 'POST',
    path: '/playground/submissions',
    async handle({ rawBody }) {
      const parsed = parseSubmission(rawBody);
      if ('refusal' in parsed) return refuse(parsed.refusal);
      const { request } = parsed;
      const board = boards.open(request.session);
      const located = locate(board, request);
      if ('refusal' in located) return refuse(located.refusal);
      const { token, values, message } = request;
      const { errors, ...answer } = await bot.onSubmit({ ...located.origin, token, values });
      return jsonResponse(200, errors === undefined ? drawAnswer(board, message, answer) : { errors });
    },
  };
}

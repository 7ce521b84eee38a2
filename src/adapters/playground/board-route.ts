/** The board as the page asks for it, again and again. */

import { jsonResponse, type Route } from '../../ops/http';
import { NOTHING_SAID } from './board';
import type { Boards } from './boards';
import { refuse } from './refusal';
import { parseSession } from './requests';

/** `GET /playground/board?session=…&since=…`: all conversations as they stand, or 204 when `since` is how they stand. */
export function createBoardRoute(boards: Boards): Route {
  return {
    method: 'GET',
    path: '/playground/board',
    async handle({ query }) {
      const session = parseSession(query.get('session'));
      if (session === undefined) return refuse('malformed');
      // Looking makes no board: other sites can make a browser ask, and must not push anybody's board out.
      const state = boards.find(session)?.read() ?? NOTHING_SAID;
      return state.revision === query.get('since') ? { status: 204 } : jsonResponse(200, state);
    },
  };
}

/** How many requests may be under way at a time: whoever comes beyond that is told at once, instead of waiting in vain. */

import type { RawResponse, Route } from '../ops/http';

const TOO_BUSY: RawResponse = { status: 503, headers: { 'retry-after': '1' } };

/**
 * The same routes, which together handle `most` POST requests at a time. A request counts once its body is here: slow senders
 * are the business of timeouts. GET requests are answered always, so that a busy server is not taken for a dead one.
 */
export function limitInFlight(routes: readonly Route[], most: number, onTooBusy: () => void): readonly Route[] {
  let underWay = 0;

  function limited(route: Route): Route {
    return {
      ...route,
      async handle(request) {
        if (underWay >= most) {
          onTooBusy();
          return TOO_BUSY;
        }
        underWay += 1;
        try {
          return await route.handle(request);
        } finally {
          underWay -= 1;
        }
      },
    };
  }

  return routes.map((route) => (route.method === 'POST' ? limited(route) : route));
}

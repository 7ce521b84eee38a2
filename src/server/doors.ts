/** Which route a request is for. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type * as Restify from 'restify';
import type { Route } from '../ops/http';
import { parseTarget } from './raw-request';

/** Answers a request to a route. */
type Answer = (route: Route, request: IncomingMessage, response: ServerResponse) => void;
/** Answers a request that is for no route, with the status alone. */
type Refuse = (status: number, response: ServerResponse) => void;

/**
 * Gives each request to its route. Nearly all are for a path that has nothing variable in it and is written as we write it: these
 * need no framework. All others are restify's to tell apart, which is loaded with the first of them.
 */
export function createDoors(
  routes: readonly Route[],
  answer: Answer,
  refuse: Refuse,
): (request: IncomingMessage, response: ServerResponse) => void {
  const doors = new Map(routes.filter(isPlain).map((route) => [`${route.method} ${route.path}`, route]));
  let router: ReturnType<typeof createRouter> | undefined;

  return (request, response) => {
    const { method = '', url = '' } = request;
    const route = doors.get(`${method} ${withoutQuery(url)}`);
    if (route !== undefined) return answer(route, request, response);
    // The router throws on a target that is no path, and a throw there would end the process.
    if (parseTarget(url) === undefined) {
      response.setHeader('connection', 'close');
      return refuse(400, response);
    }
    router ??= createRouter(routes, answer, refuse);
    return router(request, response);
  };
}

function isPlain({ path }: Route): boolean {
  return !/[:*]/.test(path);
}

function withoutQuery(target: string): string {
  const end = target.indexOf('?');
  return end === -1 ? target : target.slice(0, end);
}

/** Restify without a socket of its own. */
function createRouter(routes: readonly Route[], answer: Answer, refuse: Refuse) {
  const restify: typeof Restify = require('restify');
  const app = restify.createServer({ name: '', strictFormatters: false });
  // The framework's own error bodies repeat what was asked for. It is not told to go on: it would send one of them.
  app.on('restifyError', (_request: Restify.Request, response: Restify.Response, error: unknown) => {
    refuse(statusOf(error), response);
  });
  for (const route of routes) {
    const register = route.method === 'GET' ? app.get.bind(app) : app.post.bind(app);
    register(route.path, async (request: Restify.Request, response: Restify.Response): Promise<void> => {
      answer(route, request, response);
    });
  }
  return (request: IncomingMessage, response: ServerResponse) => {
    app.server.emit('request', request, response);
  };
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}

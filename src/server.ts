/**
 * The HTTP server: routes in, listening socket out. It knows restify, limits and timeouts, and nothing about what its
 * routes do.
 */

import type { AddressInfo } from 'node:net';
import * as restify from 'restify';
import { errorFields } from './ops/error-fields';
import { jsonResponse, type RawRequest, type RawResponse, type Route } from './ops/http';
import type { Logger } from './ops/logger';
import { listenFault } from './server/listen-fault';
import { readBody } from './server/read-body';

/** What one request may cost. */
export interface ServerLimits {
  /** Platforms' events are far smaller. */
  readonly bodyBytes: number;
  /** For the whole header block. */
  readonly headersTimeoutMs: number;
  /** For header and body together. */
  readonly requestTimeoutMs: number;
  /** How long `close` waits for answers under way. */
  readonly closeTimeoutMs: number;
  readonly connections: number;
}

const DEFAULT_LIMITS: ServerLimits = {
  bodyBytes: 256 * 1024,
  headersTimeoutMs: 5_000,
  requestTimeoutMs: 8_000,
  closeTimeoutMs: 10_000,
  connections: 2_000,
};

/** Where the server listens. */
export interface BoundAddress {
  readonly host: string;
  readonly port: number;
  readonly url: string;
}

export interface Server {
  /** Port 0 takes a free one. Rejects with what, why and what to do when the address cannot be had. */
  listen(host: string, port: number): Promise<BoundAddress>;
  /** Takes no more connections, lets answers under way finish, then cuts what is left. */
  close(): Promise<void>;
}

/** Makes a server for the routes, with `GET /healthz` beside them. */
export function createServer(options: {
  readonly logger: Logger;
  readonly routes: readonly Route[];
  readonly limits?: Partial<ServerLimits>;
}): Server {
  const { logger } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const app = restify.createServer({ name: '', strictFormatters: false });
  const { server: http } = app;
  let closing = false;

  Object.assign(http, {
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    // Node looks for overdue requests this often; its default of 30 s would let each of them stay that much longer.
    connectionsCheckingInterval: Math.min(1_000, limits.headersTimeoutMs),
    maxConnections: limits.connections,
  });

  // Before the router: it throws on a target that is no path, and a throw there would end the process.
  app.pre((request: restify.Request, response: restify.Response, next: restify.Next) => {
    if (parseTarget(request.url) !== undefined) return next();
    send(response, { status: 400, headers: { connection: 'close' } });
    next(false);
  });
  // The framework's own error bodies repeat what was asked for.
  app.on('restifyError', (_request: restify.Request, response: restify.Response, error: unknown, done: () => void) => {
    send(response, { status: statusOf(error) });
    done();
  });

  app.on('error', (error: unknown) => {
    if (http.listening) logger.error(errorFields(error), 'The listening socket met an error; the server goes on.');
  });

  for (const route of [healthRoute, ...options.routes]) {
    const register = route.method === 'GET' ? app.get.bind(app) : app.post.bind(app);
    register(route.path, async (request: restify.Request, response: restify.Response): Promise<void> => {
      const answer = await answerRequest(route, request, route.maxBodyBytes ?? limits.bodyBytes, logger);
      send(response, closing ? { ...answer, headers: { ...answer.headers, connection: 'close' } } : answer);
    });
  }

  return {
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        app.once('error', (error: NodeJS.ErrnoException) => reject(listenFault(error, host, port)));
        app.listen(port, host, () => resolve(boundAddress(app.address())));
      }),

    close: () =>
      new Promise((resolve) => {
        closing = true;
        if (!http.listening) return resolve();
        const cut = setTimeout(() => http.closeAllConnections(), limits.closeTimeoutMs);
        app.close(() => {
          clearTimeout(cut);
          resolve();
        });
      }),
  };
}

const NO_BODY = Buffer.alloc(0);

const healthRoute: Route = {
  method: 'GET',
  path: '/healthz',
  handle: async () => jsonResponse(200, { status: 'ok' }),
};

async function answerRequest(
  route: Route,
  request: restify.Request,
  maxBytes: number,
  logger: Logger,
): Promise<RawResponse> {
  try {
    const outcome = await readBody(request, maxBytes);
    if ('refusal' in outcome) {
      return route.refuse?.(outcome.refusal, toRawRequest(request, NO_BODY)) ?? { status: outcome.refusal };
    }
    return await route.handle(toRawRequest(request, outcome.body));
  } catch (error) {
    logger.error({ route: route.path, ...errorFields(error) }, 'A route failed; its caller got a 500.');
    return { status: 500 };
  }
}

function toRawRequest(request: restify.Request, rawBody: Buffer): RawRequest {
  const target = parseTarget(request.url);
  return {
    headers: onlyHeaders(request.headersDistinct),
    rawBody,
    path: target?.pathname ?? '',
    query: target?.searchParams ?? new URLSearchParams(),
    remoteAddress: request.socket.remoteAddress ?? '',
  };
}

/** The headers that came exactly once. */
function onlyHeaders(distinct: NodeJS.Dict<string[]>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, [value, ...others] = []] of Object.entries(distinct)) {
    if (value !== undefined && others.length === 0) headers[name] = value;
  }
  return headers;
}

/** The request target as a URL when it is a path; not for `*`, `host:port` and whole URLs, which are for proxies. */
function parseTarget(target: string | undefined): URL | undefined {
  if (target === undefined || !target.startsWith('/') || target.startsWith('//')) return undefined;
  return URL.parse(target, 'http://localhost') ?? undefined;
}

function send(response: restify.Response, { status, headers = {}, body = '' }: RawResponse): void {
  if (response.headersSent || response.destroyed) return;
  response.sendRaw(status, body, { 'content-length': String(Buffer.byteLength(body)), ...headers });
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}

function boundAddress({ address, port, family }: AddressInfo): BoundAddress {
  return { host: address, port, url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}` };
}

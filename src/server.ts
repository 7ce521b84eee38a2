/**
 * The HTTP server: routes in, listening socket out. It knows limits and timeouts, and nothing about what its routes do.
 */

import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorFields } from './ops/error-fields';
import { jsonResponse, type RawResponse, type Route } from './ops/http';
import type { Logger } from './ops/logger';
import { type Metrics, NO_METRICS } from './ops/metrics';
import { createDoors } from './server/doors';
import { limitInFlight } from './server/in-flight';
import { type AddressVariables, listenFault } from './server/listen-fault';
import { toRawRequest } from './server/raw-request';
import { readBody } from './server/read-body';

/** What one request may cost. */
export interface ServerLimits {
  /** Platforms' events are far smaller. */
  readonly bodyBytes: number;
  /** For the whole header block. */
  readonly headersTimeoutMs: number;
  /** For header and body together. */
  readonly requestTimeoutMs: number;
  /** How long a connection may rest between requests. */
  readonly keepAliveMs: number;
  /** How long `close` waits for answers under way. */
  readonly closeTimeoutMs: number;
  readonly connections: number;
  /** POST requests handled at a time. */
  readonly inFlight: number;
}

const DEFAULT_LIMITS: ServerLimits = {
  bodyBytes: 256 * 1024,
  headersTimeoutMs: 5_000,
  requestTimeoutMs: 8_000,
  // Balancers keep theirs for sixty seconds: one that we close first may just be given a request.
  keepAliveMs: 65_000,
  closeTimeoutMs: 10_000,
  connections: 2_000,
  inFlight: 1_000,
};

/** While the server closes, it looks for connections that have become idle this often. */
const SWEEP_MS = 100;
/**
 * Connections that wait to be taken while the process does something else; the system may set less. Beyond it, a connection is
 * passed over in silence, and whoever opens it tries again after one second and after three: Slack's whole patience. Node's own
 * 511 are opened within half a second of a burst.
 */
const MOST_WAITING = 4_096;

/** Where the server listens. */
export interface BoundAddress {
  readonly host: string;
  readonly port: number;
  readonly url: string;
}

export interface Server {
  /** Port 0 takes a free one. Rejects with what, why and what to do when the address cannot be had. */
  listen(host: string, port: number): Promise<BoundAddress>;
  /** From now on every answer ends its connection, so that the next request goes elsewhere. Goes on answering. */
  drain(): void;
  /** Takes no more connections, lets answers under way finish, then cuts what is left. */
  close(): Promise<void>;
}

/** Makes a server for the routes, with `GET /healthz` beside them. */
export function createServer(options: {
  readonly logger: Logger;
  readonly routes: readonly Route[];
  readonly limits?: Partial<ServerLimits>;
  readonly metrics?: Metrics;
  /** The settings that say where to listen, for whoever has to mend them. */
  readonly variables?: AddressVariables;
}): Server {
  const { logger, metrics = NO_METRICS, variables } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const http = createHttpServer({
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveMs,
    // Node looks for overdue requests this often; its default of 30 s would let each of them stay that much longer.
    connectionsCheckingInterval: Math.min(1_000, limits.headersTimeoutMs),
  });
  http.maxConnections = limits.connections;
  let isDraining = false;

  const noteTooBusy = () => metrics.count('hexfix_refusals_total', { platform: 'other', reason: 'too-busy' });
  const routes = [healthRoute, ...limitInFlight(options.routes, limits.inFlight, noteTooBusy)];
  const answerAt = (route: Route, request: IncomingMessage, response: ServerResponse) => {
    // It never rejects.
    void answer(route, request, response);
  };
  http.on(
    'request',
    createDoors(routes, answerAt, (status, response) => finish(response, { status })),
  );
  http.on('error', (error: unknown) => {
    if (http.listening) logger.error(errorFields(error), 'The listening socket met an error; the server goes on.');
  });

  async function answer(route: Route, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAtMs = performance.now();
    finish(response, await answerRequest(route, request, route.maxBodyBytes ?? limits.bodyBytes, logger), route.path);
    if (route.method !== 'POST') return;
    const seconds = (performance.now() - startedAtMs) / 1_000;
    metrics.observe('hexfix_acknowledgement_seconds', { route: route.path }, seconds);
  }

  function finish(response: ServerResponse, answer: RawResponse, route = 'other'): void {
    if (isDraining) response.setHeader('connection', 'close');
    send(response, answer);
    metrics.count('hexfix_requests_total', { route, status: classOf(answer.status) });
  }

  return {
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        http.once('error', (error: NodeJS.ErrnoException) => reject(listenFault(error, host, port, variables)));
        http.listen({ host, port, backlog: MOST_WAITING }, () => resolve(boundAddress(http.address())));
      }),

    drain() {
      isDraining = true;
    },

    close: () =>
      new Promise((resolve) => {
        isDraining = true;
        if (!http.listening) return resolve();
        const cut = setTimeout(() => http.closeAllConnections(), limits.closeTimeoutMs);
        // Node closes those that are idle now; one whose answer was faster than its body is idle a little later.
        const sweep = setInterval(() => http.closeIdleConnections(), SWEEP_MS);
        http.close(() => {
          clearTimeout(cut);
          clearInterval(sweep);
          resolve();
        });
      }),
  };
}

const healthRoute: Route = {
  method: 'GET',
  path: '/healthz',
  handle: async () => jsonResponse(200, { status: 'ok' }),
};

async function answerRequest(
  route: Route,
  request: IncomingMessage,
  maxBytes: number,
  logger: Logger,
): Promise<RawResponse> {
  try {
    const outcome = await readBody(request, maxBytes);
    if ('refusal' in outcome) {
      return route.refuse?.(outcome.refusal, toRawRequest(request)) ?? { status: outcome.refusal };
    }
    return await route.handle(toRawRequest(request, outcome.body));
  } catch (error) {
    logger.error({ route: route.path, ...errorFields(error) }, 'A route failed; its caller got a 500.');
    return { status: 500 };
  }
}

function send(response: ServerResponse, { status, headers = {}, body = '' }: RawResponse): void {
  if (response.headersSent || response.destroyed) return;
  // Not chained: restify, once loaded, replaces `writeHead` by one that returns nothing.
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
  response.end(body);
}

function classOf(status: number): '2xx' | '3xx' | '4xx' | '5xx' {
  if (status < 300) return '2xx';
  if (status < 400) return '3xx';
  return status < 500 ? '4xx' : '5xx';
}

/** The server listens on a port, never on a pipe. */
function boundAddress(bound: AddressInfo | string | null): BoundAddress {
  if (bound === null || typeof bound === 'string') throw new TypeError('a server on a port has an address');
  const { address, port, family } = bound;
  return { host: address, port, url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}` };
}

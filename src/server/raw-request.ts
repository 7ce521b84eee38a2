/** A request of Node's as the value that routes get. */

import type { IncomingMessage } from 'node:http';
import type { RawRequest } from '../ops/http';

const NO_BODY = Buffer.alloc(0);

/** The request with the body that was read of it; without one where none could be read. */
export function toRawRequest(request: IncomingMessage, rawBody: Buffer = NO_BODY): RawRequest {
  const target = parseTarget(request.url);
  return {
    headers: onlyHeaders(request.headersDistinct),
    rawBody,
    path: target?.pathname ?? '',
    query: target?.searchParams ?? new URLSearchParams(),
    remoteAddress: request.socket.remoteAddress ?? '',
  };
}

/** The request target as a URL when it is a path; not for `*`, `host:port` and whole URLs, which are for proxies. */
export function parseTarget(target: string | undefined): URL | undefined {
  if (target === undefined || !target.startsWith('/') || target.startsWith('//')) return undefined;
  return URL.parse(target, 'http://localhost') ?? undefined;
}

/** The headers that came exactly once. */
function onlyHeaders(distinct: NodeJS.Dict<string[]>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, [value, ...others] = []] of Object.entries(distinct)) {
    if (value !== undefined && others.length === 0) headers[name] = value;
  }
  return headers;
}

/** A request of Node's as the value that routes get. */

import type { IncomingMessage } from 'node:http';
import type { RawRequest } from '../ops/http';

const NO_BODY = Buffer.alloc(0);

/** The request with the body that was read of it; without one where none could be read. */
export function toRawRequest(request: IncomingMessage, rawBody: Buffer = NO_BODY): RawRequest {
  const target = parseTarget(request.url);
  return {
    headers: onlyHeaders(request.rawHeaders),
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

/** The headers that came exactly once; names and values come in turn. */
function onlyHeaders(raw: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  const repeated: string[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] ?? '').toLowerCase();
    if (Object.hasOwn(headers, name)) repeated.push(name);
    headers[name] = raw[index + 1] ?? '';
  }
  for (const name of repeated) delete headers[name];
  return headers;
}

/**
 * The guard at every door of the local page. The page asks for no password, so a request must come from this machine,
 * name this machine, and, where it does something, come from the page itself.
 */

import { isFromThisMachine, isJson, namesThisMachine, type RawRequest, type Route } from '../../ops/http';
import { refuse } from './refusal';
import type { RefusalReason } from './sentences';

/** Scripts and styles come from here alone, and no other page may frame this one. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** The route behind the guard: strangers are turned away, every response carries the security headers. */
export function guard(route: Route): Route {
  return {
    ...route,
    async handle(request) {
      const reason = findRefusal(route.method, request);
      const response = reason === undefined ? await route.handle(request) : refuse(reason);
      return { ...response, headers: { 'cache-control': 'no-store', ...response.headers, ...SECURITY_HEADERS } };
    },
  };
}

function findRefusal(method: Route['method'], request: RawRequest): RefusalReason | undefined {
  const { host = '', origin } = request.headers;
  if (!isFromThisMachine(request) || !namesThisMachine(request)) return 'stranger';
  if (method === 'GET') return undefined;
  if (origin !== undefined && origin !== `http://${host}`) return 'foreignPage';
  return isJson(request) ? undefined : 'notJson';
}

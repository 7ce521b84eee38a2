/** The HTTP API as routes: each question goes to its lookup, each answer leaves as JSON. Nothing of a text is logged. */

import type { Locale } from '../../i18n/locale';
import { negotiateLocale } from '../../i18n/negotiate';
import { jsonResponse, type RawRequest, type RawResponse, type Route } from '../../ops/http';
import { API_ROOT, ENDPOINTS } from '../endpoints';
import type { Caller, Lookups } from '../lookups';
import { describeApi } from '../openapi';
import { isRefusal } from '../refusal';
import { finishGet } from './caching';
import { readCaller } from './caller';
import { createGuard, type GuardSettings } from './guard';
import { type HttpRefusal, refuse, refuseQuestion } from './problems';
import { createQuestions, type Outcome } from './questions';

export interface ApiOptions extends GuardSettings {
  readonly lookups: Lookups;
  readonly defaultLocale: Locale;
}

type Handle = (request: RawRequest, caller: Caller) => RawResponse;

const COMMON_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  vary: 'accept-language, authorization',
};
const DOCUMENT_PATH = '/openapi.json';
/** The statuses with which the server refuses a body before a route sees it. */
const UNREADABLE: Readonly<Record<number, HttpRefusal>> = { 400: 'broken-off', 413: 'too-large', 415: 'compressed' };

/** The routes of the API, and behind them one for every other address below its root. */
export function createApiRoutes(options: ApiOptions): readonly Route[] {
  const { defaultLocale, lookups, tokens } = options;
  const guard = createGuard(options);
  const questions = createQuestions(lookups);
  const document = describeApi({ hasTokens: tokens.length > 0 });

  return [
    ...ENDPOINTS.map(({ id, method, path, isPublic }) =>
      route(method, toRoutePath(path), (request, caller) => {
        const response = respond(questions[id](request, caller), caller);
        return method === 'GET' ? finishGet(response, request, isPublic) : response;
      }),
    ),
    route('GET', DOCUMENT_PATH, (request) => finishGet(jsonResponse(200, document), request, true)),
    route('GET', '/*', refuseAddress('GET')),
    route('POST', '/*', refuseAddress('POST')),
  ];

  function route(method: Route['method'], path: string, handle: Handle): Route {
    return {
      method,
      path: API_ROOT + path,
      handle: async (request) => withCommonHeaders(answer(request, handle)),
      refuse: (status, request) => withCommonHeaders(refuse(UNREADABLE[status] ?? 'broken-off', localeOf(request))),
    };
  }

  function answer(request: RawRequest, handle: Handle): RawResponse {
    const rejection = guard(request);
    if (rejection !== undefined) return refuse(rejection.reason, localeOf(request), rejection.headers);
    const caller = readCaller(request, defaultLocale);
    return caller === undefined ? refuse('bad-language', localeOf(request)) : handle(request, caller);
  }

  /** For a refusal: a language that is none of ours does not keep from saying what is wrong. */
  function localeOf(request: RawRequest): Locale {
    const caller = readCaller(request, defaultLocale) ?? readCaller({ ...request, query: NO_QUERY }, defaultLocale);
    return negotiateLocale(caller ?? {});
  }
}

const NO_QUERY = new URLSearchParams();

function respond(outcome: Outcome, caller: Caller): RawResponse {
  if (typeof outcome === 'string') return refuse(outcome, negotiateLocale(caller));
  return isRefusal(outcome) ? refuseQuestion(outcome, negotiateLocale(caller)) : jsonResponse(200, outcome.value);
}

/** An address that is none, or one that takes the other method. */
function refuseAddress(method: Route['method']): Handle {
  const others = [...ENDPOINTS, { method: 'GET', path: DOCUMENT_PATH }].filter((each) => each.method !== method);
  return ({ path }, caller) => {
    const locale = negotiateLocale(caller);
    const taken = others.find((endpoint) => toPattern(endpoint.path).test(path));
    return taken === undefined
      ? refuse('no-endpoint', locale)
      : refuse('wrong-method', locale, { allow: taken.method });
  };
}

function toRoutePath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function toPattern(path: string): RegExp {
  return new RegExp(`^${API_ROOT}${path.replace('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
}

function withCommonHeaders(response: RawResponse): RawResponse {
  return { ...response, headers: { ...COMMON_HEADERS, ...response.headers } };
}

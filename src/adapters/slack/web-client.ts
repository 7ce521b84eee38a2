/**
 * Slack's own Web API client with a shorter way out. The client writes each body and answer for a log that nobody reads, and
 * has a queue and repetitions of which we use neither, as the outbox has its own: that took twice as long as the call itself.
 * Its methods, and the errors that it rejects with, stay as they are.
 */

import type { webApi } from '@slack/bolt';
import { type CallAnswer, callOut } from '../../ops/call-out';
import { onceForLasting } from '../../reply/lasting';

type WebApi = typeof webApi;
type Options = Readonly<Record<string, unknown>>;

/** What a bare call gives beside the fields of its method. */
interface Result extends Record<string, unknown> {
  ok: boolean;
  error: string;
  response_metadata: Record<string, unknown>;
}

/** Makes the maker of clients; `options` are the SDK's, of which the shorter way heeds the address and the timeout. */
export function createClientMaker(
  sdk: WebApi,
  options: webApi.WebClientOptions & { readonly timeout: number },
): (token?: string) => webApi.WebClient {
  class ShortClient extends sdk.WebClient {
    override async apiCall(method: string, parameters: Options = {}): Promise<webApi.WebAPICallResult> {
      const answer = await this.#post(`${this.slackApiUrl}${method}`, parameters);
      const result = readResult(answer.header('x-oauth-scopes'), await answer.text());
      if (!result.ok) throw new sdk.WebAPIPlatformError(result);
      return result;
    }

    async #post(url: string, { token = this.token, ...parameters }: Options): Promise<CallAnswer> {
      const answer = await callOut(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...(typeof token === 'string' && { authorization: `Bearer ${token}` }),
        },
        body: writeForm(parameters),
        timeoutMs: options.timeout,
      }).catch((error: Error) => {
        throw new sdk.WebAPIRequestError(error);
      });
      if (answer.status === 429) throw limited(sdk, answer.header('retry-after'));
      if (answer.status === 200) return answer;
      const headers = Object.fromEntries(answer.headers.entries());
      throw new sdk.WebAPIHTTPError(answer.status, answer.statusText, headers, await answer.text());
    }
  }

  return (token) => new ShortClient(token, options);
}

/** Lists and objects go as JSON. */
function writeForm(parameters: Options): string {
  let form = '';
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value === null) continue;
    // Strung together, not joined: that would copy the whole message once more.
    form += `${form === '' ? '' : '&'}${encodeURIComponent(name)}=${writeValue(value)}`;
  }
  return form;
}

function writeValue(value: unknown): string {
  if (typeof value !== 'object' || value === null) return encodeURIComponent(String(value).toWellFormed());
  if (!isListOfObjects(value)) return writeObject(value);
  return LIST.begin + value.map(writeObject).join(LIST.comma) + LIST.end;
}

/** Such as blocks, of which most are the same from one answer to the next. */
function isListOfObjects(value: object): value is object[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'object' && part !== null);
}

const writeObject = onceForLasting((value: object) => encodeURIComponent(JSON.stringify(value)));
/** The signs around and between the parts of a list in JSON, as a form has them. */
const LIST = { begin: '%5B', comma: '%2C', end: '%5D' };

/** With what the SDK adds to it; what cannot be read is the error, as with the SDK. */
function readResult(scopes: string | undefined, text: string): Result {
  const result = parseResult(text);
  result.response_metadata = {
    ...result.response_metadata,
    ...(scopes === undefined ? {} : { scopes: scopes.trim().split(/\s*,\s*/) }),
  };
  return result;
}

function parseResult(text: string): Result {
  try {
    return JSON.parse(text);
  } catch {
    return { ok: false, error: text, response_metadata: {} };
  }
}

function limited(sdk: WebApi, retryAfter = ''): Error {
  const seconds = Number.parseInt(retryAfter, 10);
  // In the SDK's words, by which a limit without a time is known.
  if (Number.isNaN(seconds)) return new Error('Retry header did not contain a valid timeout');
  return new sdk.WebAPIRateLimitedError(seconds);
}

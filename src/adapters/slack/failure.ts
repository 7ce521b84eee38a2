/**
 * What a failed Web API call means for the message that it carried. Slack has no idempotent send, so a call whose
 * answer was lost must not be repeated.
 */

import { z } from 'zod';
import { SendFailure, type SendOutcome } from '../../outbox/messenger';

/** `code` is Slack's or the network's own short word, safe to log. */
export interface Failure {
  readonly outcome: SendOutcome;
  readonly code: string;
  /** How long Slack asks us to wait. */
  readonly retryAfterMs?: number;
}

/** Slack's words that our pace, or the way to it, was at fault, and not the message, of which it has taken nothing. */
const NOT_TAKEN = new Set(['message_limit_exceeded', 'rate_limited', 'ratelimited', 'request_timeout']);

/** Words for a fault on Slack's side, where it says that a part of what was asked may have been done all the same. */
const HALF_DONE = new Set(['fatal_error', 'internal_error', 'service_unavailable']);

/** Network errors that come before the first byte of a request has left. */
const NEVER_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|\w*CERT\w*)$/;

const platformErrorSchema = z.object({
  code: z.literal('slack_webapi_platform_error'),
  data: z.object({ error: z.string() }),
});
const rateLimitedSchema = z.object({ code: z.literal('slack_webapi_rate_limited_error'), retryAfter: z.number() });
const httpErrorSchema = z.object({ code: z.literal('slack_webapi_http_error'), statusCode: z.number() });
const requestErrorSchema = z.object({
  code: z.literal('slack_webapi_request_error'),
  original: z.object({ name: z.string(), cause: z.object({ code: z.string() }).optional() }),
});

/** Reads an error of `@slack/web-api`. */
export function readFailure(error: unknown): Failure {
  const rateLimited = rateLimitedSchema.safeParse(error);
  if (rateLimited.success) {
    return { outcome: 'not-sent', code: 'ratelimited', retryAfterMs: rateLimited.data.retryAfter * 1000 };
  }
  if (isLimitWithoutPause(error)) return { outcome: 'not-sent', code: 'ratelimited' };
  const platform = platformErrorSchema.safeParse(error);
  if (platform.success) return readPlatformError(platform.data.data.error);
  const http = httpErrorSchema.safeParse(error);
  if (http.success) {
    const { statusCode } = http.data;
    return { outcome: statusCode >= 500 ? 'repeat' : 'refused', code: `http_${statusCode}` };
  }
  const request = requestErrorSchema.safeParse(error);
  if (!request.success) return { outcome: 'unknown', code: error instanceof Error ? error.name : 'unknown_error' };
  const { name, cause } = request.data.original;
  const code = cause?.code ?? name;
  return { outcome: NEVER_CONNECTED.test(code) ? 'not-sent' : 'unknown', code };
}

/** The same for whoever sends what nobody waits for. */
export function toSendFailure(error: unknown): SendFailure {
  if (error instanceof SendFailure) return error;
  const { outcome, code, retryAfterMs } = readFailure(error);
  return new SendFailure(outcome, code, retryAfterMs);
}

/** A page of HTML under status 200 ends up as the "error"; it is neither a word of Slack's nor fit for a log. */
function readPlatformError(error: string): Failure {
  if (!/^[a-z][a-z0-9_-]{0,63}$/.test(error)) return { outcome: 'unknown', code: 'unreadable_answer' };
  if (HALF_DONE.has(error)) return { outcome: 'repeat', code: error };
  return { outcome: NOT_TAKEN.has(error) ? 'not-sent' : 'refused', code: error };
}

/** A 429 without `Retry-After` is a plain Error in `@slack/web-api`; its words are all there is to know it by. */
function isLimitWithoutPause(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Retry header did not contain a valid timeout');
}

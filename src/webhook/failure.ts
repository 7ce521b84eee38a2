/** What a failed delivery means. The receiver knows a repetition by its key, so whatever may pass is tried again. */

/** `refused`: the receiver will never take it. `retry`: worth another try, also when it may have arrived. */
export type DeliveryOutcome = 'refused' | 'retry';

/** A delivery that failed. `code` is a short word like `http_503` or `timeout`: no address, no content, safe to log. */
export class WebhookFailure extends Error {
  override readonly name = 'WebhookFailure';

  constructor(
    readonly outcome: DeliveryOutcome,
    readonly code: string,
    /** How long the receiver asks us to wait. */
    readonly retryAfterMs?: number,
  ) {
    super(code);
  }
}

/** Refusals that speak of the moment, or of a setting that somebody may mend within the day, and not of the event. */
const PASSING: ReadonlySet<number> = new Set([401, 403, 404, 408, 425, 429]);
/** The statuses whose `Retry-After` is a wait until the next try. */
const WITH_PAUSE: ReadonlySet<number> = new Set([429, 503]);
/** However long the receiver asks for, it may not hold up the queue for longer. */
const LONGEST_PAUSE_MS = 3_600_000;

/** Reads an answer that is no success. */
export function readAnswer({ status, headers }: Pick<Response, 'status' | 'headers'>, nowMs: number): WebhookFailure {
  const isRefused = status >= 400 && status < 500 && !PASSING.has(status);
  const pause = WITH_PAUSE.has(status) ? readPause(headers.get('retry-after') ?? '', nowMs) : undefined;
  return new WebhookFailure(isRefused ? 'refused' : 'retry', `http_${status}`, pause);
}

/** Reads what `fetch` rejects with. Its own words are left behind: they may hold addresses. */
export function readNetworkError(error: unknown): WebhookFailure {
  // Asked for properties, not for classes: a `fetch` from elsewhere brings its own.
  const { name, cause }: { readonly name?: unknown; readonly cause?: unknown } = Object(error);
  const { code, message }: { readonly code?: unknown; readonly message?: unknown } = Object(cause);
  if (name === 'TimeoutError') return new WebhookFailure('retry', 'timeout');
  // It comes without a code; its words are all there is to know it by.
  if (message === 'unexpected redirect') return new WebhookFailure('retry', 'redirect');
  const isCode = typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code);
  return new WebhookFailure('retry', isCode ? code : 'network');
}

/** The wait in a `Retry-After` of either form; none if it is over or cannot be read. */
function readPause(retryAfter: string, nowMs: number): number | undefined {
  const pauseMs = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : httpDateMs(retryAfter) - nowMs;
  return pauseMs > 0 ? Math.min(pauseMs, LONGEST_PAUSE_MS) : undefined;
}

/** `NaN` for what is no HTTP date; `Date.parse` alone takes nearly anything for one. */
function httpDateMs(date: string): number {
  return /^[A-Z][a-z]{2}, .* GMT$/.test(date) ? Date.parse(date) : Number.NaN;
}

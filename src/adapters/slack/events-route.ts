/** `POST /slack/events`: the request URL of events, buttons and modals alike. */

import { tooManyResponse } from '../../limits/inbound-limit';
import { jsonResponse, type RawRequest, type RawResponse, type Route } from '../../ops/http';
import type { Logger } from '../../ops/logger';
import type { Metrics } from '../../ops/metrics';
import { isSslCheck, parseBody } from './body';
import type { Handover, Receipt } from './handover';
import type { SignedRequest } from './signature';

const OK: RawResponse = { status: 200 };

/** A 5xx makes Slack send the event again: at once, after 1 minute, after 5. */
const STATUS: Readonly<Record<Exclude<Receipt['kind'], 'too-many'>, number>> = {
  acknowledged: 200,
  failed: 503,
  late: 503,
  closed: 503,
};

const COMPLAINT_PAUSE_MS = 60_000;

/** Makes the route: verify the bytes, parse those very bytes, hand them in. */
export function createEventsRoute(options: {
  readonly verify: (request: SignedRequest) => boolean;
  readonly handover: Handover;
  readonly logger: Logger;
  readonly metrics: Pick<Metrics, 'count'>;
  readonly nowMs: () => number;
}): Route {
  const { verify, handover, logger, metrics, nowMs } = options;
  let complainedAtMs = Number.NEGATIVE_INFINITY;

  function refuse(status: 400 | 401): RawResponse {
    metrics.count('hexfix_refusals_total', { platform: 'slack', reason: status === 401 ? 'signature' : 'shape' });
    if (status === 401) complain();
    // The same for every refusal of a kind, so that it tells a stranger nothing.
    return { status };
  }

  /** A wrong signing secret must be noticed; a stranger's flood must not fill the log. */
  function complain(): void {
    if (nowMs() - complainedAtMs < COMPLAINT_PAUSE_MS) return;
    complainedAtMs = nowMs();
    logger.warn(
      {},
      'A request to /slack/events was refused. If Slack sent it, the signing secret or this machine’s clock is wrong',
    );
  }

  async function handle(request: RawRequest): Promise<RawResponse> {
    if (!verify(request)) {
      if (isUnsigned(request) && isSslCheck(request.rawBody)) return OK;
      return refuse(401);
    }
    const body = parseBody(request.headers['content-type'], request.rawBody);
    switch (body.kind) {
      case 'payload':
        return toResponse(await handover.deliver(body.payload));
      case 'challenge':
        return jsonResponse(200, { challenge: body.challenge });
      case 'ssl-check':
        return OK;
      case 'other':
        logger.warn({ type: body.type }, 'Slack sends something that Hexfix does not handle');
        return OK;
      case 'malformed':
        return refuse(400);
    }
  }

  return { method: 'POST', path: '/slack/events', handle };
}

function toResponse(receipt: Receipt): RawResponse {
  if (receipt.kind === 'too-many') return tooManyResponse(receipt.retryAfterS);
  const status = STATUS[receipt.kind];
  return receipt.kind === 'acknowledged' && receipt.body !== undefined
    ? jsonResponse(status, receipt.body)
    : { status };
}

function isUnsigned({ headers }: RawRequest): boolean {
  return headers['x-slack-signature'] === undefined && headers['x-slack-request-timestamp'] === undefined;
}

/** What a failed call of the connector means for what was to be sent. */

import { z } from 'zod';
import { SendFailure, type SendOutcome } from '../../outbox/messenger';
import { ConnectorError } from './connector';

const word = z.string().optional().catch(undefined);
const networkErrorSchema = z.object({
  name: word,
  code: word,
  cause: z.object({ code: word }).optional().catch(undefined),
});

/** Failures before anything of the message was on its way. */
const NEVER_LEFT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Answers of the gateways before the service, which it wants repeated though the message may be on people's screens. */
const OF_GATEWAYS: readonly number[] = [502, 503, 504];

/** The failure of a new message. The service has no way to ask whether it is there, so doubt stays doubt. */
export function postFailure(error: unknown): SendFailure {
  return toSendFailure(error, {
    ofStatus: (status) => {
      if (OF_GATEWAYS.includes(status)) return 'repeat';
      if (status >= 500 || status === 408) return 'unknown';
      // A new token, a later moment or another address of the service may help.
      return status < 400 || [401, 412, 429].includes(status) ? 'not-sent' : 'refused';
    },
    ofNetwork: (code) => (NEVER_LEFT.has(code) ? 'not-sent' : 'unknown'),
  });
}

/** The failure of what is harmless to repeat: only "you may not" and "it is gone" are for good. */
export function repeatableFailure(error: unknown): SendFailure {
  return toSendFailure(error, {
    ofStatus: (status) => ([403, 404].includes(status) ? 'refused' : 'not-sent'),
    ofNetwork: () => 'not-sent',
  });
}

interface Meaning {
  ofStatus(status: number): SendOutcome;
  ofNetwork(code: string): SendOutcome;
}

function toSendFailure(error: unknown, { ofStatus, ofNetwork }: Meaning): SendFailure {
  if (error instanceof SendFailure) return error;
  if (error instanceof ConnectorError) {
    return new SendFailure(ofStatus(error.status), `http-${error.status}`, error.retryAfterMs);
  }
  const code = networkCode(error);
  return new SendFailure(ofNetwork(code), code);
}

/** `fetch` wraps what the socket said; a timeout has only a name. */
function networkCode(error: unknown): string {
  const outer = networkErrorSchema.safeParse(error).data;
  return outer?.cause?.code ?? outer?.code ?? outer?.name ?? 'no-reason';
}

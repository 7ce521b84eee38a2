/**
 * Proof that a request comes from Slack: HMAC-SHA256 over the raw bytes, in a time window with two sides: what was signed
 * for later is no fresher than what was signed long ago.
 * @see https://docs.slack.dev/authentication/verifying-requests-from-slack/
 */

import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far a request's time may be from ours, in either direction. */
const WINDOW_S = 300;
const MAX_SECRETS = 2;

/** What the proof stands on. Header names are lower-case; a header that came twice must not be among them. */
export interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly rawBody: Buffer;
}

/**
 * Makes the check for one or, during a rotation, two signing secrets. Throws on a set of secrets that would leave the
 * door open.
 */
export function createVerifier(
  secrets: readonly string[],
  nowMs: () => number = Date.now,
): (request: SignedRequest) => boolean {
  if (secrets.length === 0 || secrets.length > MAX_SECRETS || secrets.some((secret) => secret.trim() === '')) {
    throw new RangeError(`Slack needs one or ${MAX_SECRETS} signing secrets, none of them empty`);
  }

  return ({ headers, rawBody }) => {
    const timestamp = headers['x-slack-request-timestamp'] ?? '';
    const signature = headers['x-slack-signature'] ?? '';
    if (!/^\d{1,12}$/.test(timestamp) || !/^v0=[0-9a-f]{64}$/.test(signature)) return false;
    if (Math.abs(nowMs() / 1000 - Number(timestamp)) > WINDOW_S) return false;
    const claimed = Buffer.from(signature.slice('v0='.length), 'hex');
    return secrets.some((secret) => timingSafeEqual(sign(secret, timestamp, rawBody), claimed));
  };
}

function sign(secret: string, timestamp: string, rawBody: Buffer): Buffer {
  return createHmac('sha256', secret).update(`v0:${timestamp}:`).update(rawBody).digest();
}

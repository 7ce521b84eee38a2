/**
 * Signatures by which a receiver knows that a webhook is ours and recent, in the headers of Standard Webhooks.
 * @see https://www.standardwebhooks.com
 */

import { createHmac } from 'node:crypto';
import { readSecret } from './secret';

/** The three headers that go with a signed body. */
export interface SignatureHeaders {
  readonly 'webhook-id': string;
  /** The moment of the try, in seconds. */
  readonly 'webhook-timestamp': string;
  /** One signature for each secret, the current one first, separated by spaces. */
  readonly 'webhook-signature': string;
}

/** Signs exactly the bytes of `body`, as it is sent. */
export type Signer = (id: string, atMs: number, body: string) => SignatureHeaders;

/** Fit for a header. Without a full stop, which would let the parts of what is signed be divided in another way. */
const ID = /^[\x21-\x2d\x2f-\x7e]+$/;

/** Makes the signer for these secrets; several at once while they are rotated. Throws on a set that proves nothing. */
export function createSigner(secrets: readonly string[]): Signer {
  const keys = secrets.map(readSecret).filter((key) => key !== undefined);
  if (keys.length === 0 || keys.length < secrets.length) {
    throw new RangeError('a webhook needs signing secrets in a form that can be read');
  }

  return (id, atMs, body) => {
    if (!ID.test(id)) throw new RangeError('the id of an event must be printable ASCII without spaces and full stops');
    const timestamp = String(Math.floor(atMs / 1000));
    const signatures = keys.map((key) => `v1,${hmac(key, `${id}.${timestamp}.${body}`)}`);
    return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
  };
}

function hmac(key: Buffer, content: string): string {
  return createHmac('sha256', key).update(content).digest('base64');
}

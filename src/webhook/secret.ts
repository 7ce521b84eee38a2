/** The forms of a signing secret that both sides of a webhook share. */

/** Marks a secret whose rest is the key in base64. */
const PREFIX = 'whsec_';
/** Bounds of a key in bytes, as Standard Webhooks sets them. */
const SHORTEST_KEY = 24;
const LONGEST_KEY = 64;
/** A secret without the prefix is itself the key. */
const SHORTEST_TEXT = 24;

/**
 * The key in a secret: `whsec_` and 24 to 64 bytes in base64, or a text of at least 24 characters. `undefined` for
 * anything else, for a broken base64 too: read as a text, it would sign with a key that the receiver does not have.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#signature-scheme
 */
export function readSecret(secret: string): Buffer | undefined {
  if (!secret.startsWith(PREFIX)) return secret.length < SHORTEST_TEXT ? undefined : Buffer.from(secret, 'utf8');
  const encoded = secret.slice(PREFIX.length);
  const key = Buffer.from(encoded, 'base64');
  // Buffer passes over what is not base64; only what it would write the same way was read whole.
  const isWhole = key.toString('base64') === encoded;
  return isWhole && key.length >= SHORTEST_KEY && key.length <= LONGEST_KEY ? key : undefined;
}

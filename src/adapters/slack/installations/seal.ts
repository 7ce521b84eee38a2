/**
 * Seals what Slack has granted, so that whoever reads the store cannot use it: AES-256-GCM, with the key's id in front,
 * bound to the workspace that it is for.
 */

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { TokenKey } from '../config';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface Opened {
  readonly text: string;
  /** Sealed with a key that is kept only to open what was sealed before. */
  readonly isOld: boolean;
}

export interface Seal {
  /** Seals with the current key. */
  close(tenant: string, text: string): string;
  /** `undefined` for whatever was not sealed for this tenant with a key of ours, to the last bit. Never throws. */
  open(tenant: string, sealed: string): Opened | undefined;
}

/** Makes it with a ring of keys, the current one first. */
export function createSeal(keys: readonly TokenKey[]): Seal {
  const [current] = keys;
  if (current === undefined) throw new Error('a seal without a key');

  return {
    close(tenant, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, current.key, nonce).setAAD(boundTo(tenant));
      const parts = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return `${current.id}:${Buffer.concat(parts).toString('base64url')}`;
    },

    open(tenant, sealed) {
      const [id = '', encoded = ''] = sealed.split(':', 2);
      const key = keys.find((each) => each.id === id);
      const bytes = Buffer.from(encoded, 'base64url');
      // Base64 has spellings of its own for the same bytes; only ours is taken.
      if (key === undefined || sealed !== `${id}:${bytes.toString('base64url')}`) return undefined;
      const text = decipher(key, tenant, bytes);
      return text === undefined ? undefined : { text, isOld: key !== current };
    },
  };
}

function decipher({ key }: TokenKey, tenant: string, bytes: Buffer): string | undefined {
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(tenant)).setAuthTag(bytes.subarray(-TAG_BYTES));
    const text = [decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
    return Buffer.concat(text).toString('utf8');
  } catch {
    return undefined;
  }
}

/** What else must be as it was: a token of one workspace opens nothing in the row of another. */
function boundTo(tenant: string): Buffer {
  return Buffer.from(JSON.stringify(['slack', tenant, 'slack-token']));
}

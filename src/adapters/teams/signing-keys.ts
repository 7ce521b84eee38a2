/**
 * The keys that sign the Bot Framework's tokens: found through its OpenID metadata, kept in memory, renewed in good
 * time. Keys once loaded stay in use while their source cannot be reached.
 */

import type { CryptoKey } from 'jose';
import { importJWK } from 'jose/key/import';
import { z } from 'zod';
import { callOut } from '../../ops/call-out';
import { errorFields } from '../../ops/error-fields';
import type { Logger } from '../../ops/logger';

/** Microsoft asks for a renewal at least once a day. */
const MAX_AGE_MS = 24 * 60 * 60 * 1000;
/** An unknown key id may mean that the keys have changed; asking more often would let strangers make us ask. */
const UNKNOWN_KEY_AGE_MS = 60 * 60 * 1000;
/** After a failure the source is left alone for so long. */
const RETRY_MS = 10_000;
const TIMEOUT_MS = 10_000;
/** A key may vouch only for the channels it is endorsed for; any other key is none for us. */
const ENDORSEMENT = 'msteams';

const metadataSchema = z.object({ jwks_uri: z.url() });
const keySetSchema = z.object({ keys: z.array(z.unknown()) });
const keySchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).refine((channels) => channels.includes(ENDORSEMENT)),
});

export interface SigningKeys {
  /** The key with this id, or `undefined` when no key endorsed for Teams has it. Never throws. */
  find(keyId: string): Promise<CryptoKey | undefined>;
  /** Loads the keys if there are none yet. Returns whether there are any then. */
  warm(): Promise<boolean>;
}

/** Makes the key cache over the OpenID metadata at `metadataUrl`. */
export function createSigningKeys(options: {
  readonly metadataUrl: string;
  readonly logger: Logger;
  readonly now?: () => number;
}): SigningKeys {
  const { metadataUrl, logger, now = Date.now } = options;
  let keys: ReadonlyMap<string, CryptoKey> = new Map();
  let loadedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<void> | undefined;

  function renew(): Promise<void> {
    loading ??= load().finally(() => {
      loading = undefined;
    });
    return loading;
  }

  async function load(): Promise<void> {
    if (now() - triedAt < RETRY_MS) return;
    triedAt = now();
    try {
      keys = await fetchKeys(metadataUrl);
      loadedAt = now();
    } catch (error) {
      logger.warn(
        { url: metadataUrl, known: keys.size, ...errorFields(error) },
        'The signing keys for Teams could not be loaded. Check that this machine reaches the address; known keys stay in use.',
      );
    }
  }

  return {
    async find(keyId) {
      const age = now() - loadedAt;
      const isKnown = keys.has(keyId);
      if (age > MAX_AGE_MS || (!isKnown && age > UNKNOWN_KEY_AGE_MS)) {
        const renewal = renew();
        if (!isKnown) await renewal;
      }
      return keys.get(keyId);
    },

    async warm() {
      if (keys.size === 0) await renew();
      return keys.size > 0;
    },
  };
}

async function fetchKeys(metadataUrl: string): Promise<ReadonlyMap<string, CryptoKey>> {
  const { jwks_uri: keysUrl } = metadataSchema.parse(await fetchJson(metadataUrl));
  const { keys } = keySetSchema.parse(await fetchJson(keysUrl));
  const found = new Map<string, CryptoKey>();
  for (const published of keys) {
    const { data: jwk } = keySchema.safeParse(published);
    if (jwk === undefined) continue;
    const key = await importJWK({ kty: jwk.kty, n: jwk.n, e: jwk.e }, 'RS256');
    if (!(key instanceof Uint8Array)) found.set(jwk.kid, key);
  }
  return found;
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await callOut(url, { timeoutMs: TIMEOUT_MS });
  if (!response.ok) throw Object.assign(new Error(`${url} answered ${response.status}`), { status: response.status });
  return response.json();
}

/** The token that lets us answer: asked for once, shared by all sends, renewed before it ends. */

import { z } from 'zod';
import { callOut } from '../../ops/call-out';
import { PUBLIC_CLOUD, type TeamsConfig, tokenUrlOf } from './config';

/** A token is renewed when it has less than this left. */
const MARGIN_MS = 5 * 60 * 1000;
const TIMEOUT_MS = 10_000;

const grantSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/** Gives a valid token. Rejects with the identity platform's status when it grants none. */
export type AccessToken = () => Promise<string>;

/** Makes the token source of a configuration, by the OAuth 2.0 client credentials grant. */
export function createAccessToken(config: TeamsConfig, now: () => number = Date.now): AccessToken {
  let token = '';
  let endsAt = Number.NEGATIVE_INFINITY;
  let renewing: Promise<void> | undefined;

  async function renew(): Promise<void> {
    const grant = await requestGrant(config);
    token = grant.access_token;
    endsAt = now() + grant.expires_in * 1000;
  }

  return async () => {
    if (endsAt - now() > MARGIN_MS) return token;
    renewing ??= renew().finally(() => {
      renewing = undefined;
    });
    try {
      await renewing;
    } catch (error) {
      // The token at hand may have minutes left, and the next send asks again.
      if (endsAt <= now()) throw error;
    }
    return token;
  };
}

async function requestGrant(config: TeamsConfig): Promise<z.infer<typeof grantSchema>> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: config.appId,
    client_secret: config.password,
    scope: config.tokenScope ?? PUBLIC_CLOUD.tokenScope,
  });
  const response = await callOut(tokenUrlOf(config), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    timeoutMs: TIMEOUT_MS,
  });
  if (!response.ok) {
    throw Object.assign(new Error(`no token: the identity platform answered ${response.status}`), {
      status: response.status,
    });
  }
  return grantSchema.parse(await response.json());
}

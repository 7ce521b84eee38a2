/**
 * Whether a token is one that the Bot Framework issued for this app. Teams sends the same token with many requests: what was
 * proved a moment ago is not proved again, but each time it must not have ended.
 * @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */

import type { JWTPayload } from 'jose';
import { jwtVerify } from 'jose/jwt/verify';
import { LRUCache } from 'lru-cache';
import { PUBLIC_CLOUD, type TeamsConfig } from './config';
import type { SigningKeys } from './signing-keys';

/** Between Microsoft's clocks and ours. */
const CLOCK_TOLERANCE_S = 300;
const BEARER = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;
/** A key that is taken back counts no longer than this. Only proven tokens are kept, so that no stranger fills the room. */
const PROVEN = { max: 1_000, ttl: 5 * 60_000 };

/** The claims of the token in an `Authorization` header, or `undefined` where it proves nothing. Never rejects. */
export type VerifyToken = (authorization: string | undefined) => Promise<JWTPayload | undefined>;

/** Makes the check for a configuration; an app without an id lets nobody in. */
export function createVerifyToken(
  config: Pick<TeamsConfig, 'appId' | 'tokenIssuer'>,
  keys: Pick<SigningKeys, 'find'>,
  nowMs: () => number = Date.now,
): VerifyToken {
  const proven = new LRUCache<string, JWTPayload>(PROVEN);

  async function prove(token: string): Promise<JWTPayload | undefined> {
    try {
      const { payload } = await jwtVerify(
        token,
        async ({ kid }) => {
          const key = kid === undefined ? undefined : await keys.find(kid);
          if (key === undefined) throw new Error('no such key');
          return key;
        },
        {
          algorithms: ['RS256'],
          issuer: config.tokenIssuer ?? PUBLIC_CLOUD.tokenIssuer,
          audience: config.appId,
          clockTolerance: CLOCK_TOLERANCE_S,
          currentDate: new Date(nowMs()),
          requiredClaims: ['exp', 'serviceurl'],
        },
      );
      // The standard allows several audiences and issuers; the Bot Framework names exactly one.
      return typeof payload.aud === 'string' ? payload : undefined;
    } catch {
      return undefined;
    }
  }

  function hasEnded({ exp = 0 }: JWTPayload): boolean {
    return nowMs() / 1_000 >= exp + CLOCK_TOLERANCE_S;
  }

  return async (authorization) => {
    const token = authorization?.match(BEARER)?.[1];
    if (token === undefined || config.appId === '') return undefined;
    const known = proven.get(token);
    if (known !== undefined && !hasEnded(known)) return known;
    const claims = isCanonical(token) ? await prove(token) : undefined;
    if (claims !== undefined) proven.set(token, claims);
    return claims;
  };
}

/** Its base64 has one spelling for its bytes, so that no second token is as good as the one that was issued. */
function isCanonical(token: string): boolean {
  return token.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
}

/**
 * Who may come in. The token and the activity are checked here, before the SDK sees either: unverified claims must not
 * reach code that keeps state by them.
 * @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */

import { type JWTPayload, jwtVerify } from 'jose';
import { isFromThisMachine, isJson, type RawRequest } from '../../ops/http';
import { activitySchema, type TeamsActivity, tenantOf } from './activity';
import { PUBLIC_CLOUD, type TeamsConfig } from './config';
import { parseJson } from './parse-json';
import { isAllowedServiceUrl } from './service-url';
import type { SigningKeys } from './signing-keys';

/** Between Microsoft's clocks and ours. */
const CLOCK_TOLERANCE_S = 300;
const BEARER = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;
const CHANNEL = 'msteams';

/** The status that refuses a request, 401 for its origin or 400 for its shape. The reason is for our log alone. */
export interface Refusal {
  readonly refusal: 400 | 401;
  readonly reason: 'token' | 'shape' | 'service-url' | 'tenant';
}

export type Verdict = { readonly activity: TeamsActivity } | Refusal;

export type Gate = (request: RawRequest) => Promise<Verdict>;

/** Makes the gate for a configuration. */
export function createGate(config: TeamsConfig, keys: SigningKeys): Gate {
  const serviceUrlRules = { extraHosts: config.serviceUrlHosts, loopbackOnly: config.unauthenticatedLoopback };

  return async (request) => {
    const vouchesFor = await proveOrigin(request);
    if (vouchesFor === undefined) return { refusal: 401, reason: 'token' };

    const parsed = activitySchema.safeParse(parseJson(request.rawBody));
    if (!parsed.success) return { refusal: 400, reason: 'shape' };

    const { data: activity } = parsed;
    const { serviceUrl, channelId } = activity;
    if (channelId !== CHANNEL || !vouchesFor(serviceUrl)) return { refusal: 401, reason: 'token' };
    if (!isAllowedServiceUrl(serviceUrl, serviceUrlRules)) return { refusal: 401, reason: 'service-url' };
    if (!isAllowedTenant(activity)) return { refusal: 401, reason: 'tenant' };
    return { activity };
  };

  /** Which service URLs the request has proved that it may name; `undefined` when it has proved nothing. */
  async function proveOrigin(request: RawRequest): Promise<((serviceUrl: string) => boolean) | undefined> {
    if (config.unauthenticatedLoopback) {
      // A web page that is open on this machine can post here too, but not with this content type.
      return isFromThisMachine(request) && isJson(request) ? () => true : undefined;
    }
    const claims = await verifyToken(request.headers.authorization);
    return claims && ((serviceUrl) => claims.serviceurl === serviceUrl);
  }

  async function verifyToken(authorization: string | undefined): Promise<JWTPayload | undefined> {
    const token = authorization?.match(BEARER)?.[1];
    if (token === undefined || config.appId === '') return undefined;
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
          requiredClaims: ['exp', 'serviceurl'],
        },
      );
      // The standard allows several audiences and issuers; the Bot Framework names exactly one.
      return typeof payload.aud === 'string' ? payload : undefined;
    } catch {
      return undefined;
    }
  }

  function isAllowedTenant(activity: TeamsActivity): boolean {
    return config.allowedTenants.length === 0 || config.allowedTenants.includes(tenantOf(activity));
  }
}

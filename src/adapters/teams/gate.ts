/**
 * Who may come in. The token and the activity are checked here, before the SDK sees either: unverified claims must not
 * reach code that keeps state by them. A token signs no body: whoever has stolen one can say anything until it ends, its time
 * included, so a post is known again by its id and not by its age.
 * @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */

import { isFromThisMachine, isJson, namesThisMachine, type RawRequest } from '../../ops/http';
import { parseJson } from '../../ops/parse-json';
import { activitySchema, type TeamsActivity, tenantOf } from './activity';
import type { TeamsConfig } from './config';
import { isAllowedServiceUrl } from './service-url';
import type { SigningKeys } from './signing-keys';
import { createVerifyToken } from './tokens';

/** What whoever passes a request on adds to it. */
const FORWARDED: readonly string[] = ['forwarded', 'x-forwarded-for', 'x-forwarded-host'];
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
  const verifyToken = createVerifyToken(config, keys);

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
      return isSentHere(request) && isJson(request) ? () => true : undefined;
    }
    const claims = await verifyToken(request.headers.authorization);
    return claims && ((serviceUrl) => claims.serviceurl === serviceUrl);
  }

  function isAllowedTenant(activity: TeamsActivity): boolean {
    return config.allowedTenants.length === 0 || config.allowedTenants.includes(tenantOf(activity));
  }
}

/** By somebody on this machine and for this machine: not through a tunnel that ends here, whose own address is ours. */
function isSentHere(request: RawRequest): boolean {
  const isForwarded = FORWARDED.some((name) => request.headers[name] !== undefined);
  return isFromThisMachine(request) && namesThisMachine(request) && !isForwarded;
}

/**
 * Teams around a simulated request: the Bot Framework's token, its keys, the identity platform and the connector.
 * @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */

import { generateKeyPair, type KeyPairKeyObjectResult, randomBytes, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { toLoopback } from './loopback';
import { TEAMS } from './made-up';
import type { Call, PlayedAnswer } from './recorder';
import { ok, type Side } from './side';

const ISSUER = 'https://api.botframework.com';
const KEY_ID = 'simulated';
export const METADATA_URL = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
export const TOKEN_URL = `https://login.microsoftonline.com/${TEAMS.tenant}/oauth2/v2.0/token`;
const KEYS_URL = 'https://login.botframework.com/v1/.well-known/keys';

/** One pair for all requests of a process: making one takes longer than a request. */
let keyPair: Promise<KeyPairKeyObjectResult> | undefined;

export interface TeamsSide extends Side {
  readonly password: string;
}

export async function createTeamsSide(options: { readonly nowMs: () => number }): Promise<TeamsSide> {
  const { nowMs } = options;
  keyPair ??= promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const { publicKey, privateKey } = await keyPair;
  const key = { ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, endorsements: ['msteams'] };
  // Made for this run: nothing that is printed by mistake opens anything.
  const password = randomBytes(16).toString('hex');
  const accessToken = randomBytes(16).toString('hex');
  let posted = 1_760_000_100_000;

  function answer(call: Call, origin: string): PlayedAnswer {
    switch (call.url) {
      case METADATA_URL:
        return ok({ issuer: ISSUER, jwks_uri: toLoopback(KEYS_URL, origin) });
      case KEYS_URL:
        return ok({ keys: [key] });
      case TOKEN_URL:
        return ok({ token_type: 'Bearer', access_token: accessToken, expires_in: 3600 });
      default:
        return answerConnector(call);
    }
  }

  function answerConnector({ method, url }: Call): PlayedAnswer {
    const [, conversation, part, id] = /\/v3\/conversations(?:\/([^/]+))?(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(url) ?? [];
    if (method === 'GET' && part === 'members') return ok({ ...TEAMS.person, id, tenantId: TEAMS.tenant });
    if (method === 'PUT') return ok({ id });
    if (method === 'POST' && conversation === undefined) return { status: 201, body: { id: TEAMS.chat } };
    posted += 1;
    return method === 'POST' ? { status: 201, body: { id: String(posted) } } : ok({});
  }

  return {
    path: '/api/messages',
    password,
    async sign(body) {
      const { serviceUrl } = JSON.parse(body);
      const now = Math.floor(nowMs() / 1000);
      const header = { alg: 'RS256', typ: 'JWT', kid: KEY_ID };
      const claims = { iss: ISSUER, aud: TEAMS.app, serviceurl: serviceUrl, nbf: now - 60, exp: now + 3600 };
      const signed = [header, claims].map(encode).join('.');
      const token = `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
      return { authorization: `Bearer ${token}` };
    },
    answer,
    isLookUp: ({ method, url }) => method === 'GET' || !url.includes('/activities'),
  };
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** Tokens that the Bot Framework has not issued for this bot, or not for now, or not for this request. */

import type { OutgoingHttpHeaders } from 'node:http';
import {
  base64url,
  exportJWK,
  exportPKCS8,
  exportSPKI,
  generateKeyPair,
  importPKCS8,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { type FakeTeams, signingKey, type TokenChange } from '../teams/fake-teams';
import { APP_ID } from '../teams/people';
import type { Attack } from './attack';
import type { House } from './house';

const TOLERANCE_S = 300;
const ISSUER = 'https://api.botframework.com';
const HEADERS_TOO_LARGE = 431;

type Spoiled = readonly [name: string, authorization: string | string[] | undefined, change?: Partial<Attack>];

/** What a genuine sender gets a 200 for. */
export async function genuineTeams({ teams, activity }: House, body: string = activity()): Promise<Attack> {
  return { ...attack('a genuine request', `Bearer ${await teams.token()}`, body), statuses: [200] };
}

/** Every forgery, made now: their times must be fresh. */
export async function teamsForgeries({ teams, activity }: House): Promise<readonly Attack[]> {
  const body = activity();
  return (await spoiledTokens(teams)).map(([name, authorization, change]) => ({
    ...attack(name, authorization, body),
    ...change,
  }));
}

function attack(name: string, authorization: string | string[] | undefined, body: string): Attack {
  const headers: OutgoingHttpHeaders = { 'content-type': 'application/json' };
  // A list is two headers; Node's types know only one.
  if (authorization !== undefined) Object.assign(headers, { authorization });
  return { name, path: '/api/messages', headers, body };
}

async function spoiledTokens(teams: FakeTeams): Promise<readonly Spoiled[]> {
  const { publicKey, privateKey } = await signingKey();
  const genuine = await teams.token();
  const [header = '', claims = '', signature = ''] = genuine.split('.');
  const stranger = await generateKeyPair('RS256', { extractable: true });
  const now = Math.floor(Date.now() / 1000);
  const sameKeyFor = async (algorithm: string) => importPKCS8(await exportPKCS8(privateKey), algorithm);
  const token = async (name: string, change: TokenChange): Promise<Spoiled> => [
    name,
    `Bearer ${await teams.token(change)}`,
  ];
  const claim = (name: string, changed: Readonly<Record<string, unknown>>) => token(name, { claims: changed });
  const headed = (name: string, changed: Readonly<Record<string, unknown>>, key: TokenChange['key'] = privateKey) =>
    token(name, { header: changed, key });
  const asIssued = { iss: ISSUER, aud: APP_ID, exp: now + 60, serviceurl: teams.serviceUrl };
  const encoded = (value: unknown) => base64url.encode(JSON.stringify(value));

  return [
    ['no header', undefined],
    ['an empty header', ''],
    ['a scheme without a token', 'Bearer'],
    ['another scheme', 'Basic aGk6aGk='],
    ['garbage', 'Bearer garbage'],
    ['three parts of garbage', 'Bearer a.b.c'],
    ['five parts, as encrypted ones have', `Bearer ${genuine}.a.b`],
    ['two headers, both right', [`Bearer ${genuine}`, `Bearer ${genuine}`]],
    ['two tokens in one header', `Bearer ${genuine}, Bearer ${genuine}`],
    ['a token without a scheme', genuine],
    ['a token of 12 kB', `Bearer ${await teams.token({ claims: { aud: 'x'.repeat(9_000) } })}`],
    ['a token of 1 MB', `Bearer ${'a'.repeat(1_000_000)}.b.c`, { statuses: [HEADERS_TOO_LARGE], mayBeCut: true }],
    await claim('another audience', { aud: '00000000-0000-4000-8000-000000000000' }),
    await claim('several audiences, ours among them', { aud: [APP_ID, 'another'] }),
    await claim('our audience in a list', { aud: [APP_ID] }),
    await claim('no audience', { aud: undefined }),
    await claim('another issuer', { iss: 'https://api.botframework.example' }),
    await claim('several issuers', { iss: [ISSUER, 'https://api.botframework.example'] }),
    await claim('the issuer of the emulator', {
      iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
    }),
    await claim('the issuer of a cloud that is not configured', { iss: 'https://api.botframework.us' }),
    await claim('no issuer', { iss: undefined }),
    await claim('an end five minutes and a second ago', { exp: now - TOLERANCE_S - 1 }),
    await claim('an end that is a text', { exp: String(now + 60) }),
    await claim('no end', { exp: undefined }),
    await claim('a beginning more than five minutes ahead', { nbf: now + TOLERANCE_S + 60 }),
    await claim('no service URL', { serviceurl: undefined }),
    await claim('another service URL', { serviceurl: 'https://smba.trafficmanager.net/emea/' }),
    await claim('several service URLs', { serviceurl: [teams.serviceUrl] }),
    await headed('a key that nobody published', { kid: 'key-2' }),
    await headed('no key id', { kid: undefined }),
    await headed('a key id that every object has', { kid: 'constructor' }),
    await headed('a key that is not endorsed for Teams', { kid: 'unendorsed' }),
    await headed('another key under a known id', {}, stranger.privateKey),
    await headed('a key of its own in the header', { jwk: await exportJWK(stranger.publicKey) }, stranger.privateKey),
    await headed(
      'addresses for its key in the header',
      { jku: `${teams.origin}/keys`, x5u: `${teams.origin}/keys` },
      stranger.privateKey,
    ),
    await headed('a certificate of its own in the header', { x5c: ['MIIB'] }, stranger.privateKey),
    ['an extension that must be understood', `Bearer ${await withCriticalExtension(asIssued, privateKey)}`],
    ['no signature', `Bearer ${new UnsecuredJWT(asIssued).encode()}`],
    [
      'the algorithm "none" over a genuine signature',
      `Bearer ${encoded({ alg: 'none', kid: 'key-1' })}.${claims}.${signature}`,
    ],
    await headed(
      'an HMAC keyed with the public key',
      { alg: 'HS256' },
      new TextEncoder().encode(await exportSPKI(publicKey)),
    ),
    await headed('the same key with RS512', { alg: 'RS512' }, await sameKeyFor('RS512')),
    await headed('the same key with PS256', { alg: 'PS256' }, await sameKeyFor('PS256')),
    ['a changed claim', `Bearer ${header}.${encoded(asIssued)}.${signature}`],
    ['claims that are no object', `Bearer ${header}.${encoded([asIssued])}.${signature}`],
    ['a shortened signature', `Bearer ${genuine.slice(0, -4)}`],
    ['another spelling of the same signature', `Bearer ${respell(genuine)}`],
  ];
}

function withCriticalExtension(claims: Readonly<Record<string, unknown>>, key: CryptoKey): Promise<string> {
  const header = { alg: 'RS256', kid: 'key-1', crit: ['hexfix'], hexfix: true };
  return new SignJWT(claims).setProtectedHeader(header).sign(key, { crit: { hexfix: true } });
}

/** The last character of 256 bytes in base64 holds four bits that mean nothing. */
function respell(token: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(token.slice(-1));
  return token.slice(0, -1) + alphabet.charAt(last + 1);
}

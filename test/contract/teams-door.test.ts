/** Who gets in, and what becomes of everything else that reaches the address. */

import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { base64url, exportJWK, exportPKCS8, exportSPKI, generateKeyPair, importPKCS8, UnsecuredJWT } from 'jose';
import type { Bot } from '../../src/bot';
import { SILENT_BOT } from '../fixtures/a-bot';
import { startTeams, type TeamsDriver } from './teams/driver';
import { type FakeTeams, signingKey, type TokenChange } from './teams/fake-teams';
import { APP_ID } from './teams/people';

/** Whoever reaches it has come through; its answer would be a 500. */
const unreachable = async (): Promise<never> => {
  throw new Error('the bot was asked');
};
const bot = Object.fromEntries(Object.keys(SILENT_BOT).map((name) => [name, unreachable])) as unknown as Bot;

let driver: TeamsDriver;
beforeAll(async () => {
  driver = await startTeams({ bot });
});
afterAll(() => driver.close());

const now = Math.floor(Date.now() / 1000);
const MINUTES_5 = 300;

function bearer(change: TokenChange) {
  return async (fake: FakeTeams) => `Bearer ${await fake.token(change)}`;
}

async function otherKey() {
  return (await generateKeyPair('RS256', { extractable: true })).privateKey;
}

async function sameKeyFor(algorithm: string) {
  const { privateKey } = await signingKey();
  return importPKCS8(await exportPKCS8(privateKey), algorithm);
}

const FORGED: readonly (readonly [string, (fake: FakeTeams) => Promise<string | undefined>])[] = [
  ['no header', async () => undefined],
  ['an empty header', async () => ''],
  ['a scheme without a token', async () => 'Bearer'],
  ['another scheme', async () => 'Basic aGk6aGk='],
  ['garbage', async () => 'Bearer garbage'],
  ['three parts of garbage', async () => 'Bearer a.b.c'],
  ['two tokens in one header', async (fake) => `Bearer ${await fake.token()}, Bearer ${await fake.token()}`],
  ['a token without a scheme', (fake) => fake.token()],
  ['a token of 12 kB', bearer({ claims: { aud: 'x'.repeat(9_000) } })],
  ['another audience', bearer({ claims: { aud: '00000000-0000-4000-8000-000000000000' } })],
  ['several audiences, ours among them', bearer({ claims: { aud: [APP_ID, 'another'] } })],
  ['no audience', bearer({ claims: { aud: undefined } })],
  ['another issuer', bearer({ claims: { iss: 'https://api.botframework.example' } })],
  [
    'the issuer of the emulator',
    bearer({ claims: { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' } }),
  ],
  ['the issuer of another cloud', bearer({ claims: { iss: 'https://api.botframework.us' } })],
  ['no issuer', bearer({ claims: { iss: undefined } })],
  ['an end more than five minutes ago', bearer({ claims: { exp: now - MINUTES_5 - 5 } })],
  ['no end', bearer({ claims: { exp: undefined } })],
  ['a beginning more than five minutes ahead', bearer({ claims: { nbf: now + MINUTES_5 + 60 } })],
  ['no service URL', bearer({ claims: { serviceurl: undefined } })],
  ['another service URL', bearer({ claims: { serviceurl: 'https://smba.trafficmanager.net/emea/' } })],
  ['several service URLs', async (fake) => bearer({ claims: { serviceurl: [fake.serviceUrl] } })(fake)],
  ['a key that nobody published', bearer({ header: { kid: 'key-2' } })],
  ['no key id', bearer({ header: { kid: undefined } })],
  ['a key that is not endorsed for Teams', bearer({ header: { kid: 'unendorsed' } })],
  ['another key under a known id', async (fake) => bearer({ key: await otherKey() })(fake)],
  [
    'a key of its own in the header',
    async (fake) => {
      const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
      return bearer({ key: privateKey, header: { jwk: await exportJWK(publicKey) } })(fake);
    },
  ],
  [
    'an address for its key in the header',
    async (fake) =>
      bearer({ key: await otherKey(), header: { jku: `${fake.origin}/keys`, x5u: `${fake.origin}/keys` } })(fake),
  ],
  [
    'no signature',
    async (fake) =>
      `Bearer ${new UnsecuredJWT({ aud: APP_ID, serviceurl: fake.serviceUrl }).setIssuer('https://api.botframework.com').setExpirationTime('1h').encode()}`,
  ],
  [
    'the algorithm "none" over a genuine signature',
    async (fake) => withHeader(await fake.token(), { alg: 'none', kid: 'key-1' }),
  ],
  [
    'an HMAC keyed with the public key',
    async (fake) => {
      const { publicKey } = await signingKey();
      const key = new TextEncoder().encode(await exportSPKI(publicKey));
      return bearer({ key, header: { alg: 'HS256' } })(fake);
    },
  ],
  [
    'the same key with RS512',
    async (fake) => bearer({ key: await sameKeyFor('RS512'), header: { alg: 'RS512' } })(fake),
  ],
  [
    'the same key with PS256',
    async (fake) => bearer({ key: await sameKeyFor('PS256'), header: { alg: 'PS256' } })(fake),
  ],
  [
    'a changed claim',
    async (fake) => {
      const [header, , signature] = (await fake.token()).split('.');
      const claims = base64url.encode(
        JSON.stringify({
          iss: 'https://api.botframework.com',
          aud: APP_ID,
          exp: now + 60,
          serviceurl: fake.serviceUrl,
        }),
      );
      return `Bearer ${header}.${claims}.${signature}`;
    },
  ],
  ['a shortened signature', async (fake) => `Bearer ${(await fake.token()).slice(0, -4)}`],
];

function withHeader(token: string, header: object): string {
  return `Bearer ${[base64url.encode(JSON.stringify(header)), ...token.split('.').slice(1)].join('.')}`;
}

/** Something that a genuine sender gets a 200 for without the bot being asked. */
function harmless(parts: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify(driver.activity({ type: 'typing', ...parts }));
}

async function sendWith(authorization: string | undefined): Promise<Response> {
  return fetch(`${driver.url}/api/messages`, {
    method: 'POST',
    body: harmless(),
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
  });
}

describe('a token', () => {
  test.each(FORGED)('with %s is refused without a word, and nothing is asked anywhere', async (_what, forge) => {
    const authorization = await forge(driver.fake);
    const askedBefore = driver.fake.requests.length;
    const response = await sendWith(authorization);
    expect([response.status, await response.text()]).toEqual([401, '']);
    expect(driver.fake.requests).toHaveLength(askedBefore);
  });

  test('that came in two headers is refused', async () => {
    const authorization = `Bearer ${await driver.fake.token()}`;
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(`${driver.url}/api/messages`, { method: 'POST' }, ({ statusCode }) =>
        resolve(statusCode),
      );
      request.setHeader('authorization', [authorization, authorization]);
      request.on('error', reject).end(harmless());
    });
    expect(status).toBe(401);
  });

  test.each([
    ['as issued', {}],
    ['that ended less than five minutes ago', { claims: { exp: now - MINUTES_5 + 60 } }],
    ['that begins in less than five minutes', { claims: { nbf: now + MINUTES_5 - 60 } }],
  ])('%s is accepted', async (_what, change) => {
    expect((await sendWith(`Bearer ${await driver.fake.token(change)}`)).status).toBe(200);
  });

  test('is told of in the log at most once a minute, without the token', () => {
    const refusals = driver.logged.filter((line) => JSON.stringify(line).includes('refused'));
    expect(refusals).toHaveLength(1);
    expect(JSON.stringify(refusals)).not.toMatch(/eyJ/);
  });
});

describe('an activity', () => {
  test.each([
    ['of another channel', { channelId: 'emulator' }, 401],
    ['with another service URL than its token', { serviceUrl: 'https://smba.trafficmanager.net/emea/' }, 401],
    ['without a type', { type: undefined }, 400],
    ['without a channel', { channelId: '' }, 400],
    ['without a service URL', { serviceUrl: undefined }, 400],
    ['without a conversation', { conversation: null }, 400],
    ['whose conversation has no id', { conversation: {} }, 400],
    ['without a sender', { from: [] }, 400],
    ['without a recipient', { recipient: 'bot' }, 400],
    ['with misshapen extras', { entities: 'none', attachments: { a: 1 }, channelData: 7, locale: 5, id: {} }, 200],
    [
      'with entities that nobody knows',
      { entities: [null, 1, { type: 'mention' }, { type: 'clientInfo', locale: 4 }] },
      200,
    ],
  ])('%s gets its status', async (_what, parts, status) => {
    const response = await driver.send(harmless(parts));
    expect([response.status, await response.text()]).toEqual([status, '']);
  });
});

describe('a hostile body', () => {
  test.each<[string, () => BodyInit, number, Record<string, string>?]>([
    ['an empty one', () => '', 400],
    ['an empty object', () => '{}', 400],
    ['a list', () => '[]', 400],
    ['null', () => 'null', 400],
    ['a number', () => '42', 400],
    ['a text', () => '"message"', 400],
    ['half an object', () => harmless().slice(0, -5), 400],
    ['two objects', () => harmless() + harmless(), 400],
    [
      'bytes that are not UTF-8',
      () => Buffer.concat([Buffer.from(harmless().slice(0, -1)), Buffer.from(',"text":"\xff\xfe"}', 'latin1')]),
      400,
    ],
    ['100,000 nested lists', () => '['.repeat(100_000) + ']'.repeat(100_000), 400],
    [
      'an activity with deep nesting inside',
      () => `${harmless().slice(0, -1)},"value":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
      400,
    ],
    ['an activity that is only inherited', () => `{"__proto__":${harmless()}}`, 400],
    [
      'an activity with a prototype of its own',
      () => `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},${harmless().slice(1)}`,
      200,
    ],
    ['an activity with half a surrogate pair', () => harmless({ text: '\ud83d' }), 200],
    ['an activity with its type twice', () => `{"type":"message",${harmless().slice(1)}`, 200],
    ['more than 256 kB', () => harmless({ text: 'x'.repeat(300_000) }), 413],
    ['something that claims to be compressed', () => harmless(), 415, { 'content-encoding': 'gzip' }],
    ['something compressed', () => gzipSync(harmless()), 415, { 'content-encoding': 'gzip' }],
    ['another content type', () => harmless(), 200, { 'content-type': 'text/plain' }],
  ])('of %s gets its status, and the server lives on', async (_what, body, status, headers = {}) => {
    const response = await driver.send(body(), headers);
    expect([response.status, await response.text()]).toEqual([status, '']);
    expect((await fetch(`${driver.url}/healthz`)).status).toBe(200);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('with tenants named', () => {
  test.each([
    ['a named tenant', 'tenant-a', 200],
    ['another tenant', 'tenant-b', 401],
    ['no tenant', undefined, 401],
  ])('an activity of %s gets its status', async (_what, tenant, status) => {
    const own = await startTeams({ bot }, { allowedTenants: ['tenant-a'] });
    const response = await own.send(
      JSON.stringify(
        own.activity({
          type: 'typing',
          conversation: { id: 'a:1', ...(tenant !== undefined && { tenantId: tenant }) },
          channelData: undefined,
        }),
      ),
    );
    expect(response.status).toBe(status);
    await own.close();
  });
});

test('a genuine token does not lead answers to a host that is not allowed', async () => {
  const own = await startTeams({ bot }, { serviceUrlHosts: [] });
  expect((await own.send(JSON.stringify(own.activity({ type: 'typing' })))).status).toBe(401);
  await own.close();
});

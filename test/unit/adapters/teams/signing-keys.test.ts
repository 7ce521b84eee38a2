import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { createSigningKeys, type SigningKeys } from '../../../../src/adapters/teams/signing-keys';

const HOUR = 60 * 60 * 1000;
const logged: unknown[] = [];
const log = (fields: unknown, message: string) => logged.push([fields, message]);
const logger = { info: log, warn: log, error: log };

let published: unknown[] = [];
let metadataStatus = 200;
let loads = 0;
let now = 0;
let origin = '';
let jwk: JWK;
let keys: SigningKeys;

const server = createServer((request, response) => {
  if (request.url === '/keys') loads += 1;
  response.writeHead(metadataStatus);
  response.end(JSON.stringify(request.url === '/keys' ? { keys: published } : { jwks_uri: `${origin}/keys` }));
});

beforeAll(async () => {
  jwk = await exportJWK((await generateKeyPair('RS256', { extractable: true })).publicKey);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  published = [endorsed('old')];
  metadataStatus = 200;
  loads = 0;
  now = 0;
  logged.length = 0;
  keys = createSigningKeys({ metadataUrl: `${origin}/openid`, logger, now: () => now });
});

function endorsed(kid: string, endorsements: unknown = ['msteams']): unknown {
  return { ...jwk, kid, endorsements };
}

test('loads once for many who ask at the same time', async () => {
  const found = await Promise.all([keys.find('old'), keys.find('old'), keys.find('old'), keys.warm()]);
  expect(found.every(Boolean)).toBe(true);
  expect(loads).toBe(1);
});

test('passes over keys that are not endorsed for Teams, not RSA, or incomplete', async () => {
  published = [
    endorsed('webchat', ['webchat']),
    endorsed('bare', null),
    { ...jwk, endorsements: ['msteams'] },
    endorsed('', ['msteams']),
    'garbage',
    { kty: 'EC', kid: 'ec', crv: 'P-256', x: 'AA', y: 'AA', endorsements: ['msteams'] },
    { kty: 'oct', kid: 'oct', k: 'AAAA', endorsements: ['msteams'] },
    endorsed('good', ['webchat', 'msteams']),
  ];
  const found = await Promise.all(['webchat', 'bare', '', 'ec', 'oct', 'good'].map((kid) => keys.find(kid)));
  expect(found.map(Boolean)).toEqual([false, false, false, false, false, true]);
});

test('asks again for an unknown key after an hour, not before', async () => {
  await keys.warm();
  published = [endorsed('new')];
  now = HOUR;
  expect(await keys.find('new')).toBeUndefined();
  expect(loads).toBe(1);
  now = HOUR + 1;
  expect(await keys.find('new')).toBeDefined();
  expect(await keys.find('unknown')).toBeUndefined();
  expect(loads).toBe(2);
});

test('is warm as long as it has keys, without asking for them', async () => {
  await keys.warm();
  now = HOUR;
  expect([await keys.warm(), loads]).toEqual([true, 1]);
});

test('asks for its keys again after a day, though all that it is asked for are known', async () => {
  await keys.warm();
  now = 24 * HOUR + 1;
  const asked = once(server, 'request');
  expect(await keys.find('old')).toBeDefined();
  await asked;
});

test('serves the known keys after a day while it renews them, then the new ones', async () => {
  await keys.warm();
  published = [endorsed('new')];
  now = 24 * HOUR + 1;
  expect(await keys.find('old')).toBeDefined();
  expect(await keys.find('new')).toBeDefined();
  expect(await keys.find('old')).toBeUndefined();
});

test('keeps the known keys while their source fails, and says so without asking it for every request', async () => {
  await keys.warm();
  metadataStatus = 503;
  now = 24 * HOUR + 1;
  for (let request = 0; request < 20; request += 1) expect(await keys.find('old')).toBeDefined();
  await keys.find('unknown');
  expect(logged).toEqual([
    [expect.objectContaining({ url: `${origin}/openid`, known: 1, status: 503 }), expect.any(String)],
  ]);
});

test('has no key while its source has never answered, and has it ten seconds after it does', async () => {
  metadataStatus = 500;
  expect(await keys.warm()).toBe(false);
  expect(JSON.stringify(logged)).toMatch(/"status":500.*Check that this machine reaches the address/);
  metadataStatus = 200;
  now += 9_999;
  expect(await keys.find('old')).toBeUndefined();
  now += 1;
  expect(await keys.find('old')).toBeDefined();
});

test.each(['{}', 'not json', '{"jwks_uri":"no address"}'])('has no key when the metadata is %s', async (body) => {
  const odd = createServer((_request, response) => response.end(body));
  await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve));
  const metadataUrl = `http://127.0.0.1:${(odd.address() as AddressInfo).port}/`;
  expect(await createSigningKeys({ metadataUrl, logger }).warm()).toBe(false);
  odd.closeAllConnections();
  odd.close();
});

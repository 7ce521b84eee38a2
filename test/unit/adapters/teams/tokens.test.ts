import { type CryptoKey, generateKeyPair, SignJWT } from 'jose';
import { createVerifyToken, type VerifyToken } from '../../../../src/adapters/teams/tokens';

const CONFIG = { appId: 'our-app' };
const START_MS = 1_800_000_000_000;
const HOUR_S = 3_600;
const MINUTE_MS = 60_000;

let key: CryptoKey;
let publicKey: CryptoKey;
let nowMs: number;
let known: boolean;
let asked: number;
let verify: VerifyToken;

beforeAll(async () => {
  ({ privateKey: key, publicKey } = await generateKeyPair('RS256'));
});

beforeEach(() => {
  nowMs = START_MS;
  known = true;
  asked = 0;
  const find = async () => {
    asked += 1;
    return known ? publicKey : undefined;
  };
  verify = createVerifyToken(CONFIG, { find }, () => nowMs);
});

/** The header of a token as the Bot Framework issues it, but for what is changed; `undefined` leaves a claim out. */
async function bearer(change: Readonly<Record<string, unknown>> = {}, head: object = {}, by = key): Promise<string> {
  const { exp, ...claims }: Record<string, unknown> = {
    serviceurl: 'https://smba.example/',
    exp: START_MS / 1_000 + HOUR_S,
    aud: CONFIG.appId,
    iss: 'https://api.botframework.com',
    ...change,
  };
  const token = await new SignJWT(exp === undefined ? claims : { ...claims, exp: Number(exp) })
    .setProtectedHeader({ alg: 'RS256', kid: 'one', ...head })
    .sign(by);
  return `Bearer ${token}`;
}

test('a token that was proved a moment ago is not proved again', async () => {
  const header = await bearer();
  const claims = await verify(header);
  expect(claims).toMatchObject({ serviceurl: 'https://smba.example/' });
  expect(await verify(header)).toEqual(claims);
  expect(asked).toBe(1);
});

test('each token is proved by itself', async () => {
  await verify(await bearer());
  const [head, body] = (await bearer({ exp: START_MS / 1_000 + 2 * HOUR_S })).split('.');
  const [, , signature] = (await bearer()).split('.');
  expect(await verify([head, body, signature].join('.'))).toBeUndefined();
  expect(asked).toBe(2);
});

test('one that has ended since counts no more, five minutes for the clocks allowed', async () => {
  const header = await bearer({ exp: START_MS / 1_000 + 60 });
  expect(await verify(header)).toBeDefined();
  nowMs += 5 * MINUTE_MS;
  expect(await verify(header)).toBeDefined();
  nowMs += 2 * MINUTE_MS;
  expect(await verify(header)).toBeUndefined();
});

test('what was proved ends on the second, like what was not', async () => {
  const header = await bearer();
  await verify(header);
  nowMs = START_MS + HOUR_S * 1_000 + 5 * MINUTE_MS - 1;
  expect(await verify(header)).toBeDefined();
  nowMs += 1;
  expect(await verify(header)).toBeUndefined();
});

test.each([
  ['without an end', { exp: undefined }],
  ['without the address to answer at', { serviceurl: undefined }],
  ['for another app', { aud: 'other-app' }],
  ['for a list of apps, ours alone in it', { aud: ['our-app'] }],
  ['from another issuer', { iss: 'https://sts.windows.net/' }],
])('a token %s proves nothing', async (_, change) => {
  expect(await verify(await bearer(change))).toBeUndefined();
  expect(asked).toBe(1);
});

test('a token of another issuer proves something where that one is told', async () => {
  const config = { ...CONFIG, tokenIssuer: 'https://api.botframework.us' };
  verify = createVerifyToken(config, { find: async () => publicKey }, () => nowMs);
  expect(await verify(await bearer({ iss: 'https://api.botframework.us' }))).toBeDefined();
  expect(await verify(await bearer())).toBeUndefined();
});

test('a token that is signed in another way than Microsoft signs proves nothing, though the key fits', async () => {
  const other = await generateKeyPair('ES256');
  verify = createVerifyToken(CONFIG, { find: async () => other.publicKey }, () => nowMs);
  expect(await verify(await bearer({}, { alg: 'ES256' }, other.privateKey))).toBeUndefined();
});

test('no key is asked for where a token names none', async () => {
  expect(await verify(await bearer({}, { kid: undefined }))).toBeUndefined();
  expect(asked).toBe(0);
});

test('another spelling of the bytes of a token proves nothing', async () => {
  const header = await bearer();
  // Of the last character of 256 bytes in base64, four bits mean nothing.
  const last = header.slice(-1);
  const twin = header.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 1);
  const [signature, same] = [header, twin].map((each) => Buffer.from(each.split('.')[2] ?? '', 'base64url'));
  expect(same).toEqual(signature);
  expect(await verify(twin)).toBeUndefined();
});

test('what was refused is looked at again each time, and kept nowhere', async () => {
  known = false;
  const header = await bearer();
  expect(await verify(header)).toBeUndefined();
  known = true;
  expect(await verify(header)).toBeDefined();
  expect(asked).toBe(2);
});

test.each([undefined, '', 'Bearer', 'Basic a.b.c', 'Bearer a.b', 'Bearer a.b.c.d', 'Bearer a.b. c'])(
  'without a token there is nothing to prove: %j',
  async (header) => {
    expect(await verify(header)).toBeUndefined();
    expect(asked).toBe(0);
  },
);

test('what stands around a token makes it none', async () => {
  const header = await bearer();
  expect([await verify(`x${header}`), await verify(`${header} x`), asked]).toEqual([undefined, undefined, 0]);
});

test('an app without an id lets nobody in', async () => {
  verify = createVerifyToken({ appId: '' }, { find: async () => publicKey }, () => nowMs);
  expect(await verify(await bearer({ aud: '' }))).toBeUndefined();
});

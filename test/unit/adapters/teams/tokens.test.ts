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

async function bearer(change: { readonly exp?: number; readonly aud?: string } = {}): Promise<string> {
  const { exp = START_MS / 1_000 + HOUR_S, aud = CONFIG.appId } = change;
  const token = await new SignJWT({
    serviceurl: 'https://smba.example/',
    exp,
    aud,
    iss: 'https://api.botframework.com',
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .sign(key);
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

test('what was refused is looked at again each time, and kept nowhere', async () => {
  known = false;
  const header = await bearer();
  expect(await verify(header)).toBeUndefined();
  known = true;
  expect(await verify(header)).toBeDefined();
  expect(asked).toBe(2);
});

test.each([undefined, '', 'Bearer', 'Basic a.b.c', 'Bearer a.b', 'Bearer a.b.c.d'])(
  'without a token there is nothing to prove: %j',
  async (header) => {
    expect(await verify(header)).toBeUndefined();
    expect(asked).toBe(0);
  },
);

test('an app without an id lets nobody in', async () => {
  verify = createVerifyToken({ appId: '' }, { find: async () => publicKey }, () => nowMs);
  expect(await verify(await bearer({ aud: '' }))).toBeUndefined();
});

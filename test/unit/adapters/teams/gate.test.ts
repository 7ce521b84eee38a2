import { generateKeyPair, SignJWT } from 'jose';
import type { TeamsConfig } from '../../../../src/adapters/teams/config';
import { createGate } from '../../../../src/adapters/teams/gate';
import type { SigningKeys } from '../../../../src/adapters/teams/signing-keys';
import type { RawRequest } from '../../../../src/ops/http';

const config: TeamsConfig = {
  appId: '',
  password: '',
  allowedTenants: [],
  serviceUrlHosts: [],
  listening: false,
  admins: [],
  openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  unauthenticatedLoopback: true,
};
const HEADERS = { host: 'localhost:3978', 'content-type': 'application/json' };
const noKeys = { find: async () => undefined, warm: async () => false };

/** As the Agents Playground posts it. */
function request(change: Partial<RawRequest> = {}, serviceUrl = 'http://localhost:56150/_connector'): RawRequest {
  const activity = {
    type: 'message',
    channelId: 'msteams',
    serviceUrl,
    from: { id: 'user-id-0' },
    recipient: { id: 'bot-id' },
    conversation: { id: 'personal-chat-id' },
  };
  return {
    headers: HEADERS,
    rawBody: Buffer.from(JSON.stringify(activity)),
    path: '/api/messages',
    query: new URLSearchParams(),
    remoteAddress: '127.0.0.1',
    ...change,
  };
}

describe('without authentication, on this machine', () => {
  const gate = createGate(config, noKeys);

  test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
    'a request from %s comes in without a token',
    async (remoteAddress) => {
      expect(await gate(request({ remoteAddress }))).toMatchObject({ activity: { type: 'message' } });
    },
  );

  test('a request from elsewhere does not, even one that claims to be forwarded from here', async () => {
    const headers = { ...HEADERS, 'x-forwarded-for': '127.0.0.1' };
    expect(await gate(request({ remoteAddress: '10.0.0.7', headers }))).toMatchObject({ refusal: 401 });
  });

  test.each([
    { 'x-forwarded-for': '203.0.113.9' },
    { 'x-forwarded-host': 'bot.example' },
    { forwarded: 'for=203.0.113.9' },
    { host: 'bot.example' },
    { host: '' },
  ])('a request through a tunnel that ends here does not: %j', async (added) => {
    expect(await gate(request({ headers: { ...HEADERS, ...added } }))).toMatchObject({ refusal: 401 });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'a web page that posts %j does not',
    async (contentType) => {
      expect(await gate(request({ headers: { ...HEADERS, 'content-type': contentType } }))).toMatchObject({
        refusal: 401,
      });
    },
  );

  test('nobody sends our answers to another machine', async () => {
    expect(await gate(request({}, 'https://smba.trafficmanager.net/amer/'))).toEqual({
      refusal: 401,
      reason: 'service-url',
    });
  });
});

test.each(['', '{', '[]', '{"type":"message"}'])('a body that is no activity is refused as such: %s', async (text) => {
  const gate = createGate(config, noKeys);
  expect(await gate(request({ rawBody: Buffer.from(text) }))).toEqual({ refusal: 400, reason: 'shape' });
});

test('an activity of another channel than Teams is refused', async () => {
  const rawBody = Buffer.from(request().rawBody.toString().replace('msteams', 'webchat'));
  expect(await createGate(config, noKeys)(request({ rawBody }))).toEqual({ refusal: 401, reason: 'token' });
});

describe('with authentication', () => {
  const HERE = 'https://smba.trafficmanager.net/amer/';
  let authorization: string;
  let keys: SigningKeys;
  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    keys = { find: async () => publicKey, warm: async () => true };
    const token = new SignJWT({ iss: 'https://api.botframework.com', aud: 'our-app', serviceurl: HERE });
    authorization = `Bearer ${await token.setProtectedHeader({ alg: 'RS256', kid: '1' }).setExpirationTime('1h').sign(privateKey)}`;
  });

  function ask(serviceUrl: string, allowedTenants: readonly string[] = []) {
    const gate = createGate({ ...config, appId: 'our-app', unauthenticatedLoopback: false, allowedTenants }, keys);
    const { rawBody, ...rest } = request({ headers: { ...HEADERS, authorization } }, serviceUrl);
    const activity = { ...JSON.parse(rawBody.toString()), channelData: { tenant: { id: 'tenant-1' } } };
    return gate({ ...rest, rawBody: Buffer.from(JSON.stringify(activity)) });
  }

  test('an activity comes in by a token for its own service URL', async () => {
    expect(await ask(HERE)).toMatchObject({ activity: { serviceUrl: HERE } });
  });

  test('a token says nothing for another service URL, even one of Microsoft’s', async () => {
    expect(await ask('https://smba.trafficmanager.net/emea/')).toEqual({ refusal: 401, reason: 'token' });
  });

  test('where tenants are named, others stay outside', async () => {
    expect(await ask(HERE, ['tenant-0', 'tenant-1'])).toHaveProperty('activity');
    expect(await ask(HERE, ['tenant-2'])).toEqual({ refusal: 401, reason: 'tenant' });
  });
});

test('with authentication, an empty app id lets nobody in', async () => {
  const gate = createGate({ ...config, unauthenticatedLoopback: false }, noKeys);
  expect(await gate(request())).toEqual({ refusal: 401, reason: 'token' });
});

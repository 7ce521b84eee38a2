import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAccessToken } from '../../../../src/adapters/teams/access-token';
import { type TeamsConfig, tokenUrlOf } from '../../../../src/adapters/teams/config';

const MINUTE = 60 * 1000;
const asked: string[] = [];
const requests: string[] = [];
let status = 200;
/** What is granted; by default a token for an hour. */
let grant: object | undefined;
let now = 0;
let config: TeamsConfig;

const server = createServer(async (request, response) => {
  let form = '';
  for await (const chunk of request) form += String(chunk);
  asked.push(form);
  requests.push(`${request.method} ${request.headers['content-type']}`);
  response.writeHead(status);
  response.end(JSON.stringify(grant ?? { access_token: `token-${asked.length}`, expires_in: 3600 }));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  config = {
    appId: 'app',
    password: 'p&ss=word',
    allowedTenants: [],
    serviceUrlHosts: [],
    listening: false,
    admins: [],
    openIdMetadataUrl: '',
    tokenUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`,
    unauthenticatedLoopback: false,
  };
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
  requests.length = 0;
  grant = undefined;
  status = 200;
  now = 0;
});

test('asks with the client credentials, once for many', async () => {
  const token = createAccessToken(config, () => now);
  expect(await Promise.all([token(), token(), token()])).toEqual(['token-1', 'token-1', 'token-1']);
  expect(asked.map((form) => Object.fromEntries(new URLSearchParams(form)))).toEqual([
    {
      grant_type: 'client_credentials',
      client_id: 'app',
      client_secret: 'p&ss=word',
      scope: 'https://api.botframework.com/.default',
    },
  ]);
  expect(requests).toEqual(['POST application/x-www-form-urlencoded']);
});

test('asks for the scope of another cloud where it is told', async () => {
  await createAccessToken({ ...config, tokenScope: 'https://api.botframework.us/.default' }, () => now)();
  expect(new URLSearchParams(asked[0]).get('scope')).toBe('https://api.botframework.us/.default');
});

test.each([
  {},
  { access_token: '', expires_in: 3600 },
  { access_token: 'token', expires_in: 0 },
  { access_token: 'token', expires_in: 'soon' },
  { expires_in: 3600 },
])('takes %j for no token', async (granted) => {
  grant = granted;
  await expect(createAccessToken(config, () => now)()).rejects.toThrow();
});

test('reads seconds that are granted as text, as the first version of the endpoint writes them', async () => {
  grant = { access_token: 'token', expires_in: '3600' };
  const token = createAccessToken(config, () => now);
  expect([await token(), await token(), asked.length]).toEqual(['token', 'token', 1]);
});

test('renews five minutes before the end', async () => {
  const token = createAccessToken(config, () => now);
  await token();
  now = 55 * MINUTE - 1;
  expect(await token()).toBe('token-1');
  now = 55 * MINUTE;
  expect(await token()).toBe('token-2');
});

test('uses what is left of a token while none is granted, and rejects with the status after its end', async () => {
  const token = createAccessToken(config, () => now);
  await token();
  status = 503;
  now = 59 * MINUTE;
  expect(await token()).toBe('token-1');
  now = 60 * MINUTE;
  await expect(token()).rejects.toMatchObject({ status: 503 });
  status = 200;
  expect(await token()).toMatch(/^token-/);
});

test.each([
  [{}, 'https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token'],
  [{ tenantId: 'contoso.example' }, 'https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token'],
  [{ tenantId: '../evil?' }, 'https://login.microsoftonline.com/..%2Fevil%3F/oauth2/v2.0/token'],
  [
    { tenantId: 'x', tokenUrl: 'https://login.microsoftonline.us/x/oauth2/v2.0/token' },
    'https://login.microsoftonline.us/x/oauth2/v2.0/token',
  ],
])('asks for %j at %s', (settings, url) => {
  expect(tokenUrlOf(settings)).toBe(url);
});

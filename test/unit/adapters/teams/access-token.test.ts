import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAccessToken } from '../../../../src/adapters/teams/access-token';
import { type TeamsConfig, tokenUrlOf } from '../../../../src/adapters/teams/config';

const MINUTE = 60 * 1000;
const asked: string[] = [];
let status = 200;
let now = 0;
let config: TeamsConfig;

const server = createServer(async (request, response) => {
  let form = '';
  for await (const chunk of request) form += String(chunk);
  asked.push(form);
  response.writeHead(status);
  response.end(JSON.stringify({ access_token: `token-${asked.length}`, expires_in: 3600 }));
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

import { guard } from '../../../../src/adapters/playground/guard';
import type { RawRequest, Route } from '../../../../src/ops/http';
import { bodyText, requestOf } from './fixture';

const reached: RawRequest[] = [];

function routeOf(method: Route['method']): Route {
  return guard({
    method,
    path: '/x',
    handle: async (request) => {
      reached.push(request);
      return { status: 200, headers: { 'content-type': 'text/plain' }, body: 'inside' };
    },
  });
}

const get = routeOf('GET');
const post = routeOf('POST');

beforeEach(() => {
  reached.length = 0;
});

describe('a request from this machine', () => {
  test.each(['localhost', 'localhost:3978', 'LOCALHOST:80', '127.0.0.1:3978', '127.1.2.3', '[::1]:3978', '[::1]'])(
    'is let in under the host %s',
    async (host) => {
      expect((await get.handle(requestOf({ set: { host } }))).status).toBe(200);
    },
  );

  test.each(['127.0.0.1', '127.255.0.9', '::1', '::ffff:127.0.0.1'])('is let in from %s', async (remoteAddress) => {
    expect((await get.handle(requestOf({ remoteAddress }))).status).toBe(200);
  });

  test('may post without an origin, as programs do, and with a charset', async () => {
    const set = { origin: undefined, 'content-type': 'application/json; charset=utf-8' };
    expect((await post.handle(requestOf({ set }))).status).toBe(200);
  });
});

describe('a stranger', () => {
  test.each(['10.0.0.5', '192.168.1.7', '::ffff:10.0.0.5', '2001:db8::1', '128.0.0.1', '', '127.0.0.1.example'])(
    'at %s is turned away',
    async (remoteAddress) => {
      const response = await get.handle(requestOf({ remoteAddress }));
      expect([response.status, reached]).toEqual([403, []]);
    },
  );

  test.each([
    undefined,
    '',
    'attacker.example',
    'attacker.example:3978',
    'localhost.attacker.example',
    'attacker-localhost',
    '127.0.0.1.attacker.example',
    '127.0.0.1@attacker.example',
    'localhost:3978/x',
    '0.0.0.0:3978',
    '[::2]:3978',
    ' localhost',
  ])('whose DNS points here is turned away under the host %j', async (host) => {
    for (const route of [get, post]) expect((await route.handle(requestOf({ set: { host } }))).status).toBe(403);
    expect(reached).toEqual([]);
  });
});

describe('a page of another site', () => {
  test.each([
    'https://attacker.example',
    'null',
    '',
    'http://localhost:9999',
    'https://localhost:3978',
    'http://localhost:3978.attacker.example',
  ])('with the origin %j cannot post', async (origin) => {
    expect((await post.handle(requestOf({ set: { origin } }))).status).toBe(403);
    expect(reached).toEqual([]);
  });

  test.each([undefined, 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp'])(
    'cannot post what a form can send: %s',
    async (contentType) => {
      const set = { 'content-type': contentType, origin: undefined };
      expect((await post.handle(requestOf({ set }))).status).toBe(415);
      expect(reached).toEqual([]);
    },
  );
});

test('every refusal says what to do in both languages', async () => {
  const refused = [
    await get.handle(requestOf({ remoteAddress: '10.0.0.5' })),
    await post.handle(requestOf({ set: { origin: 'null' } })),
    await post.handle(requestOf({ set: { 'content-type': 'text/plain' } })),
  ];
  for (const response of refused) {
    const { error } = JSON.parse(bodyText(response));
    expect(error.en).toMatch(/\. .*\.$/);
    expect(error['zh-CN']).toMatch(/\p{Script=Han}.*。$/u);
  }
});

test('every response carries the security headers and keeps its own', async () => {
  for (const request of [requestOf(), requestOf({ remoteAddress: '10.0.0.5' })]) {
    const { headers = {} } = await get.handle(request);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).not.toMatch(/unsafe|http:|https:|\*/);
  }
  expect((await get.handle(requestOf())).headers).toMatchObject({ 'content-type': 'text/plain' });
});

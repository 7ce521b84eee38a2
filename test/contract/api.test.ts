/** The HTTP API as a program meets it: the real server, and every path that the OpenAPI document tells of. */

import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { z } from 'zod';
import { ENDPOINTS } from '../../src/api/endpoints';
import { type ApiOptions, createApiRoutes } from '../../src/api/http/routes';
import { createLookups } from '../../src/api/lookups';
import { problemSchema } from '../../src/api/problem-schema';
import { loadKnowledge } from '../../src/knowledge/load';
import type { Logger } from '../../src/ops/logger';
import { createServer, type Server } from '../../src/server';

const TOKEN = 'f1d2'.repeat(8);
const lookups = createLookups(loadKnowledge());
// The index is built at the first search, which is not what these tests are about.
lookups.search('count', {});
const logged: unknown[] = [];
const logger: Logger = {
  info: (...said) => void logged.push(said),
  warn: (...said) => void logged.push(said),
  error: (...said) => void logged.push(said),
};

let server: Server;
let base: string;

async function start(options: Partial<ApiOptions> = {}): Promise<void> {
  const routes = createApiRoutes({
    lookups,
    tokens: [],
    perMinute: 1_000,
    defaultLocale: 'en',
    now: () => 0,
    ...options,
  });
  server = createServer({ logger, routes });
  base = `${(await server.listen('127.0.0.1', 0)).url}/api/v1`;
}

afterEach(async () => {
  await server.close();
  expect(logged.splice(0)).toEqual([]);
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(base + path, { headers });
const ask = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${base}/ask`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return { ...problem, kind: problem.type.replace('urn:hexfix:problem:', '') };
}

describe('on this machine', () => {
  beforeEach(() => start());

  /** How a program that knows only the document would call each path. */
  const CALLS: Readonly<Record<string, () => Promise<Response>>> = {
    '/codes/{code}': () => get('/codes/0xC004F074?lang=zh-CN'),
    '/explain': () => get('/explain?q=-1073418124&lang=zh-CN'),
    '/search': () => get('/search?q=count%20insufficient&limit=3&lang=zh-CN'),
    '/ask': () =>
      fetch(`${base}/ask?lang=zh-CN`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"text":"0xC004F074"}',
      }),
    '/procedures': () => get('/procedures?lang=zh-CN'),
    '/procedures/{id}': () => get('/procedures/count?lang=zh-CN'),
  };

  it('answers every path of its own document as the document says', async () => {
    const document = z.object({ openapi: z.literal('3.1.1'), paths: z.record(z.string(), z.unknown()) });
    const { paths } = document.parse(await (await get('/openapi.json')).json());
    expect(Object.keys(paths).sort()).toEqual(Object.keys(CALLS).sort());
    for (const { path, result } of ENDPOINTS) {
      const response = await CALLS[path]?.();
      expect(response?.status).toBe(200);
      expect(response?.headers.get('content-type')).toBe('application/json; charset=utf-8');
      const body: unknown = await response?.json();
      expect(result.safeParse(body).error).toBeUndefined();
      expect(JSON.stringify(body)).toContain('zh-CN');
    }
  });

  it.each([
    ['/codes/C004F074', 400, 'bad-code'],
    ['/codes/0xC004F074%2F', 400, 'bad-code'],
    ['/explain', 400, 'no-question'],
    ['/explain?q=0x1&q=0x2', 400, 'no-question'],
    ['/explain?q=%20', 400, 'empty'],
    ['/explain?q=hello', 404, 'no-code'],
    [`/search?q=${'a'.repeat(401)}`, 413, 'words-too-long'],
    ['/search?q=a&limit=21', 400, 'bad-limit'],
    ['/search?q=a&limit=1e1', 400, 'bad-limit'],
    ['/procedures/nothing', 404, 'no-procedure'],
    ['/procedures/__proto__', 404, 'no-procedure'],
    ['/procedures?lang=fr', 400, 'bad-language'],
    ['/nothing', 404, 'no-endpoint'],
    [`/codes/${'0'.repeat(300)}`, 404, 'no-endpoint'],
    ['/ask', 405, 'wrong-method'],
  ])('refuses GET %s with %d %s', async (path, status, kind) => {
    const response = await get(path);
    expect(await problemOf(response)).toMatchObject({ status, kind });
    expect(response.headers.get('allow')).toBe(status === 405 ? 'POST' : null);
  });

  it.each<[string, string | Uint8Array<ArrayBuffer>, Record<string, string>, number, string]>([
    ['another type', '{"text":"a"}', { 'content-type': 'text/plain' }, 415, 'not-json'],
    ['a compressed body', '{"text":"a"}', { 'content-encoding': 'gzip' }, 415, 'compressed'],
    ['no JSON', '{"text":', {}, 400, 'broken-json'],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), {}, 400, 'broken-json'],
    ['another shape', '{"text":1}', {}, 400, 'no-text'],
    ['more than that', '{"text":"a","lang":"en"}', {}, 400, 'no-text'],
    ['no text', '{"text":""}', {}, 400, 'empty'],
    ['a long text', JSON.stringify({ text: 'a'.repeat(40_001) }), {}, 413, 'text-too-long'],
    ['a huge body', JSON.stringify({ text: 'a'.repeat(300_000) }), {}, 413, 'too-large'],
  ])('refuses to be asked with %s', async (_what, body, headers, status, kind) => {
    expect(await problemOf(await ask(body, headers))).toMatchObject({ status, kind });
  });

  it('says what is wrong in the caller’s language', async () => {
    const chinese = await problemOf(await get('/explain?q=0xC004F07&lang=zh-CN'));
    expect(chinese).toMatchObject({ title: '未找到', nearest: expect.arrayContaining(['0xC004F017']) });
    expect((await problemOf(await get('/nothing', { 'accept-language': 'zh-CN,zh;q=0.9' }))).detail).toContain(
      '没有这个地址',
    );
    expect((await problemOf(await get('/codes/x', { 'accept-language': 'fr' }))).title).toBe('Malformed question');
  });

  it('answers in the language of the header where the text tells none', async () => {
    const { explained } = z
      .object({ explained: z.object({ locale: z.string() }) })
      .parse(await (await get('/explain?q=0xC004F074', { 'accept-language': 'zh-TW' })).json());
    expect(explained.locale).toBe('zh-CN');
  });

  it('lets public answers be kept for a while, and tells whether they have changed', async () => {
    const first = await get('/codes/0xC004F074');
    expect(first.headers.get('cache-control')).toBe('private, max-age=300');
    expect(first.headers.get('vary')).toContain('accept-language');
    const etag = first.headers.get('etag') ?? '';
    const again = await get('/codes/0xC004F074', { 'if-none-match': `"x", W/${etag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await get('/codes/0xC004F074?lang=zh-CN', { 'if-none-match': etag })).status).toBe(200);
  });

  it('leaves what somebody wrote in no cache', async () => {
    expect((await get('/explain?q=0xC004F074')).headers.get('cache-control')).toBe('no-store');
    expect((await ask('{"text":"0xC004F074"}')).headers.get('cache-control')).toBe('no-store');
  });

  it('gives no other site a way in', async () => {
    const response = await get('/procedures', { origin: 'https://evil.example' });
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    const rebound = httpRequest(`${base}/procedures`, { headers: { host: 'evil.example' } }).end();
    const [{ statusCode }] = await once(rebound, 'response');
    rebound.destroy();
    expect(statusCode).toBe(403);
  });
});

describe('with tokens', () => {
  beforeEach(() => start({ tokens: [TOKEN], perMinute: 2 }));

  it('answers whoever has one, so often', async () => {
    const authorization = `Bearer ${TOKEN}`;
    expect((await get('/procedures', { authorization })).status).toBe(200);
    expect((await get('/openapi.json', { authorization })).status).toBe(200);
    const refused = await get('/procedures', { authorization });
    expect(refused.headers.get('retry-after')).toBe('30');
    expect((await problemOf(refused)).kind).toBe('too-many');
  });

  it.each(['/codes/0xC004F074', '/openapi.json', '/nothing'])('tells a stranger nothing of %s', async (path) => {
    const response = await get(path, { authorization: `Bearer ${TOKEN.slice(1)}` });
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="hexfix"');
    expect((await problemOf(response)).kind).toBe('no-token');
  });
});

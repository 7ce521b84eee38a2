import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createAssetRoutes } from '../../../../src/adapters/playground/assets';
import type { Route } from '../../../../src/ops/http';
import { bodyText, requestOf } from './fixture';

const FILES = {
  'index.html': '<!doctype html><html lang="en" data-default-locale="en"><head></head></html>',
  'main.js': 'import "./slack/blocks";',
  'slack/blocks.js': 'export {};',
  'base.css': 'body{}',
  'mark.svg': '<svg/>',
  'main.js.map': '{}',
  'tsconfig.json': '{}',
};

let folder: string;
let routes: Route[];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'page-'));
  mkdirSync(path.join(folder, 'slack'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
  routes = createAssetRoutes(folder, 'zh-CN');
});

afterAll(() => rmSync(folder, { recursive: true }));

function routeAt(urlPath: string): Route {
  const route = routes.find((candidate) => candidate.path === urlPath);
  if (route === undefined) throw new Error(`no route ${urlPath}`);
  return route;
}

test('serves the page, its scripts without their extension, its styles and pictures, and nothing else', () => {
  expect(routes.map(({ method, path: urlPath }) => `${method} ${urlPath}`).sort()).toEqual([
    'GET /',
    'GET /playground/adaptivecards',
    'GET /playground/base.css',
    'GET /playground/main',
    'GET /playground/mark.svg',
    'GET /playground/slack/blocks',
  ]);
});

test.each([
  ['/', 'text/html; charset=utf-8'],
  ['/playground/main', 'text/javascript; charset=utf-8'],
  ['/playground/adaptivecards', 'text/javascript; charset=utf-8'],
  ['/playground/base.css', 'text/css; charset=utf-8'],
  ['/playground/mark.svg', 'image/svg+xml'],
])('announces %s as %s', async (urlPath, type) => {
  const { status, headers } = await routeAt(urlPath).handle(requestOf());
  expect([status, headers?.['content-type']]).toEqual([200, type]);
});

test('writes the default language into the page, and every script that it will need', async () => {
  const page = bodyText(await routeAt('/').handle(requestOf()));
  const links = ['main', 'slack/blocks'].map((name) => `<link rel="modulepreload" href="/playground/${name}">`);
  expect(page).toBe(`<!doctype html><html lang="en" data-default-locale="zh-CN"><head>${links.join('')}</head></html>`);
});

test('compresses for whoever takes it', async () => {
  const response = await routeAt('/playground/main').handle(requestOf({ set: { 'accept-encoding': 'br, gzip' } }));
  expect(response.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(gunzipSync(response.body ?? '').toString()).toBe(FILES['main.js']);
});

test('the renderer of cards takes less than 100 kB on its way', async () => {
  const route = routeAt('/playground/adaptivecards');
  const { body = '' } = await route.handle(requestOf({ set: { 'accept-encoding': 'gzip' } }));
  expect(Buffer.byteLength(body)).toBeLessThan(100_000);
});

test('sends nothing again that the browser has', async () => {
  const route = routeAt('/playground/main');
  const etag = (await route.handle(requestOf())).headers?.etag ?? '';
  const again = await route.handle(requestOf({ set: { 'if-none-match': etag } }));
  expect([again.status, again.body]).toEqual([304, undefined]);
  expect((await route.handle(requestOf({ set: { 'if-none-match': '"other"' } }))).status).toBe(200);
});

/**
 * The files of the page, read and compressed once, on first use. A script is served without its `.js`, because that is
 * how the modules name each other.
 */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Locale } from '../../i18n/locale';
import type { RawRequest, RawResponse, Route } from '../../ops/http';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.js': 'text/javascript; charset=utf-8',
};

/** One route a file: the page itself, its scripts, styles and pictures, and the package that renders Teams' cards. */
export function createAssetRoutes(pageFolder: string, defaultLocale: Locale): Route[] {
  const files = readdirSync(pageFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.extname(file) in TYPES)
    .sort();
  const scripts = files.filter((file) => file.endsWith('.js')).map(routePath);
  const finish = (html: string) => withPreloads(withDefault(html, defaultLocale), scripts);
  return [
    ...files.map((file) => fileRoute(routePath(file), path.join(pageFolder, file), finish)),
    fileRoute('/playground/adaptivecards', require.resolve(CARDS_PACKAGE), finish),
  ];
}

/** What is done to the page itself before it is served. */
type Finish = (html: string) => string;

/** The bundle that runs in a browser as it is. */
const CARDS_PACKAGE = 'adaptivecards/dist/adaptivecards.min.js';

function routePath(file: string): string {
  if (file === 'index.html') return '/';
  return `/playground/${file.split(path.sep).join('/').replace(/\.js$/, '')}`;
}

interface Asset {
  readonly plain: Buffer;
  readonly gzipped: Buffer;
  readonly etag: string;
}

function fileRoute(urlPath: string, file: string, finish: Finish): Route {
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  let asset: Asset | undefined;
  return {
    method: 'GET',
    path: urlPath,
    async handle(request) {
      asset ??= readAsset(file, finish);
      return serve(asset, type, request);
    },
  };
}

function readAsset(file: string, finish: Finish): Asset {
  const bytes = readFileSync(file);
  const plain = file.endsWith('.html') ? Buffer.from(finish(bytes.toString())) : bytes;
  const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  return { plain, gzipped: gzipSync(plain), etag: `"${digest}"` };
}

/** Tells the page what to speak to browsers that ask for a language we do not have. */
function withDefault(html: string, locale: Locale): string {
  return html.replace('data-default-locale="en"', `data-default-locale="${locale}"`);
}

/** All scripts are asked for at once: otherwise the browser learns of each from the one that names it. */
function withPreloads(html: string, scripts: readonly string[]): string {
  const links = scripts.map((script) => `<link rel="modulepreload" href="${script}">`);
  return html.replace('</head>', `${links.join('')}</head>`);
}

/** The browser keeps its copy and asks whether it is still the right one: a new build is seen at once. */
function serve({ plain, gzipped, etag }: Asset, type: string, { headers }: RawRequest): RawResponse {
  const caching = { etag, 'cache-control': 'no-cache', vary: 'accept-encoding' };
  if (headers['if-none-match'] === etag) return { status: 304, headers: caching };
  const isGzipTaken = /\bgzip\b/.test(headers['accept-encoding'] ?? '');
  if (!isGzipTaken) return { status: 200, headers: { ...caching, 'content-type': type }, body: plain };
  return {
    status: 200,
    headers: { ...caching, 'content-type': type, 'content-encoding': 'gzip' },
    body: gzipped,
  };
}

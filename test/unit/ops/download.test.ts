import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DownloadRules, download, isHttpsAt } from '../../../src/ops/download';

let server: Server;
let origin: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let paths: string[];

beforeEach(async () => {
  paths = [];
  server = createServer((request, response) => {
    paths.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

function get(rules: Partial<DownloadRules> = {}) {
  const isAllowed = (url: URL) => url.origin === origin;
  return download(`${origin}/file`, { isAllowed, maxBytes: 10, timeoutMs: 60_000, ...rules });
}

test('gives the bytes and what the server calls them', async () => {
  answer = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.end('0123456789');
  };
  const got = await get();
  expect(got).toMatchObject({ contentType: 'text/plain' });
  expect('bytes' in got && Buffer.from(got.bytes).toString()).toBe('0123456789');
});

test('counts what comes, whatever was announced', async () => {
  answer = (_request, response) => {
    // In pieces and without a length.
    response.write('01234');
    response.end('567890');
  };
  expect(await get()).toEqual({ failure: 'too-large' });
});

test('ends the connection once there is too much', async () => {
  const closed = new Promise((resolve) => {
    answer = (_request, response) => {
      response.once('close', resolve);
      response.write('more than ten bytes, and no end of them');
    };
  });
  expect(await get()).toEqual({ failure: 'too-large' });
  await closed;
});

test.each([
  ['before it answers', () => undefined],
  ['amid the file', (_request: IncomingMessage, response: ServerResponse) => response.write('012')],
])('waits no longer than it may for a server that falls silent %s', async (_when, silent) => {
  answer = silent;
  expect(await get({ timeoutMs: 50 })).toEqual({ failure: 'no-answer' });
});

test('tells what a server answered instead', async () => {
  answer = (_request, response) => {
    response.writeHead(403);
    response.end('no');
  };
  expect(await get()).toEqual({ failure: 'status', status: 403 });
});

test('follows a redirect that stays where it may go, but none with credentials', async () => {
  answer = (request, response) => {
    if (request.url === '/file') {
      response.writeHead(302, { location: '/moved' });
      response.end();
    } else response.end('moved');
  };
  const got = await get();
  expect('bytes' in got && Buffer.from(got.bytes).toString()).toBe('moved');
  expect(await get({ credentials: { authorization: 'Bearer 1' } })).toEqual({ failure: 'status', status: 302 });
  expect(paths).toEqual(['/file', '/moved', '/file']);
});

test('follows no redirect elsewhere, and none for ever', async () => {
  answer = (_request, response) => {
    response.writeHead(302, { location: 'http://localhost:1/file' });
    response.end();
  };
  expect(await get()).toEqual({ failure: 'address' });
  answer = (_request, response) => {
    response.writeHead(302, { location: '/file' });
    response.end();
  };
  expect(await get()).toEqual({ failure: 'no-answer' });
  expect(paths).toHaveLength(4);
});

test.each(['', 'not an address', 'file:///etc/passwd', 'http://169.254.169.254/latest'])(
  'asks nobody for %j',
  async (address) => {
    const isAllowed = (url: URL) => isHttpsAt(url, ['slack.com']);
    expect(await download(address, { isAllowed, maxBytes: 10, timeoutMs: 60_000 })).toEqual({ failure: 'address' });
  },
);

describe('an address', () => {
  test.each(['https://slack.com/f', 'https://files.slack.com/f?x=1', 'https://FILES.SLACK.COM/f'])(
    '%s is theirs',
    (address) => {
      expect(isHttpsAt(new URL(address), ['slack.com'])).toBe(true);
    },
  );

  test.each([
    'http://files.slack.com/f',
    'https://files.slack.com:8443/f',
    'https://user:word@files.slack.com/f',
    'https://files.slack.com@evil.example/f',
    'https://files.slack.com.evil.example/f',
    'https://evilslack.com/f',
    'https://evil.example/files.slack.com',
    'https://evil.example\\.slack.com/f',
    'https://127.0.0.1/f',
    'https://[::1]/f',
    'https://2130706433/f',
    'ftp://files.slack.com/f',
  ])('%s is not', (address) => {
    expect(isHttpsAt(new URL(address), ['slack.com'])).toBe(false);
  });
});

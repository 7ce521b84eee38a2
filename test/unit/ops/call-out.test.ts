import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CallOptions, callOut } from '../../../src/ops/call-out';

let server: Server;
let origin: string;
let connections: number;

async function serve(listener: RequestListener): Promise<void> {
  connections = 0;
  server = createServer(listener).on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const echo: RequestListener = (request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { method, url, headers } = request;
    const seen = { method, url, length: headers['content-length'], type: headers['content-type'] };
    response.writeHead(201, { 'x-two': ['a', 'b'] });
    response.end(JSON.stringify({ ...seen, body: Buffer.concat(chunks).toString() }));
  });
};

const causeOf = (error: unknown) => (error instanceof TypeError ? error.cause : error);

test('what is sent arrives, and the answer comes back whole', async () => {
  await serve(echo);
  const sent: CallOptions = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '你好' };
  const answer = await callOut(`${origin}/a?b=c`, sent);
  const { ok, status, statusText, url } = answer;
  expect({ ok, status, statusText, url }).toEqual({
    ok: true,
    status: 201,
    statusText: 'Created',
    url: `${origin}/a?b=c`,
  });
  expect(answer.headers.get('X-Two')).toBe('a, b');
  const seen = { method: 'POST', url: '/a?b=c', length: '6', type: 'text/plain', body: '你好' };
  expect(await answer.json()).toEqual(seen);
  expect(JSON.parse(await answer.text())).toEqual(seen);
  expect(JSON.parse(Buffer.from(await answer.arrayBuffer()).toString())).toEqual(seen);
});

test('one call after the other goes over the same connection', async () => {
  await serve(echo);
  for (const body of ['1', '2', '3']) await callOut(origin, { method: 'POST', body });
  expect(connections).toBe(1);
});

test('a redirect is never followed', async () => {
  const paths: unknown[] = [];
  await serve((request, response) => {
    paths.push(request.url);
    // Not chained: restify, in the same process, replaces `writeHead` by one that returns nothing.
    response.writeHead(302, { location: '/elsewhere' });
    response.end();
  });
  await expect(callOut(`${origin}/here`)).rejects.toThrow('fetch failed');
  expect(await callOut(`${origin}/here`, { redirect: 'manual' })).toMatchObject({ ok: false, status: 302 });
  expect(paths).toEqual(['/here', '/here']);
});

test('a failure bears the code of the system', async () => {
  await serve((request) => request.socket.destroy());
  expect(causeOf(await callOut(origin).catch((error: unknown) => error))).toMatchObject({ code: 'ECONNRESET' });
  const gone = origin;
  server.close();
  await once(server, 'close');
  expect(causeOf(await callOut(gone).catch((error: unknown) => error))).toMatchObject({ code: 'ECONNREFUSED' });
  await serve(echo);
});

test('an answer that breaks off is none', async () => {
  await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  });
  expect(causeOf(await callOut(origin).catch((error: unknown) => error))).toMatchObject({ code: 'ECONNRESET' });
});

test('an answer without end is cut', async () => {
  await serve((_request, response) => {
    const piece = Buffer.alloc(1024 * 1024);
    const write = (): void => {
      while (!response.destroyed && response.write(piece));
      if (!response.destroyed) response.once('drain', write);
    };
    write();
  });
  expect(causeOf(await callOut(origin).catch((error: unknown) => error))).toMatchObject({
    message: 'the answer is too long',
  });
});

test.each([
  ['before it begins', (signal: AbortController) => signal.abort(new Error('enough'))],
  ['while it waits', (signal: AbortController) => void server.once('request', () => signal.abort(new Error('enough')))],
])('whoever has enough of it ends it %s, and gets the reason', async (_when, end) => {
  await serve(() => undefined);
  const controller = new AbortController();
  end(controller);
  await expect(callOut(origin, { signal: controller.signal })).rejects.toThrow('enough');
});

test.each([
  ['nobody answers', () => undefined],
  [
    'the answer does not end',
    (response: ServerResponse) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
    },
  ],
])('a call may take so long, and no longer: %s', async (_when, answer) => {
  await serve((_request, response) => answer(response));
  const error: unknown = await callOut(origin, { timeoutMs: 20 }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'TimeoutError' });
});

test('a call that comes back in time leaves no timer behind', async () => {
  await serve(echo);
  const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
  const before = timers();
  await callOut(origin, { method: 'POST', body: '1', timeoutMs: 60_000 });
  expect(timers()).toBeLessThanOrEqual(before + 1);
  await callOut(origin, { method: 'POST', body: '2', timeoutMs: 60_000 });
  await callOut(origin, { method: 'POST', body: '3', timeoutMs: 60_000 });
  expect(timers()).toBeLessThanOrEqual(before + 1);
});

test('what cannot be asked at all fails like the rest', async () => {
  await serve(echo);
  await expect(callOut('nowhere', { timeoutMs: 60_000 })).rejects.toThrow('fetch failed');
  await expect(callOut(origin, { headers: { bad: 'a\nb' }, timeoutMs: 60_000 })).rejects.toThrow('fetch failed');
});

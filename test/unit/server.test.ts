import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { RawRequest, Route } from '../../src/ops/http';
import type { Logger } from '../../src/ops/logger';
import type { Metrics } from '../../src/ops/metrics';
import { type BoundAddress, createServer, type Server, type ServerLimits } from '../../src/server';

const seen: RawRequest[] = [];
const logged: unknown[] = [];
const logger: Logger = {
  info: (fields, message) => logged.push([fields, message]),
  warn: (fields, message) => logged.push([fields, message]),
  error: (fields, message) => logged.push([fields, message]),
};

const counted: string[] = [];
const timed: string[] = [];
const metrics: Metrics = {
  count: (name, labels) => counted.push(`${name} ${JSON.stringify(labels)}`),
  observe: (name, labels, value) => timed.push(`${name} ${JSON.stringify(labels)} ${value >= 0 && value < 60}`),
};

let release: () => void = () => undefined;
const routes: readonly Route[] = [
  {
    method: 'POST',
    path: '/echo',
    handle: async (request) => {
      seen.push(request);
      return { status: 201, headers: { 'x-seen': 'yes' }, body: request.rawBody };
    },
  },
  {
    method: 'POST',
    path: '/broken',
    handle: async () => {
      throw new Error('secret words');
    },
  },
  {
    method: 'POST',
    path: '/things/:name',
    handle: async ({ path }) => ({ status: 200, body: path }),
    refuse: (status, { path, rawBody }) => ({ status, body: `${path}: ${rawBody.length} bytes, ${status}` }),
  },
  { method: 'POST', path: '/things/*', handle: async ({ path }) => ({ status: 404, body: `no ${path}` }) },
  {
    method: 'GET',
    path: '/slow',
    handle: () => new Promise((resolve) => (release = () => resolve({ status: 200, body: 'done' }))),
  },
];

let server: Server;
let at: BoundAddress;

async function start(limits: Partial<ServerLimits> = {}): Promise<void> {
  server = createServer({ logger, routes, metrics, limits: { bodyBytes: 1_000, ...limits } });
  at = await server.listen('127.0.0.1', 0);
}

beforeEach(() => {
  seen.length = 0;
  logged.length = 0;
  counted.length = 0;
  timed.length = 0;
});
afterEach(() => server.close());

/** Sends bytes as they are and gives back all that the server says until it closes the connection. */
async function talk(...pieces: (string | Buffer)[]): Promise<string> {
  const socket = await open();
  for (const piece of pieces) socket.write(piece);
  return readAll(socket);
}

async function open(): Promise<Socket> {
  const socket = connect(at.port, at.host);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

async function readAll(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
  });
  await once(socket, 'close');
  return text;
}

/** Sends one piece after the other, as fast as they are taken, until the server cuts the connection. */
async function sendWithoutEnd(head: string): Promise<{ answer: string; sent: number }> {
  const socket = await open();
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const piece = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  let answer = '';
  let sent = 0;
  socket.on('data', (chunk: Buffer) => {
    answer += chunk.toString('latin1');
  });
  socket.write(head);
  while (!socket.destroyed && sent < 1_000) {
    sent += 1;
    const taken = new Promise<void>((resolve) => socket.write(piece, () => resolve()));
    await Promise.race([taken, closed]);
  }
  await closed;
  return { answer, sent };
}

describe('a route', () => {
  beforeEach(() => start());

  test('gets the bytes, headers and query as they came, and its answer goes out whole', async () => {
    const body = Buffer.from([0xff, 0x00, 0xe4, 0xbd, 0xa0]);
    const response = await fetch(`${at.url}/echo?a=1&a=%E4%BD%A0`, {
      method: 'POST',
      body,
      headers: { 'x-one': 'two' },
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('x-seen')).toBe('yes');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(body);
    expect(seen[0]).toMatchObject({ path: '/echo', remoteAddress: '127.0.0.1', headers: { 'x-one': 'two' } });
    expect(seen[0]?.query.getAll('a')).toEqual(['1', '你']);
  });

  test('does not get a header that came twice', async () => {
    await talk(
      'POST /echo HTTP/1.1\r\nhost: x\r\nauthorization: a\r\nauthorization: b\r\ncontent-length: 0\r\nconnection: close\r\n\r\n',
    );
    expect(seen[0]?.headers).toEqual({ host: 'x', 'content-length': '0', connection: 'close' });
  });

  test('may stand for many paths, and gets each as it came', async () => {
    const post = async (path: string) => (await fetch(at.url + path, { method: 'POST' })).text();
    expect(await post('/things/a%20b')).toBe('/things/a%20b');
    expect(await post('/things/a/b')).toBe('no /things/a/b');
  });

  test('may have its own words for a body that cannot be read', async () => {
    const response = await fetch(`${at.url}/things/a`, { method: 'POST', body: Buffer.alloc(1_001) });
    expect([response.status, await response.text()]).toEqual([413, '/things/a: 0 bytes, 413']);
  });

  test('that fails gives a 500 without a body, and a log line without its words', async () => {
    const response = await fetch(`${at.url}/broken`, { method: 'POST', body: 'x' });
    expect([response.status, await response.text()]).toEqual([500, '']);
    expect(JSON.stringify(logged)).toMatch(/\/broken.*Error.*server\.test/);
    expect(JSON.stringify(logged)).not.toContain('secret words');
  });
});

describe('the server', () => {
  beforeEach(() => start());

  test('tells that it is healthy', async () => {
    const response = await fetch(`${at.url}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  test('keeps a connection for longer than a balancer does', async () => {
    const response = await fetch(`${at.url}/healthz`);
    expect(response.headers.get('keep-alive')).toBe('timeout=65');
  });

  test.each([
    ['an unknown path', 'GET', '/nowhere', 404],
    ['a malformed escape', 'GET', '/%E0%A4%A', 404],
    ['a wrong method', 'DELETE', '/echo', 405],
  ])('answers %s without a body', async (_what, method, path, status) => {
    const response = await fetch(`${at.url}${path}`, { method });
    expect([response.status, await response.text()]).toEqual([status, '']);
  });

  test.each(['http://[', 'http://other.example/echo', '//other.example/echo', '*', 'other.example:443'])(
    'refuses the request target %s and lives on',
    async (target) => {
      expect(await talk(`OPTIONS ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)).toMatch(
        /^HTTP\/1\.1 40[05] /,
      );
      expect((await fetch(`${at.url}/healthz`)).status).toBe(200);
    },
  );

  test.each([
    ['gzip that is none', Buffer.from('not gzip'), 'gzip'],
    ['a gzip bomb', gzipSync(Buffer.alloc(500_000)), 'gzip'],
    ['an unknown encoding', Buffer.from('x'), 'br, zstd'],
  ])('refuses %s before reading it', async (_what, body, encoding) => {
    const response = await fetch(`${at.url}/echo`, { method: 'POST', body, headers: { 'content-encoding': encoding } });
    expect([response.status, await response.text(), seen]).toEqual([415, '', []]);
    expect((await fetch(`${at.url}/healthz`)).status).toBe(200);
  });

  test('takes a body at the limit and refuses one byte more, whether announced or streamed', async () => {
    const post = (body: Buffer | ReadableStream) =>
      fetch(`${at.url}/echo`, { method: 'POST', body, duplex: 'half' } as RequestInit);
    expect((await post(Buffer.alloc(1_000))).status).toBe(201);
    expect((await post(Buffer.alloc(1_001))).status).toBe(413);
    expect((await post(new Blob([Buffer.alloc(1_001)]).stream())).status).toBe(413);
    expect(seen).toHaveLength(1);
  });

  test.each([
    ['longer than allowed', 'transfer-encoding: chunked'],
    ['that claims to be longer than allowed', 'content-length: 1000000000'],
    ['that claims an encoding', 'transfer-encoding: chunked\r\ncontent-encoding: identity'],
  ])('answers a body %s, and cuts a client that goes on sending it', async (_what, header) => {
    const { answer, sent } = await sendWithoutEnd(`POST /echo HTTP/1.1\r\nhost: x\r\n${header}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 41[35] /);
    expect(sent).toBeLessThan(500);
    expect(seen).toEqual([]);
  });

  test('lets no more clients in than it may', async () => {
    await server.close();
    await start({ connections: 2 });
    const sockets = [await open(), await open()];
    expect(await readAll(await open())).toBe('');
    for (const socket of sockets) socket.destroy();
  });

  test('bears a client that goes away in the middle of its body', async () => {
    const socket = await open();
    socket.write('POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf');
    socket.destroy();
    expect((await fetch(`${at.url}/healthz`)).status).toBe(200);
    expect(seen).toEqual([]);
  });

  test('refuses a request with two lengths', async () => {
    const answer = await talk(
      'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('what is counted', () => {
  beforeEach(() => start());

  test('is each answer by its route, as it was registered, and how long a POST took', async () => {
    await fetch(`${at.url}/things/secret-name`, { method: 'POST' });
    await fetch(`${at.url}/broken`, { method: 'POST' });
    await fetch(`${at.url}/healthz`);
    expect(counted).toEqual([
      'hexfix_requests_total {"route":"/things/:name","status":"2xx"}',
      'hexfix_requests_total {"route":"/broken","status":"5xx"}',
      'hexfix_requests_total {"route":"/healthz","status":"2xx"}',
    ]);
    expect(timed).toEqual([
      'hexfix_acknowledgement_seconds {"route":"/things/:name"} true',
      'hexfix_acknowledgement_seconds {"route":"/broken"} true',
    ]);
  });

  test('is what leads nowhere as one route', async () => {
    await fetch(`${at.url}/secret-path`);
    await talk('OPTIONS * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    expect(new Set(counted)).toEqual(new Set(['hexfix_requests_total {"route":"other","status":"4xx"}']));
    expect(counted).toHaveLength(2);
  });
});

describe('a slow client', () => {
  beforeEach(() => start({ headersTimeoutMs: 200, requestTimeoutMs: 400 }));

  test.each([
    ['header', 'POST /echo HTTP/1.1\r\nhost: x\r\n'],
    ['body', 'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf'],
  ])('is cut when its %s does not arrive', async (_part, bytes) => {
    expect(await talk(bytes)).toMatch(/^HTTP\/1\.1 408 /);
    expect(seen).toEqual([]);
  });
});

describe('listening', () => {
  beforeEach(() => start());

  test('lets a burst of connections wait rather than try again a second later', async () => {
    // All of them are there before the server can take the first one.
    const burst = Array.from({ length: 800 }, () => connect(at.port, at.host));
    let isOpen = 0;
    for (const socket of burst) socket.once('connect', () => (isOpen += 1));
    const last = connect(at.port, at.host);
    await once(last, 'connect');
    const opened = isOpen;
    for (const socket of [...burst, last]) socket.destroy();
    expect(opened).toBe(burst.length);
  });

  test('on a port that is taken is refused with what to do', async () => {
    const second = createServer({ logger, routes: [] });
    await expect(second.listen('127.0.0.1', at.port)).rejects.toMatchObject({
      faults: [
        {
          what: `Cannot listen on 127.0.0.1:${at.port}.`,
          why: 'Another program uses this port.',
          fix: 'Stop that program, or set HEXFIX_PORT to a free port.',
        },
      ],
    });
  });

  test('names the settings that this address is from', async () => {
    const variables = { host: 'OTHER_HOST', port: 'OTHER_PORT' };
    const second = createServer({ logger, routes: [], variables });
    await expect(second.listen('127.0.0.1', at.port)).rejects.toThrow(/set OTHER_PORT to a free port/);
  });

  test('on an address of another machine is refused with what to do', async () => {
    const second = createServer({ logger, routes: [] });
    await expect(second.listen('192.0.2.1', 0)).rejects.toThrow(/no such address[\s\S]*HEXFIX_HOST/);
  });
});

describe('draining', () => {
  test('goes on answering, and ends each connection so that the next request goes elsewhere', async () => {
    await start();
    const isKept = async () => (await fetch(`${at.url}/healthz`)).headers.get('connection') !== 'close';
    expect(await isKept()).toBe(true);
    server.drain();
    expect(await isKept()).toBe(false);
    expect((await fetch(`${at.url}/echo`, { method: 'POST', body: 'x' })).status).toBe(201);
    expect((await fetch(`${at.url}/nowhere`)).headers.get('connection')).toBe('close');
  });
});

describe('closing', () => {
  test('lets an answer under way finish', async () => {
    await start();
    const socket = await open();
    socket.write('GET /slow HTTP/1.1\r\nhost: x\r\n\r\n');
    const answer = readAll(socket);
    await fetch(`${at.url}/healthz`);
    const closed = server.close();
    release();
    expect(await answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*done$/);
    await closed;
  });

  test('cuts an answer that does not come', async () => {
    await start({ closeTimeoutMs: 10 });
    const socket = await open();
    socket.write('GET /slow HTTP/1.1\r\nhost: x\r\n\r\n');
    const answer = readAll(socket);
    await fetch(`${at.url}/healthz`);
    await server.close();
    expect(await answer).toBe('');
  });

  test('waits for the rest of a request that was answered before, and no longer', async () => {
    await start({ closeTimeoutMs: 60_000 });
    const socket = await open();
    socket.write('POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 2000\r\n\r\n');
    expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 413 /);
    const closed = server.close();
    socket.write('x'.repeat(2_000));
    await closed;
  });

  test('is done at once when nothing was opened, and twice over', async () => {
    server = createServer({ logger, routes: [] });
    await server.close();
    await server.close();
  });
});

/**
 * A small load balancer for replicas on one machine: round robin over those that say they are ready, nothing sticky. A
 * request goes to another replica only if nothing of it was sent: the platforms send the others again, and know how.
 * `node scripts/balancer.mjs --port 0 http://127.0.0.1:4001 http://127.0.0.1:4002` prints where it listens.
 */
import { Agent, createServer, request } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const POLL_MS = 250;
const POLL_TIMEOUT_MS = 1_000;
/** Longer than Teams waits. */
const ANSWER_TIMEOUT_MS = 20_000;
const MOST_BODY_BYTES = 1_048_576;
/** These speak of one connection, and there are two. */
const OWN_HEADERS = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/** Starts it; resolves with its address, who is ready, and its end. */
export async function startBalancer({ port, host = '127.0.0.1', replicas }) {
  const targets = replicas.map((url) => ({ url, isReady: false, agent: new Agent({ keepAlive: true }) }));
  let next = 0;

  function order() {
    next += 1;
    const turned = targets.map((_, index) => targets[(next + index) % targets.length]);
    return turned.filter(({ isReady }) => isReady);
  }

  async function poll(target) {
    const isReady = await isUp(target);
    // The replica closes what is idle; a request must not meet that.
    if (!isReady) for (const idle of Object.values(target.agent.freeSockets).flat()) idle.destroy();
    target.isReady = isReady;
  }

  const server = createServer(async (incoming, outgoing) => {
    try {
      const body = await readBody(incoming);
      if (body === undefined) return refuse(outgoing, 413);
      for (const target of order()) {
        const outcome = await forward(incoming, body, target, outgoing);
        if (outcome === 'answered') return;
        if (outcome === 'perhaps sent') return refuse(outgoing, 502);
        target.isReady = false;
      }
      refuse(outgoing, 503);
    } catch {
      // Whoever asked is gone.
      outgoing.destroy();
    }
  });
  server.keepAliveTimeout = 75_000;
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  await Promise.all(targets.map(poll));
  const timers = targets.map((target) => setInterval(poll, POLL_MS, target));

  return {
    url: `http://${host}:${server.address().port}`,
    close() {
      for (const timer of timers) clearInterval(timer);
      for (const { agent } of targets) agent.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function isUp({ url }) {
  try {
    const ask = (page) => fetch(`${url}${page}`, { signal: AbortSignal.timeout(POLL_TIMEOUT_MS) });
    const { status } = await ask('/readyz');
    return status === 200 || (status === 404 && (await ask('/healthz')).status === 200);
  } catch {
    return false;
  }
}

async function readBody(incoming) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    bytes += chunk.length;
    if (bytes > MOST_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Gives `answered`, `not sent`, or `perhaps sent` where the replica may have got it. */
function forward(incoming, body, { url, agent }, outgoing) {
  return new Promise((resolve) => {
    let isConnected = false;
    const { host: _host, 'content-length': _length, ...headers } = withoutOwn(incoming.headers);
    const options = { method: incoming.method, agent, timeout: ANSWER_TIMEOUT_MS };
    const call = request(
      `${url}${incoming.url}`,
      { ...options, headers: { ...headers, 'content-length': body.length } },
      (answer) => {
        outgoing.writeHead(answer.statusCode, withoutOwn(answer.headers));
        answer.pipe(outgoing);
        answer.on('end', () => resolve('answered'));
        answer.on('error', () => {
          outgoing.destroy();
          resolve('answered');
        });
      },
    );
    call.on('socket', (socket) => {
      isConnected = !socket.connecting;
      socket.once('connect', () => {
        isConnected = true;
      });
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(isConnected ? 'perhaps sent' : 'not sent'));
    call.end(body);
  });
}

function withoutOwn(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN_HEADERS.has(name)));
}

function refuse(outgoing, status) {
  outgoing.writeHead(status, { 'content-length': 0 });
  outgoing.end();
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ options: { port: { type: 'string' } }, allowPositionals: true });
  const { url } = await startBalancer({ port: Number(values.port ?? 0), replicas: positionals });
  console.log(url);
}

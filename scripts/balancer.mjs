/**
 * A small load balancer for replicas on one machine: of those that say they are ready, the one with the fewest requests under
 * way, as in `deploy/compose/Caddyfile`; nothing sticky. One that has just started, and is slow, gets less. A request goes to
 * another replica only if nothing of it was sent: the platforms send the others again, and know how.
 * `node scripts/balancer.mjs --port 0 http://127.0.0.1:4001 http://127.0.0.1:4002` prints where it listens.
 */
import { realpathSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { pipeline } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const POLL_MS = 250;
const POLL_TIMEOUT_MS = 1_000;
const SILENCES = 5;
/** Longer than Teams waits. */
const ANSWER_TIMEOUT_MS = 20_000;
const MOST_BODY_BYTES = 1_048_576;
/** As in `src/server.ts`. */
const MOST_WAITING = 4_096;
/** These speak of one connection, and there are two. */
const OWN_HEADERS = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/** Starts it; resolves with its address, who is ready, and its end. */
export async function startBalancer({ port, host = '127.0.0.1', replicas }) {
  const targets = replicas.map((url) => ({ url, readiness: 'gone', silences: 0, underWay: 0 }));
  let next = 0;
  let isClosed = false;

  /**
   * Those that are ready, by turns where they have as much to do. Where none is, for example without a database, those that
   * live: they know what they can take.
   */
  function order() {
    next += 1;
    const turned = targets.map((_, index) => targets[(next + index) % targets.length]);
    turned.sort((a, b) => a.underWay - b.underWay);
    const ready = turned.filter(({ readiness }) => readiness === 'ready');
    return ready.length > 0 ? ready : turned.filter(({ readiness }) => readiness !== 'gone');
  }

  /** One that says no is out at once; one that is slow to say anything, when it stays so. */
  async function poll(target) {
    const told = await askReadiness(target);
    target.silences = told === 'silent' ? target.silences + 1 : 0;
    if (told !== 'silent') target.readiness = told;
    else if (target.silences >= SILENCES) target.readiness = 'gone';
    if (!isClosed) target.timer = setTimeout(poll, POLL_MS, target);
  }

  const server = createServer(async (incoming, outgoing) => {
    try {
      const body = await readBody(incoming);
      if (body === undefined) return refuse(outgoing, 413);
      for (const target of order()) {
        target.underWay += 1;
        const outcome = await forward(incoming, body, target, outgoing);
        target.underWay -= 1;
        if (outcome === 'answered') return;
        if (outcome === 'perhaps sent') return refuse(outgoing, 502);
        target.readiness = 'gone';
      }
      refuse(outgoing, 503);
    } catch {
      // Whoever asked is gone.
      outgoing.destroy();
    }
  });
  server.keepAliveTimeout = 75_000;
  await new Promise((resolve, reject) =>
    server.once('error', reject).listen({ port, host, backlog: MOST_WAITING }, resolve),
  );
  await Promise.all(targets.map(poll));

  return {
    url: `http://${host}:${server.address().port}`,
    close() {
      isClosed = true;
      for (const { timer } of targets) clearTimeout(timer);
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** `silent` where there is no answer, though somebody may be there. */
async function askReadiness({ url }) {
  try {
    const { status } = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(POLL_TIMEOUT_MS) });
    return status === 200 ? 'ready' : 'not ready';
  } catch (error) {
    return error.cause?.code === 'ECONNREFUSED' ? 'gone' : 'silent';
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
function forward(incoming, body, { url }, outgoing) {
  return new Promise((resolve) => {
    let isConnected = false;
    const { host: _host, 'content-length': _length, ...headers } = withoutOwn(incoming.headers);
    // A kept connection may end in the moment in which the next request takes it.
    const options = { method: incoming.method, agent: false, timeout: ANSWER_TIMEOUT_MS };
    const call = request(
      `${url}${incoming.url}`,
      { ...options, headers: { ...headers, 'content-length': body.length, 'x-forwarded-for': forwardedFor(incoming) } },
      (answer) => {
        // Whoever asked has lost patience.
        if (outgoing.destroyed) {
          answer.resume();
          return resolve('answered');
        }
        outgoing.writeHead(answer.statusCode, withoutOwn(answer.headers));
        // Ends both, whichever breaks off.
        pipeline(answer, outgoing, () => resolve('answered'));
      },
    );
    call.on('socket', (socket) => {
      socket.once('connect', () => {
        isConnected = true;
      });
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(isConnected ? 'perhaps sent' : 'not sent'));
    call.end(body);
  });
}

function forwardedFor({ headers, socket }) {
  return [headers['x-forwarded-for'], socket.remoteAddress].filter(Boolean).join(', ');
}

function withoutOwn(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN_HEADERS.has(name)));
}

function refuse(outgoing, status) {
  outgoing.writeHead(status, { 'content-length': 0 });
  outgoing.end();
}

// The program may be started through a link.
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ options: { port: { type: 'string' } }, allowPositionals: true });
  const { url } = await startBalancer({ port: Number(values.port ?? 0), replicas: positionals });
  console.log(url);
}

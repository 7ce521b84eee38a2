/**
 * Requests that HTTP itself does not allow, or that two readers would read in two ways: answered with a refusal or cut, once,
 * and nothing of them is taken for a second request.
 */

import { connect } from 'node:net';

export interface WireAttack {
  readonly name: string;
  readonly bytes: string | Buffer;
}

export interface WireOutcome {
  /** All status lines, in order; empty where the connection was cut. */
  readonly statuses: readonly number[];
  readonly ms: number;
}

const PATIENCE_MS = 15_000;
const POST = 'POST /api/messages HTTP/1.1\r\nhost: x\r\n';
const HIDDEN = 'GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n';

/** What does not end is not among them: see `UNENDING`. */
export const WIRE_ATTACKS: readonly WireAttack[] = [
  wire('a length and chunks', `${POST}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`),
  wire('chunks and a length', `${POST}transfer-encoding: chunked\r\ncontent-length: 5\r\n\r\n0\r\n\r\n${HIDDEN}`),
  wire('two lengths', `${POST}content-length: 0\r\ncontent-length: ${HIDDEN.length}\r\n\r\n${HIDDEN}`),
  wire('two lengths in one header', `${POST}content-length: 0, 0\r\n\r\n${HIDDEN}`),
  wire('two transfer encodings', `${POST}transfer-encoding: chunked\r\ntransfer-encoding: identity\r\n\r\n0\r\n\r\n`),
  wire('a transfer encoding that is not the last', `${POST}transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n`),
  wire('a transfer encoding that nobody knows', `${POST}transfer-encoding: xchunked\r\n\r\n0\r\n\r\n`),
  wire('a length below zero', `${POST}content-length: -1\r\n\r\n`),
  wire('a length with a sign', `${POST}content-length: +0\r\n\r\n`),
  wire('a length in hex', `${POST}content-length: 0x0\r\n\r\n`),
  wire('a length that is too long', `${POST}content-length: ${'9'.repeat(30)}\r\n\r\n`),
  wire('a chunk of a negative size', `${POST}transfer-encoding: chunked\r\n\r\n-1\r\n\r\n`),
  wire('a chunk of an endless size', `${POST}transfer-encoding: chunked\r\n\r\n${'f'.repeat(40)}\r\n\r\n`),
  wire('a chunk longer than it says', `${POST}transfer-encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n`),
  wire(
    'an endless chunk extension',
    `${POST}transfer-encoding: chunked\r\n\r\n1;${'x'.repeat(100_000)}\r\na\r\n0\r\n\r\n`,
  ),
  wire('a blank before the colon', `${POST}content-length : 0\r\n\r\n`),
  wire('a folded header', `${POST}x-a: b\r\n c\r\ncontent-length: 0\r\n\r\n`),
  wire('a zero byte in a header', `${POST}x-a: \0\r\ncontent-length: 0\r\n\r\n`),
  wire('a header without a colon', `${POST}hello\r\ncontent-length: 0\r\n\r\n`),
  wire('a bare line break in a header', `${POST}x-a: b\rx-c: d\r\ncontent-length: 0\r\n\r\n`),
  wire('no host', 'POST /api/messages HTTP/1.1\r\ncontent-length: 0\r\n\r\n'),
  wire('a whole address', 'POST http://evil.example/api/messages HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n'),
  wire('a target that is none', 'POST * HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n'),
  wire('a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nhost: evil.example:443\r\n\r\n'),
  wire('an expectation', `${POST}expect: miracles\r\ncontent-length: 0\r\n\r\n`),
  wire('a method that nobody knows', 'HACK /api/messages HTTP/1.1\r\nhost: x\r\n\r\n'),
  wire('another version', 'POST /api/messages HTTP/9.9\r\nhost: x\r\n\r\n'),
  wire('the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  wire('no version', 'GET /api/messages\r\n\r\n'),
  wire('the beginning of TLS', Buffer.from('16030100a5010000a1030300000000', 'hex')),
  wire('a header of 100 kB', `${POST}x-a: ${'x'.repeat(100_000)}\r\n\r\n`),
  wire('headers without end', `${POST}${'x-a: b\r\n'.repeat(20_000)}\r\n`),
  wire('blank lines', '\r\n'.repeat(1_000)),
  wire('bytes', Buffer.from(Array.from({ length: 4_096 }, (_, index) => (index * 197) % 256))),
];

/** They wait for the server to lose its patience. */
export const UNENDING: readonly WireAttack[] = [
  wire('no byte at all', ''),
  wire('a header that does not end', POST),
  wire('a body that does not come', `${POST}content-length: 100\r\n\r\nhalf`),
  wire('chunks that do not end', `${POST}transfer-encoding: chunked\r\n\r\n1\r\na\r\n`),
];

/** Sends it and waits until the server closes the connection; what was sent whole is followed by our end. */
export function sendBytes(url: string, { bytes }: WireAttack, isUnending = false): Promise<WireOutcome> {
  const { hostname, port } = new URL(url);
  const startMs = performance.now();
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true }, () => {
      socket.write(bytes);
      if (!isUnending) socket.end();
    });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
    });
    socket.on('end', () => socket.end());
    socket.on('error', () => undefined);
    socket.once('close', () => {
      const lines = [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
      resolve({ statuses: lines, ms: performance.now() - startMs });
    });
  });
}

/** What is wrong with how it ended: more than one answer, or one that is no refusal. */
export function judgeWire({ name }: WireAttack, { statuses }: WireOutcome): string[] {
  const [status, ...others] = statuses;
  const isRight = others.length === 0 && (status === undefined || (status >= 400 && status < 500));
  return isRight ? [] : [`${name}: answered with ${statuses.join(', ')}`];
}

function wire(name: string, bytes: string | Buffer): WireAttack {
  return { name, bytes };
}

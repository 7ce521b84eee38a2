/** The platform's server, played on this machine: it writes down what it is asked for, and says yes. */

import { createServer, type IncomingMessage } from 'node:http';
import { fromLoopback } from './loopback';

/** A call of ours as the platform sees it, without the headers: they hold tokens. */
export interface Call {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
}

export interface PlayedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text is sent as it is, anything else as JSON. */
  readonly body: unknown;
}

export interface Recorder {
  readonly origin: string;
  /** The calls since the last time. */
  take(): readonly Call[];
  close(): Promise<void>;
}

/** Starts it on a free port of the loopback address. */
export async function startRecorder(answer: (call: Call, origin: string) => PlayedAnswer): Promise<Recorder> {
  let calls: Call[] = [];
  let origin = '';

  const server = createServer({ keepAliveTimeout: 0 }, async (request, response) => {
    const call = await readCall(request, origin);
    calls.push(call);
    const { status, headers, body } = answer(call, origin);
    const isText = typeof body === 'string';
    response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json', ...headers });
    response.end(isText ? body : JSON.stringify(body));
  });

  origin = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`);
    });
  });

  return {
    origin,
    take() {
      const taken = calls;
      calls = [];
      return taken;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function readCall(request: IncomingMessage, origin: string): Promise<Call> {
  const { method = '', url = '', headers } = request;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = fromLoopback(Buffer.concat(chunks).toString(), origin);
  const call = { method, url: fromLoopback(`${origin}${decodeURIComponent(url)}`, origin) };
  return text === '' ? call : { ...call, body: readBody(text, headers['content-type']) };
}

function readBody(text: string, contentType = ''): unknown {
  if (!contentType.startsWith('application/x-www-form-urlencoded')) return readJson(text);
  const fields = [...new URLSearchParams(text)].map(([name, value]) => [name, readJson(value)]);
  return Object.fromEntries(fields);
}

/** Objects and lists; a text that merely looks like a number is a text, for example a message's `ts`. */
function readJson(text: string): unknown {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

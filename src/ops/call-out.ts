/**
 * Calls of the platforms' APIs, over Node's own HTTP client with connections that are kept: a call takes a third of the
 * processor's time that one through the global `fetch` does. It is used like that one, as far as we and the SDKs use it, and
 * fails like it.
 */

import * as http from 'node:http';
import * as https from 'node:https';

export interface CallOptions {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
  /** What becomes of a redirect, which is never followed: an answer like any other, or by default a failure. */
  readonly redirect?: 'manual' | 'error';
  readonly signal?: AbortSignal | undefined;
  /** How long it may take in all. For each call a timer is made and taken away; a signal of its own would stay until its time. */
  readonly timeoutMs?: number | undefined;
}

/** An answer, read to its end. A class, as an object with a getter of its own costs a tenth of the whole call. */
export class CallAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;

  constructor(
    readonly url: string,
    private readonly response: http.IncomingMessage,
    private readonly bytes: Buffer,
  ) {
    const { statusCode: status = 0, statusMessage: statusText = '' } = response;
    this.ok = status >= 200 && status <= 299;
    this.status = status;
    this.statusText = statusText;
  }

  /** For the SDKs alone: the first of them brings all of the global `fetch` with it. */
  get headers(): Headers {
    return toHeaders(this.response.rawHeaders);
  }

  /** A header of the answer by its name in small letters. */
  header(name: string): string | undefined {
    const value = this.response.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  }

  async text(): Promise<string> {
    return this.bytes.toString('utf8');
  }

  async json(): Promise<unknown> {
    return JSON.parse(this.bytes.toString('utf8'));
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return new Uint8Array(this.bytes).buffer;
  }
}

/** Connections rest so long, unless the other side says that it has less patience. */
const REST_MS = 20_000;
const KEPT: http.AgentOptions = {
  ...{ keepAlive: true, timeout: REST_MS, scheduling: 'lifo' },
  // As for the global `fetch`: a proxy counts where Node was told that it does.
  ...(process.env.NODE_USE_ENV_PROXY === '1' && { proxyEnv: process.env }),
};
const agents: Readonly<Record<string, http.Agent>> = {
  'http:': new http.Agent(KEPT),
  'https:': new https.Agent(KEPT),
};

/** Far more than anything that is asked for here. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Calls once. Rejects with the signal's reason when that ends it, with a `TimeoutError` when the time does, as signals have it, and
 * otherwise with a `TypeError` whose `cause` bears the system's code.
 */
export async function callOut(url: string | URL, options: CallOptions = {}): Promise<CallAnswer> {
  const { signal, timeoutMs, redirect = 'error' } = options;
  signal?.throwIfAborted();
  const limit = limitTime(timeoutMs);
  try {
    const answer = await call(new URL(url), options, limit);
    if (redirect === 'error' && answer.status >= 300 && answer.status <= 399) throw new Error('unexpected redirect');
    return answer;
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    throw limit.exceeded() ?? new TypeError('fetch failed', { cause });
  } finally {
    limit.end();
  }
}

function call(
  url: URL,
  { method = 'GET', headers = {}, body = '', signal }: CallOptions,
  limit: TimeLimit,
): Promise<CallAnswer> {
  const { request: open } = url.protocol === 'https:' ? https : http;
  const length = body === '' && method === 'GET' ? {} : { 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const request = open(
      {
        ...placeOf(url),
        ...{ method, agent: agents[url.protocol], headers: { ...headers, ...length } },
        ...(signal && { signal }),
      },
      (response) => readBytes(response, (bytes) => resolve(new CallAnswer(url.href, response, bytes)), reject),
    );
    request.on('error', reject);
    limit.begin(request);
    request.end(body);
  });
}

interface TimeLimit {
  /** From now on the request has so long, and is ended then. */
  begin(request: http.ClientRequest): void;
  /** Why it was ended, if it was. */
  exceeded(): DOMException | undefined;
  end(): void;
}

function limitTime(timeoutMs: number | undefined): TimeLimit {
  let timer: NodeJS.Timeout | undefined;
  let reason: DOMException | undefined;
  return {
    begin(request) {
      if (timeoutMs === undefined) return;
      timer = setTimeout(() => {
        reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
        request.destroy(reason);
      }, timeoutMs);
    },
    exceeded: () => reason,
    end: () => clearTimeout(timer),
  };
}

/** As Node reads it from an address itself, which takes longer: it copies the address with all that one may ask of it. */
function placeOf({ hostname, port, pathname, search }: URL): http.RequestOptions {
  const host = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return { host, path: `${pathname}${search}`, ...(port !== '' && { port }) };
}

function readBytes(
  response: http.IncomingMessage,
  resolve: (bytes: Buffer) => void,
  reject: (reason: Error) => void,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  response.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > MOST_BYTES) response.destroy(new Error('the answer is too long'));
    else chunks.push(chunk);
  });
  response.once('end', () => resolve(Buffer.concat(chunks, length)));
  response.once('error', reject);
}

/** Names and values come in turn. */
function toHeaders(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < raw.length; index += 2) headers.append(raw[index] ?? '', raw[index + 1] ?? '');
  return headers;
}

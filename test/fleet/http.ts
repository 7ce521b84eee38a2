/** One HTTP request, tried once, as a platform sends it, with the time that its answer took. */

import { Agent, request } from 'node:http';

export interface HttpAnswer {
  /** 0 where there was none: refused, cut, or too late. */
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

export interface HttpPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, maxFreeSockets: 256 });

/** Never rejects. */
export function post({ url, headers, body, timeoutMs }: HttpPost): Promise<HttpAnswer> {
  const startMs = performance.now();
  return new Promise((resolve) => {
    const end = (status: number, text: string) => {
      clearTimeout(timer);
      resolve({ status, body: text, ms: performance.now() - startMs });
    };
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const call = request(url, { method: 'POST', agent, headers: { ...headers, ...length } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => end(response.statusCode ?? 0, Buffer.concat(chunks).toString()));
      response.on('error', () => end(0, ''));
    });
    const timer = setTimeout(() => call.destroy(new Error('too late')), timeoutMs);
    call.on('error', () => end(0, ''));
    call.end(body);
  });
}

export function isAccepted(status: number): boolean {
  return status >= 200 && status < 300;
}

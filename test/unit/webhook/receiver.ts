/** A ticket system on loopback, which checks what it gets by itself. */

import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SignatureHeaders } from '../../../src/webhook/sign';

export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

export interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly rawBody: Buffer;
}

export interface Receiver {
  /** Where it listens, without a slash at the end. */
  readonly origin: string;
  readonly received: readonly Received[];
  /** What it does once it has read a request. At first it takes everything. */
  answer: (response: ServerResponse, request: Received) => void;
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const listener: RequestListener = async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url: path, headers } = request;
    const one = { method, path, headers, rawBody: Buffer.concat(chunks) };
    received.push(one);
    receiver.answer(response, one);
  };
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Listening on a port, so the address is no name of a pipe.
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    origin: `http://127.0.0.1:${port}`,
    received,
    answer: (response) => answer(response, 204),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}

/** Tells whether one of the signatures fits the bytes, as Standard Webhooks says, by nothing of ours. */
export function verifies(headers: IncomingHttpHeaders | SignatureHeaders, rawBody: Buffer, secret: string): boolean {
  const hash = createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.`)
    .update(rawBody)
    .digest('base64');
  return String(headers['webhook-signature']).split(' ').includes(`v1,${hash}`);
}

/** Not chained: restify, once loaded in this process, makes `writeHead` return nothing. */
export function answer(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): void {
  response.writeHead(status, headers);
  response.end(body);
}

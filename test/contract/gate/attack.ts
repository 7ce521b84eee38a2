/** Requests as an attacker writes them, and what comes of each. */

import { Agent, request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import type { House } from './house';

/** What is sent to one of the doors. A list of values is as many headers. */
export interface Attack {
  readonly name: string;
  readonly path: '/slack/events' | '/api/messages';
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Buffer;
  /** The statuses that are right; 401 unless told otherwise. */
  readonly statuses?: readonly number[];
  /** It is right to cut the connection, too: what does not end need not be read to its end. */
  readonly mayBeCut?: boolean;
}

export interface Outcome {
  /** `undefined` where the connection was cut instead. */
  readonly status: number | undefined;
  readonly body: string;
  readonly ms: number;
}

/** Connections that stay, so that many requests measure the server and not the sockets. */
export function createSender(url: string): { send(attack: Attack): Promise<Outcome>; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  return {
    close: () => agent.destroy(),
    send: ({ path, headers, body }) =>
      new Promise((resolve) => {
        const startMs = performance.now();
        const done = (status: number | undefined, text: string) =>
          resolve({ status, body: text, ms: performance.now() - startMs });
        const request = httpRequest(url + path, { method: 'POST', agent, headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('close', () => done(response.statusCode, Buffer.concat(chunks).toString('latin1')));
        });
        request.once('error', () => done(undefined, ''));
        request.end(body);
      }),
  };
}

/** What is wrong with how an attack ended, one sentence each: let in, answered with words, passed on, asked about. */
export function judge(attack: Attack, { status, body }: Outcome, house?: House): string[] {
  const { name, statuses = [401], mayBeCut = false } = attack;
  const { reached, asked } = house?.look() ?? { reached: 0, asked: 0 };
  const isRight = status === undefined ? mayBeCut : statuses.includes(status);
  return [
    ...(isRight ? [] : [`${name}: ${status ?? 'no answer'} instead of ${statuses.join(' or ')}`]),
    ...(body === '' ? [] : [`${name}: answered with ${body.length} bytes`]),
    ...(reached === 0 ? [] : [`${name}: the bot was reached`]),
    ...(asked === 0 ? [] : [`${name}: ${asked} requests went out`]),
  ];
}

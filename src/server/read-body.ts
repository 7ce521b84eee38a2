/**
 * Reads a request's bytes as they came, within a limit. The framework's own body parser is not used: a body that claims
 * to be compressed and is not makes it end the process, and its limit counts compressed bytes only.
 * @see https://github.com/restify/node-restify/issues/1785
 */

import type { IncomingMessage } from 'node:http';

/** The bytes, or the HTTP status that refuses them. */
export type BodyOutcome = { readonly body: Buffer } | { readonly refusal: 400 | 413 | 415 };

/**
 * Reads up to `maxBytes`. A longer body is 413, told by its length or cut while it streams; a compressed one is 415,
 * since no platform we serve compresses; one that breaks off is 400. Slow bodies are cut by the server's request timeout.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<BodyOutcome> {
  if (request.headers['content-encoding'] !== undefined) return { refusal: 415 };
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return { refusal: 413 };

  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      resolve({ refusal: 413 });
    });
    request.once('end', () => resolve({ body: Buffer.concat(chunks, bytes) }));
    request.once('close', () => resolve({ refusal: 400 }));
    request.once('error', () => resolve({ refusal: 400 }));
  });
}

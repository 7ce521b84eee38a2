/**
 * Reads a request's bytes as they came, within a limit: signatures are over these very bytes, and nothing is decompressed or
 * parsed before they are verified.
 */

import type { IncomingMessage } from 'node:http';

/** The bytes, or the HTTP status that refuses them. */
export type BodyOutcome = { readonly body: Buffer } | { readonly refusal: 400 | 413 | 415 };

/** So much of a refused body is read and dropped, for a client that is still sending to see why; then it is cut off. */
const COURTESY_BYTES = 1024 * 1024;

/**
 * Reads up to `maxBytes`. A longer body is 413, told by its length or cut while it streams; one with any content encoding is
 * 415, `identity` included, since no platform we serve encodes; one that breaks off is 400. Slow bodies are cut by the
 * server's request timeout.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<BodyOutcome> {
  const refusal = refuseByHeaders(request, maxBytes);
  if (refusal !== undefined) {
    dropRest(request);
    return { refusal };
  }

  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve) => {
    const keep = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      request.off('data', keep);
      dropRest(request);
      resolve({ refusal: 413 });
    };
    request.on('data', keep);
    request.once('end', () => resolve({ body: Buffer.concat(chunks, bytes) }));
    request.once('close', () => resolve({ refusal: 400 }));
    request.once('error', () => resolve({ refusal: 400 }));
  });
}

function refuseByHeaders({ headers }: IncomingMessage, maxBytes: number): 413 | 415 | undefined {
  if (headers['content-encoding'] !== undefined) return 415;
  return Number(headers['content-length'] ?? 0) > maxBytes ? 413 : undefined;
}

function dropRest(request: IncomingMessage): void {
  let left = COURTESY_BYTES;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
}

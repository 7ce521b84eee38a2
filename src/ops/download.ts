/**
 * Fetches a file whose address came from outside. The address is checked before every request, redirects included, because
 * it must not lead into the network that this runs in; where credentials go along, no redirect is followed at all. Bytes
 * are counted as they come: a declared length is only a claim.
 */

export interface DownloadRules {
  /** Asked before anything is sent. */
  readonly isAllowed: (url: URL) => boolean;
  /** Of the one request that they are sent with. */
  readonly credentials?: { readonly authorization: string };
  readonly maxBytes: number;
  /** From the first request to the last byte. */
  readonly timeoutMs: number;
}

/** Why there are no bytes; `status` tells what the server answered instead. */
export type DownloadFailure = 'address' | 'too-large' | 'no-answer' | 'status';

export type Download =
  | { readonly bytes: Uint8Array; readonly contentType: string }
  | { readonly failure: DownloadFailure; readonly status?: number };

const MOST_REQUESTS = 3;

/** Downloads a file within the rules. Never rejects. */
export async function download(address: string, rules: DownloadRules): Promise<Download> {
  try {
    return await follow(URL.parse(address), rules, AbortSignal.timeout(rules.timeoutMs));
  } catch {
    return { failure: 'no-answer' };
  }
}

/** An HTTPS address at one of the domains or below, on the usual port and without a password in it. */
export function isHttpsAt(url: URL, domains: readonly string[]): boolean {
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return false;
  return domains.some((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`));
}

async function follow(address: URL | null, rules: DownloadRules, signal: AbortSignal): Promise<Download> {
  const { isAllowed, credentials, maxBytes } = rules;
  let url = address;
  for (let requests = 0; requests < MOST_REQUESTS; requests++) {
    if (url === null || !isAllowed(url)) return { failure: 'address' };
    const response = await fetch(url, { redirect: 'manual', headers: { ...credentials }, signal });
    const location = response.headers.get('location');
    const isMoved = response.status >= 300 && response.status <= 399 && location !== null;
    if (!isMoved || credentials !== undefined) return readBody(response, maxBytes);
    await response.body?.cancel();
    url = URL.parse(location, url);
  }
  return { failure: 'no-answer' };
}

async function readBody({ ok, status, headers, body }: Response, maxBytes: number): Promise<Download> {
  if (!ok) {
    await body?.cancel();
    return { failure: 'status', status };
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    // Leaving the loop ends the connection.
    if (size > maxBytes) return { failure: 'too-large' };
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks, size), contentType: headers.get('content-type') ?? '' };
}

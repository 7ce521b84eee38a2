/**
 * HTTP as values: what a route gets and what it gives back. Adapters and pages speak these types only; `server.ts`
 * alone knows the framework behind them.
 */

/** A request whose body has been read within the limits. Nothing in it has been verified yet. */
export interface RawRequest {
  /**
   * Header values by lower-case name. A header that came more than once is left out: what a proof of origin rests on
   * must have one reading.
   */
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes as they came, for signatures. Empty for a request without a body. */
  readonly rawBody: Buffer;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The peer's address as the socket tells it; never taken from a header. */
  readonly remoteAddress: string;
}

/** An answer. Without a body, the connection gets the status alone. */
export interface RawResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** One method and path, and who answers it. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** A path, for example `/api/messages`; `:name` in it stands for any one segment, a `*` at its end for any rest. */
  readonly path: string;
  /** Where its bodies are longer than those of platforms' events. */
  readonly maxBodyBytes?: number;
  /** Must not throw for anything a stranger can send; a throw becomes a 500 without a body. */
  handle(request: RawRequest): Promise<RawResponse>;
  /** What a caller gets whose body could not be read (400, 413, 415); without it, the status alone. */
  refuse?(status: number, request: RawRequest): RawResponse;
}

/** An answer in JSON. */
export function jsonResponse(status: number, body: unknown): RawResponse {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}

/** IPv4 loopback, also as an IPv6 socket tells it, and IPv6 loopback. */
const LOOPBACK_ADDRESS = /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1)$/;
/** A name that a stranger's DNS cannot point here (DNS rebinding) is a name that is always this machine. */
const LOOPBACK_NAME = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;
const JSON_TYPE = /^application\/json\s*(?:;|$)/i;

/** Tells whether a request comes from this machine. */
export function isFromThisMachine({ remoteAddress }: Pick<RawRequest, 'remoteAddress'>): boolean {
  return LOOPBACK_ADDRESS.test(remoteAddress);
}

/** Tells whether a request was sent to this machine by a name that is always this machine. */
export function namesThisMachine({ headers }: Pick<RawRequest, 'headers'>): boolean {
  return LOOPBACK_NAME.test(headers.host ?? '');
}

/** Tells whether a body is called JSON. A form on another site can send other types without asking first, not this one. */
export function isJson({ headers }: Pick<RawRequest, 'headers'>): boolean {
  return JSON_TYPE.test(headers['content-type'] ?? '');
}

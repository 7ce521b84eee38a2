/** Who may ask, and how often: holders of a token, or, where there are no tokens, this machine alone. */

import { createTokenBuckets } from '../../limits/token-buckets';
import { isFromThisMachine, namesThisMachine, type RawRequest, type RawResponse } from '../../ops/http';
import type { HttpRefusal } from './problems';
import { createTokenCheck } from './tokens';

export interface GuardSettings {
  /** Empty only on a server that nobody but this machine can reach. */
  readonly tokens: readonly string[];
  readonly perMinute: number;
  readonly now: () => number;
}

/** Why a request is turned away, with the headers that say what to do. */
export interface Rejection {
  readonly reason: HttpRefusal;
  readonly headers?: NonNullable<RawResponse['headers']>;
}

/** `undefined` for a request that may go on; it has then been counted. */
export type Guard = (request: Pick<RawRequest, 'headers' | 'remoteAddress'>) => Rejection | undefined;

export function createGuard({ tokens, perMinute, now }: GuardSettings): Guard {
  const findToken = createTokenCheck(tokens);
  const buckets = createTokenBuckets({ perMinute, now });
  const isOpen = tokens.length === 0;

  return (request) => {
    // A page of somewhere else could have its own name point here (DNS rebinding); a token, it does not have.
    if (isOpen && !(isFromThisMachine(request) && namesThisMachine(request))) return { reason: 'foreign-name' };
    const token = findToken(request.headers.authorization);
    // Guesses are counted by where they come from, so that they use up nobody else's questions.
    const wait = buckets.take(token === undefined ? request.remoteAddress : `token ${token}`);
    if (wait > 0) return { reason: 'too-many', headers: { 'retry-after': String(wait) } };
    if (isOpen || token !== undefined) return undefined;
    return { reason: 'no-token', headers: { 'www-authenticate': 'Bearer realm="hexfix"' } };
  };
}

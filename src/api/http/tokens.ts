/** Who holds a token. How long the check takes tells nothing about the tokens. */

import { createHash, timingSafeEqual } from 'node:crypto';

const BEARER = /^Bearer +([^\s,]+)$/i;

/** The number of the token in an `Authorization` header among those that the server knows, or `undefined`. */
export type TokenCheck = (authorization: string | undefined) => number | undefined;

export function createTokenCheck(tokens: readonly string[]): TokenCheck {
  const known = tokens.map(digest);
  return (authorization = '') => {
    const given = digest(authorization.match(BEARER)?.[1] ?? '');
    // All of them are compared, by digests of one length, whichever it is.
    const matches = known.map((each) => timingSafeEqual(each, given));
    const index = matches.indexOf(true);
    return index < 0 ? undefined : index;
  };
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

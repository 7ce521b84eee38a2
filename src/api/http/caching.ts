/** What caches may keep of an answer, and how a caller asks whether it has changed. */

import { createHash } from 'node:crypto';
import type { RawRequest, RawResponse } from '../../ops/http';

/** Knowledge changes now and then; a wrong step must not live on in a cache for long. */
const KEPT = 'private, max-age=300';
/** An address that holds what somebody wrote is left in no cache. */
const NOT_KEPT = 'no-store';
const ETAG_LENGTH = 27;

/** The answer to a GET with its tag; 304 where the caller has it already. */
export function finishGet(
  answer: RawResponse,
  { headers }: Pick<RawRequest, 'headers'>,
  isPublic: boolean,
): RawResponse {
  if (answer.status !== 200) return answer;
  const etag = `"${createHash('sha256')
    .update(answer.body ?? '')
    .digest('base64url')
    .slice(0, ETAG_LENGTH)}"`;
  const cached = { 'cache-control': isPublic ? KEPT : NOT_KEPT, etag };
  if (isSame(headers['if-none-match'] ?? '', etag)) return { status: 304, headers: cached };
  return { ...answer, headers: { ...answer.headers, ...cached } };
}

/** A weak tag is as good here: the question is only whether to send the body again. */
function isSame(known: string, etag: string): boolean {
  return known.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag);
}

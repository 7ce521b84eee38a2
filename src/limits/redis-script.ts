/** The token bucket of `token-buckets.ts` as a script that Redis runs in one step, by its own clock. */

import { ROUNDING_MS } from './token-buckets';

/**
 * Takes the key, the milliseconds for one token, and those for a full bucket. Gives the milliseconds to wait, 0 where a token was
 * taken.
 */
export const TAKE_TOKEN = `
local clock = redis.call('TIME')
local at = clock[1] * 1000 + clock[2] / 1000
local each, most = tonumber(ARGV[1]), tonumber(ARGV[2])
local full = math.min(math.max(tonumber(redis.call('GET', KEYS[1]) or at), at), at + most)
local wait = full + each - (at + most)
if wait >= ${ROUNDING_MS} then return math.ceil(wait) end
redis.call('SET', KEYS[1], string.format('%.3f', full + each), 'PX', math.ceil(full + each - at))
return 0
`;

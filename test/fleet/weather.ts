/** How both platforms are for a while, by what they then do with a call. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { pause } from './deliver';
import type { WorldAnswer } from './slack-world';

export const WEATHERS = [
  /** Answers with 503, and has done nothing. */
  'away',
  /** Answers with 500, and has done nothing. */
  'failing',
  /** Answers with 429 and how long to wait. */
  'limited',
  /** Cuts the connection, and has done nothing. */
  'deaf',
  /** Does it, and cuts the connection instead of telling. */
  'mute',
  /** Does it, and tells late. */
  'slow',
] as const;

export type Weather = 'fair' | (typeof WEATHERS)[number];

const LATE_MS = 3_000;

const REFUSALS: Partial<Record<Weather, WorldAnswer>> = {
  away: { status: 503, body: {} },
  failing: { status: 500, body: {} },
  limited: { status: 429, headers: { 'retry-after': '2' }, body: { ok: false, error: 'ratelimited' } },
};

/** Answers a call as it is in this weather. */
export async function answerIn(
  weather: Weather,
  { socket }: IncomingMessage,
  response: ServerResponse,
  take: () => WorldAnswer,
): Promise<void> {
  const answer = weather === 'deaf' ? undefined : (REFUSALS[weather] ?? take());
  if (answer === undefined || weather === 'mute') {
    socket.destroy();
    return;
  }
  if (weather === 'slow') await pause(LATE_MS);
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(JSON.stringify(answer.body));
}

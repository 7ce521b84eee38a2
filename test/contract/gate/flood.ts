/** Tokens without end, each from another made-up issuer, tenant and key: they may cost neither memory nor questions. */

import { randomBytes } from 'node:crypto';
import type { RawRequest } from '../../../src/ops/http';
import type { Random } from '../../faults/random';
import { APP_ID } from '../teams/people';
import type { House } from './house';

export interface Flood {
  readonly faults: readonly string[];
  /** The mean of one. */
  readonly ms: number;
  readonly keyFetches: number;
  /** What is left on the heap behind them, where garbage can be collected. */
  readonly heapGrowthBytes: number | undefined;
}

/** So many come first, unmeasured. */
const WARM_UP = 2_000;

/** Every second one is signed with a key that is known by its id alone, so that its signature has to be looked at. */
export async function floodWithTokens(house: House, count: number, random: Random): Promise<Flood> {
  const { doors, teams, activity } = house;
  const rawBody = Buffer.from(activity());
  const fetchesBefore = teams.requests.filter((path) => path === '/keys').length;
  let accepted = 0;
  let ms = 0;

  async function sendOne(index: number): Promise<void> {
    const request = toRequest(forgeToken(index, teams.serviceUrl, random), rawBody);
    const startMs = performance.now();
    const { status } = await doors.teams.handle(request);
    ms += performance.now() - startMs;
    if (status !== 401) accepted += 1;
  }

  house.look();
  for (let index = 0; index < WARM_UP; index += 1) await sendOne(index);
  ms = 0;
  const heapBefore = heapBytes();
  for (let index = 0; index < count; index += 1) await sendOne(WARM_UP + index);
  const heapAfter = heapBytes();
  const { reached, asked } = house.look();
  return {
    faults: [
      ...(accepted === 0 ? [] : [`${accepted} forged tokens were not refused`]),
      ...(reached === 0 ? [] : [`the bot was reached ${reached} times`]),
      ...(asked === 0 ? [] : [`${asked} requests went out`]),
    ],
    ms: ms / count,
    keyFetches: teams.requests.filter((path) => path === '/keys').length - fetchesBefore,
    heapGrowthBytes: heapBefore === undefined || heapAfter === undefined ? undefined : heapAfter - heapBefore,
  };
}

function forgeToken(index: number, serviceurl: string, random: Random): string {
  const mark = `${index}-${random(2 ** 32)}`;
  const now = Math.floor(Date.now() / 1000);
  const isKnownKey = index % 2 === 0;
  const header = { alg: 'RS256', typ: 'JWT', kid: isKnownKey ? 'key-1' : `key-${mark}` };
  const claims = {
    iss: isKnownKey ? 'https://api.botframework.com' : `https://sts.windows.net/${mark}/`,
    ...{ aud: APP_ID, tid: mark, serviceurl, nbf: now - 60, exp: now + 3_600 },
  };
  return [...[header, claims].map(encode), randomBytes(256).toString('base64url')].join('.');
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function toRequest(token: string, rawBody: Buffer): RawRequest {
  return {
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    rawBody,
    path: '/api/messages',
    query: new URLSearchParams(),
    remoteAddress: '203.0.113.9',
  };
}

function heapBytes(): number | undefined {
  if (globalThis.gc === undefined) return undefined;
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

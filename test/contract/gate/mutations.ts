/** Genuine requests with one byte changed, taken out or put in, in any part that the proof of origin covers. */

import type { RawRequest, Route } from '../../../src/ops/http';
import type { Random } from '../../faults/random';
import type { Attack } from './attack';
import type { House } from './house';
import type { Verdict } from './service-urls';
import { genuineSlack } from './slack-forgeries';
import { genuineTeams } from './teams-forgeries';

const SLACK_PARTS = ['body', 'x-slack-signature', 'x-slack-request-timestamp'] as const;
const SCHEME = 'Bearer ';

/** Tries so many at Slack's door. */
export async function mutateSlack(house: House, count: number, random: Random): Promise<Verdict> {
  const genuine = toRaw(genuineSlack());
  return tryAll(house, house.doors.slack, count, () => {
    const part = SLACK_PARTS[random(SLACK_PARTS.length)] ?? 'body';
    if (part === 'body') return { ...genuine, rawBody: mutate(genuine.rawBody, random) };
    const value = mutate(Buffer.from(genuine.headers[part] ?? '', 'latin1'), random).toString('latin1');
    return { ...genuine, headers: { ...genuine.headers, [part]: value } };
  });
}

/** Tries so many tokens at the door of Teams; no token signs a body. */
export async function mutateTokens(house: House, count: number, random: Random): Promise<Verdict> {
  const genuine = toRaw(await genuineTeams(house));
  const token = Buffer.from(genuine.headers.authorization?.slice(SCHEME.length) ?? '', 'latin1');
  return tryAll(house, house.doors.teams, count, () => {
    const authorization = SCHEME + mutate(token, random).toString('latin1');
    return { ...genuine, headers: { ...genuine.headers, authorization } };
  });
}

async function tryAll(house: House, door: Route, count: number, next: () => RawRequest): Promise<Verdict> {
  const faults: string[] = [];
  house.look();
  for (let tried = 0; tried < count; tried += 1) {
    const request = next();
    const { status, body } = await door.handle(request);
    if (status !== 401 || body !== undefined) faults.push(`${status} for ${JSON.stringify(request.headers)}`);
  }
  const { reached, asked } = house.look();
  if (reached + asked > 0) faults.push(`the bot was reached ${reached} times, ${asked} requests went out`);
  return { tried: count, faults };
}

function mutate(bytes: Buffer, random: Random): Buffer {
  const index = random(bytes.length);
  const [before, after] = [bytes.subarray(0, index), bytes.subarray(index + 1)];
  const other = Buffer.from([random(256)]);
  switch (random(3)) {
    case 0:
      return Buffer.concat([before, after]);
    case 1:
      return Buffer.concat([before, other, bytes.subarray(index)]);
    default:
      return Buffer.concat([before, Buffer.from([(bytes.readUInt8(index) + 1 + random(255)) % 256]), after]);
  }
}

function toRaw({ headers, body, path }: Attack): RawRequest {
  const single = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  return {
    headers: Object.fromEntries(single),
    rawBody: Buffer.from(body),
    path,
    query: new URLSearchParams(),
    remoteAddress: '203.0.113.9',
  };
}

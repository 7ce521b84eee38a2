/** Bodies of no choice: bytes, and heaps of what JSON and forms are made of, with and without a proof of origin. */

import type { Random } from '../../faults/random';
import { type Attack, createSender, judge } from './attack';
import { createProofs, type Proofs } from './hostile-bodies';
import type { House } from './house';

const PIECES = {
  json: ['{', '}', '[', ']', ':', ',', '"', '\\', '"type"', '"event"', '1', '-', '1e9', 'null', 'true', ' ', '\\ud800'],
  form: ['payload=', 'command=', '&', '=', '%7B', '%7D', '%22', '%', '+', '%00', '%FF', 'ssl_check=2', 'type'],
} as const;
const MOST_PIECES = 200;
const MOST_BYTES = 2_000;
/** Few: what is measured is an answer, and not the queue before it. */
const AT_ONCE = 4;

export interface BodyRun {
  readonly faults: readonly string[];
  /** Of each answer, in order of length. */
  readonly ms: readonly number[];
}

/** Sends so many; `every` is told now and then how many there were. */
export async function sendRandomBodies(
  target: Pick<House, 'url' | 'teams'> & Partial<Pick<House, 'look'>>,
  count: number,
  random: Random,
  every: (sent: number) => void = () => undefined,
): Promise<BodyRun> {
  const proofs = await createProofs(target);
  const sender = createSender(target.url);
  const faults: string[] = [];
  const times: number[] = [];
  let sent = 0;

  async function sendOn(): Promise<void> {
    while (sent < count) {
      sent += 1;
      if (sent % 1_000 === 0) every(sent);
      const attack = randomAttack(proofs, random);
      const outcome = await sender.send(attack);
      times.push(outcome.ms);
      faults.push(...judge(attack, outcome));
    }
  }

  target.look?.();
  await Promise.all(Array.from({ length: AT_ONCE }, sendOn));
  sender.close();
  const { reached, asked } = target.look?.() ?? { reached: 0, asked: 0 };
  if (reached + asked > 0) faults.push(`the bot was reached ${reached} times, ${asked} requests went out`);
  return { faults, ms: times.sort((a, b) => a - b) };
}

/** The time that so large a part stayed below. */
export function quantile(ms: readonly number[], part: number): number {
  return ms[Math.min(ms.length - 1, Math.floor(ms.length * part))] ?? 0;
}

function randomAttack(proofs: Proofs, random: Random): Attack {
  const kind = random(3);
  const body = kind === 0 ? randomBytes(random) : heapOf(kind === 1 ? PIECES.json : PIECES.form, random);
  const type = { 'content-type': random(2) === 0 ? 'application/json' : 'application/x-www-form-urlencoded' };
  const name = `${body.length} bytes of no choice`;
  const door = random(2) === 0 ? 'slack' : 'teams';
  const path = door === 'slack' ? '/slack/events' : '/api/messages';
  switch (random(4)) {
    case 0:
      return { name, path, headers: type, body, statuses: [401] };
    case 1:
      return { name, path, headers: { ...type, 'content-encoding': 'gzip' }, body, statuses: [415] };
    default:
      // Now and then a heap has a type, which nobody knows: what Slack itself has signed is acknowledged and left.
      return { name, ...proofs[door](body, type), statuses: door === 'slack' ? [200, 400] : [400] };
  }
}

function randomBytes(random: Random): Buffer {
  return Buffer.from(Array.from({ length: random(MOST_BYTES) }, () => random(256)));
}

function heapOf(pieces: readonly string[], random: Random): Buffer {
  return Buffer.from(Array.from({ length: random(MOST_PIECES) }, () => pieces[random(pieces.length)]).join(''));
}

/**
 * Bots that read each other: Hexfix twice, as after a trial beside the real one, and a bot that repeats whatever it reads. What
 * each of them posts, and every preview that Slack unfolds below it, comes to all as an event.
 */

import { readEvent } from '../../src/adapters/slack/inbound';
import { METADATA_TYPE } from '../../src/adapters/slack/outbound';
import { renderBlockKit } from '../../src/render/block-kit';
import { createRandom, type Random } from '../faults/random';
import { type House, openHouse } from '../unit/bot/harness';

const STEPS = 10_000;
const STEP_MS = 5_000;
const WINDOW_MS = 10 * 60 * 1_000;

interface Message {
  readonly ts: string;
  readonly text: string;
  readonly user: string;
  readonly bot_id?: string;
  readonly metadata?: object;
}

/** One installation of Hexfix in the channel, and the times at which it has posted. */
interface Installation {
  readonly house: House;
  readonly user: string;
  readonly repliesAtMs: number[];
}

let installations: readonly Installation[];
beforeEach(async () => {
  const users = ['U0FIRST', 'U0SECOND'];
  installations = await Promise.all(users.map(async (user) => ({ house: await openHouse(), user, repliesAtMs: [] })));
});
afterEach(() => Promise.all(installations.map(({ house }) => house.close())));

/** A channel that begins with one post, and everything that happens in it afterwards. */
function openChannel(relay: (message: Message) => Partial<Message>) {
  const messages: Message[] = [];
  let step = 0;

  function write(text: string, from: Omit<Message, 'ts' | 'text'>): Message {
    const message = { ...from, text, ts: `1750000000.${String(messages.length).padStart(6, '0')}` };
    messages.push(message);
    return message;
  }

  /** Tells everybody of a post, or of a change to it, and lets them answer. */
  async function tell(event: object): Promise<void> {
    for (const { house, user, repliesAtMs } of installations) {
      const read = readEvent(
        { team_id: 'T1' },
        { type: 'message', channel: 'C1', channel_type: 'channel', ...event },
        user,
      );
      if (read?.kind !== 'post' && read?.kind !== 'edit') continue;
      const answer =
        read.kind === 'post' ? await house.bot.onMessage(read.inbound) : await house.bot.onEdit(read.inbound);
      if (answer === undefined) continue;
      repliesAtMs.push(step * STEP_MS);
      const metadata = { event_type: METADATA_TYPE, event_payload: { key: 'k' } };
      write(renderBlockKit(answer.reply).text, { user, bot_id: `B${user}`, metadata });
    }
  }

  async function run(random: Random, steps = STEPS): Promise<void> {
    await tell(write('Activation fails with 0xC004F074', { user: 'U0PERSON' }));
    for (step = 1; step <= steps; step += 1) {
      for (const { house } of installations) house.pass(STEP_MS);
      const message = messages[random(messages.length)];
      if (message === undefined) continue;
      const happens = random(10);
      if (happens < 3) await tell(message);
      else if (happens < 6) await tell({ subtype: 'message_changed', message, previous_message: message });
      // Slack tells of a preview as of a change, with the old text missing where it was long.
      else if (happens < 8) await tell({ subtype: 'message_changed', message, previous_message: {} });
      else await tell(write(message.text, { user: 'U0RELAY', ...relay(message) }));
    }
  }

  return { run };
}

const mostInAnyWindow = (times: readonly number[]): number =>
  Math.max(0, ...times.map((start) => times.filter((time) => time >= start && time < start + WINDOW_MS).length));

describe('bots in one channel', () => {
  const seed = Number(process.env.SEED ?? 21);

  test(`say one thing each, whatever the others repeat (A21, SEED=${seed})`, async () => {
    await openChannel(() => ({ bot_id: 'B0RELAY' })).run(createRandom(seed));
    expect(installations.map(({ repliesAtMs }) => repliesAtMs.length)).toEqual([1, 1]);
  });

  test('leave our mark alone, whoever carries it along', async () => {
    const relay = ({ metadata }: Message) => (metadata === undefined ? { bot_id: 'B0RELAY' } : { metadata });
    await openChannel(relay).run(createRandom(seed));
    expect(installations.map(({ repliesAtMs }) => repliesAtMs.length)).toEqual([1, 1]);
  });

  test('come to an end where one of them passes for a person', async () => {
    await openChannel(() => ({})).run(createRandom(seed), 200);
    for (const { repliesAtMs } of installations) {
      expect(repliesAtMs.length).toBeGreaterThan(5);
      expect(mostInAnyWindow(repliesAtMs)).toBeLessThanOrEqual(5);
    }
  });
});

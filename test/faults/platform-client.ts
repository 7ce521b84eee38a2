/** The bot's way to the platform and the ticket system: over HTTP on loopback, with a point before and after each call. */

import { type Mark, type Messenger, type Posted, SendFailure } from '../../src/outbox/messenger';
import type { TicketSystem } from '../../src/outbox/outgoing';
import { createWebhook } from '../../src/webhook/deliver';
import { QUIET_MESSENGER } from '../fixtures/a-messenger';
import type { Points } from './points';

export const DESK = 'the help desk';
export const AGENT = 'an agent';
/** Has asked for private answers. */
export const QUIET = 'somebody quiet';
const SECRET = 'not a secret, and long enough';

export interface PlatformClient {
  readonly messenger: Messenger;
  readonly tickets: TicketSystem;
  ask(call: string, body: object): Promise<unknown>;
}

/** With `marks`, the platform lets bots mark posts. */
export function createPlatformClient(
  address: string,
  points: Points,
  now: () => number,
  marks: boolean,
): PlatformClient {
  async function pointed<T>(call: string, work: () => Promise<T>): Promise<T> {
    points.pass(`before the call ${call}`);
    const value = await work();
    points.pass(`after the call ${call}`);
    return value;
  }

  const ask: PlatformClient['ask'] = (call, body) =>
    pointed(call, async () => {
      const response = await fetch(`${address}/${call}`, { method: 'POST', body: JSON.stringify(body) });
      if (!response.ok) throw new SendFailure('refused', String(response.status));
      return response.json();
    });

  const webhook = createWebhook({ url: `${address}/webhook`, secrets: [SECRET], nowMs: now });
  // The casts: the platform is of this house, and answers these calls so.
  const messenger: Messenger = {
    ...QUIET_MESSENGER,
    async post(place, reply, { key, leave }) {
      await leave();
      return (await ask('post', { place, reply, key })) as Posted;
    },
    async postPrivately(_near, person, reply, { key, leave }) {
      await leave();
      return (await ask('post', { place: `chat with ${person}`, reply, key })) as Posted;
    },
    async redraw(_place, message, reply) {
      await ask('redraw', { message, reply });
    },
    ...(marks
      ? {
          async mark(_place: string, message: string, mark: Mark | undefined) {
            await ask('mark', { message, mark });
          },
        }
      : {}),
    findPosted: async (place, key) =>
      (await ask('find', { place, key })) as Awaited<ReturnType<Messenger['findPosted']>>,
    triagePlace: () => DESK,
    isAgent: async (_near, person) => person === AGENT,
  };
  return { messenger, tickets: { deliver: (event) => pointed('webhook', () => webhook.deliver(event)) }, ask };
}

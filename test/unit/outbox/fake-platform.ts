/** A platform and a ticket system as people see them: what was posted, redrawn and delivered. They fail on demand. */

import { type Mark, type Messenger, type Posted, SendFailure } from '../../../src/outbox/messenger';
import type { TicketSystem } from '../../../src/outbox/outgoing';
import type { Reply } from '../../../src/reply/reply';
import { QUIET_MESSENGER } from '../../fixtures/a-messenger';

/** A failing call: what it rejects with, and whether the platform has done what was asked all the same. */
export interface Mishap {
  readonly call: 'post' | 'postPrivately' | 'redraw' | 'remove' | 'mark' | 'findPosted' | 'deliver';
  readonly error: unknown;
  readonly isDone?: boolean;
}

export interface FakePlatform {
  readonly messenger: Messenger;
  readonly tickets: TicketSystem;
  /** The next call of this kind that has no mishap yet gets it. */
  plan(...mishaps: readonly Mishap[]): void;
  /** Every message that appeared, by the key of its effect. */
  readonly posts: { readonly key: string; readonly place: string; readonly message: string }[];
  readonly redraws: { readonly message: string; readonly text: string }[];
  readonly removals: string[];
  /** By message, as they stand. */
  readonly marks: ReadonlyMap<string, Mark | undefined>;
  readonly deliveries: string[];
  readonly looks: string[];
}

export const TIMEOUT = new SendFailure('unknown', 'timeout');
export const UNREACHABLE = new SendFailure('not-sent', 'ECONNREFUSED');

/** `readsBack`: it can tell whether a message is there, as Slack can and Teams cannot. */
export function createFakePlatform({ readsBack }: { readonly readsBack: boolean }): FakePlatform {
  const posts: FakePlatform['posts'] = [];
  const redraws: FakePlatform['redraws'] = [];
  const removals: string[] = [];
  const marks = new Map<string, Mark | undefined>();
  const deliveries: string[] = [];
  const looks: string[] = [];
  const mishaps: Mishap[] = [];

  async function answer<T>(call: Mishap['call'], work: () => T): Promise<T> {
    const index = mishaps.findIndex((mishap) => mishap.call === call);
    const [mishap] = index < 0 ? [] : mishaps.splice(index, 1);
    if (mishap === undefined) return work();
    if (mishap.isDone === true) work();
    throw mishap.error;
  }

  function post(place: string, key: string): Posted {
    const message = `message-${posts.length + 1}`;
    posts.push({ key, place, message });
    return { conversation: 'a conversation', place, message };
  }

  const messenger: Messenger = {
    ...QUIET_MESSENGER,
    async post(place, _reply, { key, leave }) {
      await leave();
      return answer('post', () => post(place, key));
    },
    async postPrivately(_near, person, _reply, { key, leave }) {
      await leave();
      return answer('postPrivately', () => post(`chat with ${person}`, key));
    },
    redraw: (_place, message, reply: Reply) =>
      answer('redraw', () => {
        redraws.push({ message, text: reply.summary });
      }),
    remove: (_place, message) =>
      answer('remove', () => {
        removals.push(message);
      }),
    mark: (_place, message, mark) =>
      answer('mark', () => {
        marks.set(message, mark);
      }),
    findPosted(place, key) {
      looks.push(key);
      return answer('findPosted', () => {
        if (!readsBack) return 'cannot-tell';
        const found = posts.find((one) => one.place === place && one.key === key);
        return found === undefined ? 'absent' : { conversation: 'a conversation', place, message: found.message };
      });
    },
  };

  return {
    messenger,
    tickets: {
      deliver: ({ id }) =>
        answer('deliver', () => {
          deliveries.push(id);
        }),
    },
    plan(...planned) {
      mishaps.push(...planned);
    },
    posts,
    redraws,
    removals,
    marks,
    deliveries,
    looks,
  };
}

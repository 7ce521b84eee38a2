/** The messages of a conversation in threads, as people read them here: the newest thread first, each from its start. */

import type { BoardMessage } from './protocol';

export interface Thread {
  readonly first: BoardMessage;
  readonly replies: readonly BoardMessage[];
}

/** The threads of a conversation whose messages come in the order of their sending. */
export function toThreads(messages: readonly BoardMessage[]): Thread[] {
  return messages
    .filter(({ under }) => under === undefined)
    .map((first) => ({ first, replies: messages.filter(({ under }) => under === first.id) }))
    .reverse();
}

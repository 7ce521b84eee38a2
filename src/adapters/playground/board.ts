/**
 * What one browser sees: its conversations, in memory and bounded. It plays the part of a platform's server: messages
 * get ids there, are redrawn in place, and the oldest go when there are too many.
 */

import { randomUUID } from 'node:crypto';
import type { Localized } from '../../i18n/locale';
import type { Mark } from '../../outbox/messenger';
import type { Persona } from './personas';
import { CONVERSATIONS, type ConversationName } from './place';
import type { View } from './views';

/** Of one conversation, threads included. */
export const MOST_MESSAGES = 50;

/** A message as the page gets it: somebody's post, or a view that the bot sent. */
export interface BoardMessage {
  readonly id: string;
  /** Rises with every change to the message. */
  readonly revision: number;
  readonly author: Persona | 'hexfix';
  readonly atMs: number;
  /** The post that it replies to. */
  readonly under?: string;
  /** `file` is the name of what came with it; what it holds is on no board. */
  readonly post?: { readonly text: string; readonly door: string; readonly file?: string };
  /** Why the bot has not answered the post. */
  readonly silence?: Localized;
  /** The bot's mark on the post, as a reaction would be. */
  readonly mark?: Mark | undefined;
  readonly view?: View;
}

/** All conversations as they stand; private chats only where something was said. */
export interface BoardState {
  /** Changes with every change to the board; never the same for two boards. */
  readonly revision: string;
  readonly conversations: readonly { readonly name: ConversationName; readonly messages: readonly BoardMessage[] }[];
}

/** What a browser sees before anything was said, or after Hexfix was started again. */
export const NOTHING_SAID: BoardState = {
  revision: 'none',
  conversations: [
    { name: 'channel', messages: [] },
    { name: 'triage', messages: [] },
  ],
};

export interface Board {
  add(conversation: ConversationName, message: NewMessage, key?: string): BoardMessage;
  /** Takes a message away; without effect when it is gone. */
  remove(id: string): void;
  /** Changes a message in place. Returns false when it is not there any more. */
  change(id: string, change: Pick<BoardMessage, 'silence' | 'view' | 'mark'>): boolean;
  find(id: string): Found | undefined;
  /** The first message of the bot below a post, as soon as it is there; `undefined` when it does not come in time. */
  answerTo(post: string, withinMs: number): Promise<BoardMessage | undefined>;
  /** The message that was added with this key. */
  findByKey(key: string): Found | undefined;
  read(): BoardState;
}

export type NewMessage = Omit<BoardMessage, 'id' | 'revision' | 'atMs'>;

export interface Found {
  readonly conversation: ConversationName;
  readonly message: BoardMessage;
}

/** Makes an empty board. */
export function createBoard(now: () => number): Board {
  const id = randomUUID();
  let changes = 0;
  const conversations = new Map<ConversationName, Map<string, BoardMessage>>();
  for (const name of CONVERSATIONS) conversations.set(name, new Map());
  const keys = new Map<string, string>();
  const waiting = new Map<string, (answer: BoardMessage) => void>();

  function find(messageId: string): Found | undefined {
    for (const [conversation, messages] of conversations) {
      const message = messages.get(messageId);
      if (message !== undefined) return { conversation, message };
    }
    return undefined;
  }

  /** A thread without its first post would hang in the air, so it goes with it. */
  function dropOldest(messages: Map<string, BoardMessage>): void {
    while (messages.size > MOST_MESSAGES) {
      const [oldest] = messages.keys();
      for (const { id, under } of messages.values()) if (id === oldest || under === oldest) messages.delete(id);
    }
    for (const [key, messageId] of keys) if (find(messageId) === undefined) keys.delete(key);
  }

  return {
    find,

    add(conversation, message, key) {
      changes += 1;
      const added = { ...message, id: randomUUID(), revision: changes, atMs: now() };
      const messages = conversations.get(conversation) ?? new Map<string, BoardMessage>();
      messages.set(added.id, added);
      if (key !== undefined) keys.set(key, added.id);
      dropOldest(messages);
      if (added.author === 'hexfix' && added.under !== undefined) waiting.get(added.under)?.(added);
      return added;
    },

    answerTo(post, withinMs) {
      const all = [...conversations.values()].flatMap((messages) => [...messages.values()]);
      const known = all.find(({ author, under }) => author === 'hexfix' && under === post);
      if (known !== undefined) return Promise.resolve(known);
      return new Promise((resolve) => {
        const timer = setTimeout(end, withinMs);
        function end(answer?: BoardMessage): void {
          clearTimeout(timer);
          waiting.delete(post);
          resolve(answer);
        }
        waiting.set(post, end);
      });
    },

    change(messageId, change) {
      const found = find(messageId);
      if (found === undefined) return false;
      const { message, conversation } = found;
      // The outbox draws again what a press has drawn at once: for the page that is no change.
      if (JSON.stringify({ ...message, ...change }) === JSON.stringify(message)) return true;
      changes += 1;
      conversations.get(conversation)?.set(messageId, { ...message, ...change, revision: changes });
      return true;
    },

    remove(messageId) {
      const found = find(messageId);
      if (found === undefined) return;
      changes += 1;
      conversations.get(found.conversation)?.delete(messageId);
    },

    findByKey(key) {
      const messageId = keys.get(key);
      return messageId === undefined ? undefined : find(messageId);
    },

    read() {
      const all = [...conversations].map(([name, messages]) => ({ name, messages: [...messages.values()] }));
      return {
        revision: `${id}.${changes}`,
        conversations: all.filter(({ name, messages }) => !name.startsWith('chat-') || messages.length > 0),
      };
    },
  };
}

/** Places on the page, as the bot keeps them: a browser's session, a conversation of it, and a thread in that. */

import { PERSONAS, type Persona } from './personas';

/** What stands for the organization on this page. */
export const LOCAL_TENANT = 'local';

export type ConversationName = 'channel' | 'triage' | `chat-${Persona}`;

export const CONVERSATIONS: readonly ConversationName[] = [
  'channel',
  'triage',
  ...PERSONAS.map((persona) => `chat-${persona}` as const),
];

export interface Place {
  readonly session: string;
  readonly conversation: ConversationName;
  /** The post that begins the thread. */
  readonly thread?: string;
}

/** The place as one string, opaque to everybody else. */
export function formatPlace({ session, conversation, thread }: Place): string {
  return [session, conversation, ...(thread === undefined ? [] : [thread])].join('/');
}

/** The place behind such a string, or `undefined` for any other. */
export function parsePlace(place: string): Place | undefined {
  const [session = '', name, thread, ...rest] = place.split('/');
  const conversation = CONVERSATIONS.find((known) => known === name);
  if (session === '' || conversation === undefined || rest.length > 0) return undefined;
  return { session, conversation, ...(thread === undefined ? {} : { thread }) };
}

/** The bot's id of the conversation: the place without its thread. */
export function conversationId({ session, conversation }: Place): string {
  return formatPlace({ session, conversation });
}

/** The channel whose settings hold there, as the bot wants to be told; none in a private chat. */
export function settingsChannel(place: Place): { readonly channel?: string } {
  return place.conversation.startsWith('chat-') ? {} : { channel: conversationId(place) };
}

/** Whether this persona is in the conversation, and so can press what stands there. */
export function isMember(persona: Persona, conversation: ConversationName): boolean {
  switch (conversation) {
    case 'channel':
      return true;
    case 'triage':
      return persona === 'agent';
    default:
      return conversation === `chat-${persona}`;
  }
}

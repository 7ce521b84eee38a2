/** What an installation asks for: what the manifest of its kind asks for, from the same tables. */

import { EVENT_SCOPES, INTERACTION_SCOPES, METHOD_SCOPES } from '../subscriptions';

/** What the bot is to do in channels: speak when it is mentioned, or also read along. */
export type Kind = 'mention-only' | 'listening';

/** Events of an app that answers only who turns to it. */
const ADDRESSED: readonly string[] = ['app_mention', 'message.im'] satisfies readonly (keyof typeof EVENT_SCOPES)[];

/** Methods that only what else the listening app hears of gives rise to. */
const LISTENING_METHODS: readonly string[] = [
  'assistant.threads.setSuggestedPrompts',
  'assistant.threads.setTitle',
  'chat.unfurl',
] satisfies readonly (keyof typeof METHOD_SCOPES)[];

/** The scopes, sorted. */
export function scopesOf(kind: Kind): readonly string[] {
  const isListening = kind === 'listening';
  const events = Object.entries(EVENT_SCOPES).filter(([event]) => isListening || ADDRESSED.includes(event));
  const methods = Object.entries(METHOD_SCOPES).filter(([name]) => isListening || !LISTENING_METHODS.includes(name));
  const needs = [...events, ...Object.entries(INTERACTION_SCOPES), ...methods].flatMap(([, scopes]) => scopes);
  return [...new Set<string>(needs)].sort();
}

/**
 * What the adapter needs of Slack: the events it handles, the command and shortcuts, and the methods it calls, each with
 * the scopes it takes. Files are loaded without a method, but with the scope of `files.info`. The manifests are checked
 * against this.
 */

/** Bot events that the adapter handles, by their name in an app manifest. */
export const EVENT_SCOPES = {
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.mpim': ['mpim:history'],
  member_joined_channel: ['channels:read', 'groups:read'],
  app_home_opened: [],
  assistant_thread_started: ['assistant:write'],
  assistant_thread_context_changed: ['assistant:write'],
  link_shared: ['links:read'],
  app_uninstalled: [],
  tokens_revoked: [],
} as const;

/** The slash command and the shortcuts, by the name that they bear in an app manifest. */
export const INTERACTION_SCOPES = {
  '/hexfix': ['commands'],
  explain_error: ['commands'],
  ask_hexfix: ['commands'],
} as const;

/** Web API methods that the adapter calls. Answers to a `response_url` take no scope either. */
export const METHOD_SCOPES = {
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'assistant.threads.setTitle': ['assistant:write'],
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.unfurl': ['links:write'],
  'chat.update': ['chat:write'],
  'files.info': ['files:read'],
  'reactions.add': ['reactions:write'],
  'reactions.remove': ['reactions:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
} as const;

/**
 * Methods that the adapter calls where it has the scope for the kind of conversation. Without it, an answer whose end
 * nobody knows is not looked for, and the help desk's members are not told from others: no reason to ask for more.
 */
export const READING_METHOD_SCOPES = {
  'conversations.history': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
} as const;

const EVENT_TYPES: ReadonlySet<string> = new Set(
  Object.keys(EVENT_SCOPES).map((name) => name.split('.', 1)[0] ?? name),
);

/** Whether an event's `type` is handled: `message.im` and its like arrive as `message`. */
export function isHandledEvent(type: string): boolean {
  return EVENT_TYPES.has(type);
}

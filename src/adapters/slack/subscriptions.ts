/**
 * What the adapter needs of Slack: the events it handles and the methods it calls, each with the scopes it takes. The
 * manifests are checked against this.
 */

/** Bot events that the adapter handles, by their name in an app manifest. */
export const EVENT_SCOPES = {
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.mpim': ['mpim:history'],
  member_joined_channel: ['channels:read', 'groups:read'],
} as const;

/** Web API methods that the adapter calls. `auth.test` and answers to a `response_url` take no scope. */
export const METHOD_SCOPES = {
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'users.info': ['users:read'],
} as const;

const EVENT_TYPES: ReadonlySet<string> = new Set(
  Object.keys(EVENT_SCOPES).map((name) => name.split('.', 1)[0] ?? name),
);

/** Whether an event's `type` is handled: `message.im` and its like arrive as `message`. */
export function isHandledEvent(type: string): boolean {
  return EVENT_TYPES.has(type);
}

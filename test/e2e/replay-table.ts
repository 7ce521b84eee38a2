/** What every recorded request leads to in the end. */

export interface Expected {
  /** 200 unless told. */
  readonly status?: number;
  /** The calls that somebody sees something of, in order: a Web API method of Slack, a host of Slack's, or a verb of the connector. */
  readonly calls?: readonly string[];
  /** What stands in the answer to the request. */
  readonly body?: string;
  /** Why nothing is sent. */
  readonly why?: string;
}

const POSTED = { calls: ['chat.postMessage'] };
/** In a channel the post bears a mark as well: seen at first, then what has become of it. */
const POSTED_AND_MARKED = { calls: ['chat.postMessage', 'reactions.add'] };
const RESPONDED = { calls: ['hooks.slack.com'] };
const SENT = { calls: ['POST'] };

/** An edit is drawn at once, and once more by the outbox, which would also do it after a crash. */
export const SLACK_EXPECTED: Readonly<Record<string, Expected>> = {
  'app-home-opened': { calls: ['views.publish'] },
  'app-home-opened-messages': { why: 'not-for-bot' },
  'app-mention': POSTED_AND_MARKED,
  'app-mention-enterprise': POSTED_AND_MARKED,
  'app-mention-in-thread': POSTED_AND_MARKED,
  'app-uninstalled': { why: 'nothing-to-show' },
  'assistant-thread-context-changed': { why: 'not-for-bot' },
  'assistant-thread-started': { calls: ['assistant.threads.setSuggestedPrompts'] },
  'block-actions-ephemeral': RESPONDED,
  'block-actions-home': { calls: ['views.open', 'views.publish'] },
  'block-actions-message': { calls: ['chat.update'] },
  'block-actions-message-enterprise': { calls: ['chat.update'] },
  'block-actions-modal': { calls: ['views.update'] },
  command: RESPONDED,
  'command-enterprise': RESPONDED,
  'command-help': RESPONDED,
  'link-shared': { calls: ['chat.unfurl'] },
  'member-joined-channel': POSTED,
  'member-joined-channel-somebody': { why: 'not-for-bot' },
  'message-action': RESPONDED,
  'message-action-of-bot': RESPONDED,
  'message-bot': { why: 'not-for-bot' },
  'message-changed': { calls: ['chat.update'] },
  'message-channels': POSTED_AND_MARKED,
  'message-channels-no-code': { why: 'no-code' },
  'message-deleted': { calls: ['chat.delete'] },
  'message-file-share': POSTED,
  'message-groups': POSTED_AND_MARKED,
  'message-im': POSTED,
  'message-im-chinese': POSTED,
  'message-mpim': POSTED_AND_MARKED,
  'message-thread-reply': POSTED_AND_MARKED,
  shortcut: { calls: ['views.open'] },
  'tokens-revoked': { why: 'nothing-to-show' },
  'url-verification': { body: 'challenge' },
  'view-closed': { why: 'not-for-bot' },
  'view-submission': { calls: ['chat.postMessage'] },
};

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
const RESULTS = { body: '"type":"result"' };
const DIALOG = { body: '"type":"continue"' };

export const TEAMS_EXPECTED: Readonly<Record<string, Expected>> = {
  'card-action': { calls: ['PUT'], body: CARD_TYPE },
  'card-refresh': { body: 'statusCode' },
  'card-submit': { calls: ['PUT'] },
  'conversation-update-added': { why: 'not-for-bot' },
  'conversation-update-somebody': { why: 'not-for-bot' },
  'feedback-fetch': { body: '"type":"message"' },
  'feedback-submit': { body: '{}' },
  'fetch-task-compose': DIALOG,
  'fetch-task-message': DIALOG,
  'installation-add': SENT,
  'installation-remove': { why: 'not-for-bot' },
  'installation-upgrade': { why: 'not-for-bot' },
  'message-channel-consented': { why: 'mention-only' },
  'message-channel-mention': SENT,
  'message-channel-no-code': { why: 'no-code' },
  'message-delete': { calls: ['DELETE'] },
  'message-file': SENT,
  'message-from-bot': { why: 'not-for-bot' },
  'message-group': SENT,
  'message-personal': SENT,
  'message-personal-chinese': SENT,
  'message-quote': SENT,
  'message-reaction': { why: 'not-for-bot' },
  'message-undelete': SENT,
  'message-update': { calls: ['PUT'] },
  'query-initial': RESULTS,
  'query-link': RESULTS,
  'query-search': RESULTS,
  'submit-action': DIALOG,
  'task-fetch': { calls: ['PUT'], body: '"type":"continue"' },
  'task-submit': { calls: ['POST', 'POST'], body: '"type":"message"' },
  'unknown-invoke': { status: 501, why: 'refused' },
};

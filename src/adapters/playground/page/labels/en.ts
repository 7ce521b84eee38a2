/** The page's words in English. */

import type { Labels } from './labels';

export const en: Labels = {
  personas: { you: 'Alex (you)', colleague: 'Sam (colleague)', agent: 'Robin (IT support)' },
  initials: { you: 'A', colleague: 'S', agent: 'R' },
  conversations: {
    channel: 'Channel',
    triage: 'IT support channel',
    'chat-you': 'Private chat with you',
    'chat-colleague': 'Private chat with the colleague',
    'chat-agent': 'Private chat with the IT support agent',
  },
  membersOnly: {
    you: 'Only you see this chat.',
    colleague: 'Only the colleague sees this chat.',
    agent: 'Only IT support sees this.',
  },
  actAs: { you: 'Act as yourself', colleague: 'Act as the colleague', agent: 'Act as the agent' },
  visibleTo: {
    you: 'Only visible to you',
    colleague: 'Only visible to the colleague',
    agent: 'Only visible to the IT support agent',
  },
  nothingSaid: 'Nothing has been said here yet.',
  nothingHandedOver: 'Nothing to do yet. A case appears here when somebody presses “Get help”.',
  app: 'App',
  replies: (count) => (count === 1 ? '1 reply' : `${count} replies`),
  attached: (name) => `File: ${name}`,
  detached: 'The file is removed.',
  unreadableFile: 'The browser could not read the file. Choose it again.',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'The browser did not allow copying. Select the command and copy it by keyboard.',
  silent: 'Hexfix stays silent',
  marks: { seen: '👀 Seen by Hexfix', solved: '✅ Solved', 'handed-over': '❗ Handed over' },
  problem: 'That did not work',
  mention: '@Hexfix',
  optional: ' (optional)',
  change: (conversation, title) => `${conversation}: ${title}.`,
  changes: (count) => `${count} messages have changed.`,
  threadName: (time) => `Message of ${time} and what followed`,
  panelName: (conversation, platform) => `${conversation}, as ${platform} shows it`,
};

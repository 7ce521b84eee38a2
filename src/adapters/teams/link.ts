/**
 * Links that open a message of ours in Teams.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
 */

import { channelOf, type Place } from './place';

const MESSAGES = 'https://teams.microsoft.com/l/message';
/** Ids of group chats begin so; those of chats with a bot do not, and no link leads there. */
const GROUP_CHAT = /^19:/;

/** The link, or `undefined` for a message in a one-to-one chat. */
export function linkToMessage({ conversation, tenant, team }: Place, message: string): string | undefined {
  const inChannel = channelOf(conversation);
  if (inChannel !== undefined) {
    const { channel, thread = message } = inChannel;
    return link(channel, message, {
      tenantId: tenant,
      ...(team !== undefined && { groupId: team }),
      parentMessageId: thread,
      createdTime: message,
    });
  }
  if (!GROUP_CHAT.test(conversation)) return undefined;
  return link(conversation, message, { tenantId: tenant, context: JSON.stringify({ contextType: 'chat' }) });
}

function link(conversation: string, message: string, query: Readonly<Record<string, string>>): string {
  const path = [conversation, message].map(encodeURIComponent).join('/');
  return `${MESSAGES}/${path}?${new URLSearchParams(query)}`;
}

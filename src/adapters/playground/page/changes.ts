/** What is new on the board, for those who do not see it. */

import type { Labels } from './labels/labels';
import type { Board, BoardMessage, ConversationName } from './protocol';

/** More than that at once is told as a number. */
const MOST_TOLD = 3;

/** One sentence on what the bot has posted or redrawn since `before`; empty when that is nothing. */
export function describeChanges(before: Board | undefined, after: Board, labels: Labels): string {
  const known = new Map(messagesOf(before).map(({ message }) => [message.id, message.revision]));
  const news = messagesOf(after).filter(({ message: { id, revision, view } }) => view && known.get(id) !== revision);
  if (news.length > MOST_TOLD) return labels.changes(news.length);
  return news
    .map(({ name, message }) => labels.change(labels.conversations[name], message.view?.title ?? ''))
    .join(' ');
}

function messagesOf(board: Board | undefined): { name: ConversationName; message: BoardMessage }[] {
  return (board?.conversations ?? []).flatMap(({ name, messages }) => messages.map((message) => ({ name, message })));
}

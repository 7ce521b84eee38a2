/**
 * Lists of cards that a person may put into a message of their own.
 * @see https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search
 */

import { jsonResponse, type RawResponse } from '../../ops/http';
import { renderPostedCard } from '../../render/adaptive-card';
import type { Reply } from '../../reply/reply';
import { CARD_TYPE } from './message';

/** What people choose by, and what is put into their message then. */
export interface Result {
  readonly title: string;
  readonly text: string;
  readonly reply: Reply;
}

/** The list; empty, Teams itself says that nothing was found. */
export function resultsResponse(results: readonly Result[]): RawResponse {
  const attachments = results.map(({ title, text, reply }) => ({
    contentType: CARD_TYPE,
    content: renderPostedCard(reply),
    // Without a preview, Teams shows no line for a card.
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text: escapeHtml(text) } },
  }));
  return jsonResponse(200, { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } });
}

/** The text of these cards is read as HTML; their title is not. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

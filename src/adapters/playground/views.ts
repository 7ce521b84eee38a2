/** What the page gets for a reply: the same reply as each platform would be sent it. */

import { jsonResponse, type RawResponse } from '../../ops/http';
import { renderAdaptiveCard } from '../../render/adaptive-card';
import { renderBlockKit } from '../../render/block-kit';
import type { Reply } from '../../reply/reply';

/** The response that shows a reply. */
export function showReply(reply: Reply): RawResponse {
  const { kind, locale, title } = reply;
  const views = { teams: renderAdaptiveCard(reply), slack: renderBlockKit(reply) };
  return jsonResponse(200, { answered: true, kind, locale, title, ...views });
}

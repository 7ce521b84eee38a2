/**
 * Events: what is written, and what becomes of the bot. Nobody waits for an answer to them, so that they need nothing of Bolt and
 * its chain of middleware.
 */

import { answerPost, type Tools } from './answer-post';
import { readEvent } from './inbound';
import { readNotice } from './notices';
import { createPanel } from './panel';
import { showPreviews } from './previews';
import { publishHome } from './views';
import { createGreeter } from './welcome';

/** Handles the event of an envelope. Rejects when nothing was stored, and the event is worth sending again. */
export type HandleEvent = (envelope: { readonly event?: unknown }, botUserId: string, tools: Tools) => Promise<void>;

export function createEventHandler(): HandleEvent {
  const greet = createGreeter();
  const panel = createPanel();

  return async function handleEvent(envelope, botUserId, tools) {
    const { event } = envelope;
    const found = readEvent(envelope, event, botUserId) ?? readNotice(envelope, event, botUserId);
    if (found === undefined) return;
    switch (found.kind) {
      case 'arrival':
        return greet(found, tools);
      case 'deletion': {
        const { tenant, channel, ts } = found;
        return tools.bot.onDelete({ platform: 'slack', tenant, conversation: channel, message: ts });
      }
      case 'home':
        return publishHome(found.place, found.person, tools);
      case 'panel':
        return panel.begin(found.place, found.person, tools);
      case 'links':
        return showPreviews(found, tools);
      default:
        return answerPost(found, tools, panel);
    }
  };
}

/** Messages that pass by, as nearly all of a channel do: nothing has to be looked up for them. */

import type { Bot } from '../../bot';
import { readEvent } from './inbound';

/** Who the bot is there is not known yet; no id is empty. */
const NOBODY = '';
/** Of anybody: it may be the bot. */
const MENTION = '<@';

/** Has the bot stay out of a message that leads to nothing, wherever it comes from; false for any other event. */
export function passesBy(envelope: { readonly event?: unknown }, bot: Pick<Bot, 'passesBy'>): boolean {
  const found = readEvent(envelope, envelope.event, NOBODY);
  if (found?.kind !== 'post' || found.files !== undefined) return false;
  const { inbound } = found;
  return inbound.door === 'message' && !inbound.text.includes(MENTION) && bot.passesBy(inbound);
}

/** Links to our sources that people post: shown with the codes behind them, unless that would be too much. */

import { findPage, toAddress } from '../knowledge/pages';
import { sourceView } from '../resolver/personal/source-view';
import type { Manners } from '../settings/manners';
import { linkKey } from './keys';
import { chooseLocale, mannersFor } from './manners';
import type { BotParts } from './parts';
import type { LinkPreview, Who } from './values';

/** Whoever posts more has made a list; what is behind each would drown it. */
const MOST_LINKS = 2;
const PAUSE_MS = 30 * 60 * 1000;

/** Previews of those links that are sources of ours. */
export async function previewLinks(
  who: Who,
  urls: readonly string[],
  parts: BotParts,
): Promise<readonly LinkPreview[]> {
  if (urls.length > MOST_LINKS) return [];
  // Most links are none of ours: the store is not asked about them.
  const ours = urls.filter((url) => findPage(url, parts.knowledge) !== undefined);
  if (ours.length === 0) return [];
  const manners = await mannersFor(who, parts);
  if (!mayShow(who, manners)) return [];
  const locale = chooseLocale(manners, { platform: who.platformLocale }, parts);
  const previews: LinkPreview[] = [];
  for (const url of ours) {
    const reply = sourceView(url, parts.knowledge, locale);
    const key = linkKey(who, toAddress(url) ?? url);
    if (reply !== undefined && (await parts.store.claimCooldown([key], parts.now(), PAUSE_MS))) {
      previews.push({ url, reply });
    }
  }
  return previews;
}

/** Nobody has asked: in a channel a preview is as unasked as an answer to a code that passes by. */
function mayShow({ channel }: Who, { mode, isMuted }: Manners): boolean {
  return channel === undefined || (mode === 'listen' && !isMuted);
}

/** Previews below links that people share: of our sources, where the bot has something to say to them. */

import type { LinkUnfurls } from '@slack/types';
import { renderBlockKit } from '../../render/block-kit';
import type { Tools } from './answer-post';
import { readFailure } from './failure';
import type { SlackNotice } from './notices';
import { whoAt } from './who';

type SharedLinks = Extract<SlackNotice, { kind: 'links' }>;

/** A preview that Slack does not take is missed by nobody, and by then the bot counts it as shown. */
export async function showPreviews({ place, person, messageTs, urls }: SharedLinks, tools: Tools): Promise<void> {
  const { bot, people, client, logger } = tools;
  const { locale } = await people.find(person);
  const found = await bot.onLinks(whoAt(place, person, locale), urls);
  // Only for what was shared: Slack refuses all of them for one address that it does not know.
  const shown = found.filter(({ url }) => urls.includes(url));
  if (shown.length === 0) return;
  const unfurls: LinkUnfurls = Object.fromEntries(
    shown.map(({ url, reply }) => {
      const { text, blocks } = renderBlockKit(reply);
      return [url, { fallback: text, blocks }];
    }),
  );
  try {
    await client.chat.unfurl({ channel: place.channel, ts: messageTs, unfurls });
  } catch (error) {
    const { code } = readFailure(error);
    logger.warn({ code }, 'Slack does not take the preview of a link; check that the app has the scope links:write');
  }
}

/** What the bot says where it has been installed: what it can do, and in a channel, whether it may speak unasked. */

import { chooseLocale, mannersFor } from './manners';
import type { BotParts } from './parts';
import { listeningAt } from './stand';
import type { Bot } from './values';

export function createWelcome(parts: BotParts): Pick<Bot, 'onInstalled'> {
  const { resolver } = parts;
  return {
    async onInstalled(where) {
      const manners = await mannersFor(where, parts);
      const locale = chooseLocale(manners, { platform: where.platformLocale }, parts);
      const mayOffer = listeningAt(where, parts) === 'yes' && manners.mode !== 'listen';
      return resolver.welcome(locale, where.installer, mayOffer);
    },
  };
}

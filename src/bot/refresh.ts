/** A card as one person sees it. */

import type { BotParts } from './parts';
import type { Bot } from './values';

export function createRefresh(_parts: BotParts): Pick<Bot, 'onRefresh'> {
  return {
    async onRefresh() {
      return undefined;
    },
  };
}

/** What goes when people take something away: a post, or the bot itself. */

import type { BotParts } from './parts';
import type { Bot } from './values';

export function createRemovals({ store, now }: BotParts): Pick<Bot, 'onDelete' | 'onUninstalled'> {
  return {
    async onDelete() {},

    async onUninstalled({ platform, tenant }, atMs = now()) {
      await store.purge(platform, tenant, atMs);
    },
  };
}

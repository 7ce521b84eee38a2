/**
 * The bot: what comes in, whether to speak, what to say. It never calls a platform: adapters hand it values and send
 * what it returns, and the outbox sends what it composes.
 */

import { negotiateLocale } from '../i18n/negotiate';
import type { BotParts } from './parts';
import { createPosts } from './posts';
import { createPresses } from './presses';
import { createSubmissions } from './submissions';
import type { Bot } from './values';

export { createComposer } from './compose';
export { digestEffect } from './digest';
export type { BotParts } from './parts';
export type * from './values';

export function createBot(parts: BotParts): Bot {
  const { resolver, defaultLocale } = parts;
  return {
    ...createPosts(parts),
    ...createPresses(parts),
    ...createSubmissions(parts),

    onInstalled({ platformLocale, installer }) {
      return resolver.welcome(negotiateLocale({ platform: platformLocale, fallback: defaultLocale }), installer);
    },
  };
}

/** Somebody says whether an answer helped. */

import { localeOf } from './manners';
import type { BotParts } from './parts';
import type { Bot } from './values';

export function createFeedback(parts: BotParts): Pick<Bot, 'onFeedback'> {
  return {
    async onFeedback(feedback) {
      return parts.resolver.help(await localeOf(feedback, parts));
    },
  };
}

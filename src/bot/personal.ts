/** What one person asks for beside answers to posts: their page, a form to ask in, a search, previews of links. */

import { localeOf } from './manners';
import type { BotParts } from './parts';
import type { Bot } from './values';

type Personal = Pick<Bot, 'onHome' | 'askForm' | 'search' | 'onLinks' | 'prompts'>;

export function createPersonal(parts: BotParts): Personal {
  const { resolver } = parts;
  return {
    async onHome(who) {
      return { reply: resolver.help(await localeOf(who, parts)), search: { label: '', hint: '' } };
    },

    async askForm(who) {
      const locale = await localeOf(who, parts);
      const token = { v: 1, move: 'ask', locale, codes: [] } as const;
      return { locale, title: '', submit: '', cancel: '', sections: [], fields: [], token: { ...token, codes: [] } };
    },

    search: async () => [],
    onLinks: async () => [],
    prompts: async () => [],
  };
}

/** What one person asks for beside answers to posts: their page, a form to ask in, a search, previews of links. */

import { redactProductKeys } from '../evidence/redact';
import { personalLabelsFor } from '../i18n/labels/personal/labels';
import { createSymptomSearch } from '../knowledge/search';
import { askForm } from '../resolver/personal/ask-form';
import { findHits } from '../resolver/personal/find-hits';
import { showHit } from '../resolver/personal/show-hit';
import { previewLinks } from './links';
import { localeOf } from './manners';
import type { BotParts } from './parts';
import { showPersonal } from './personal-moves';
import type { Bot } from './values';

type Personal = Pick<Bot, 'onHome' | 'askForm' | 'search' | 'onLinks' | 'prompts'>;

export function createPersonal(parts: BotParts): Personal {
  const { knowledge, resolver } = parts;
  const symptoms = createSymptomSearch(knowledge);
  return {
    async onHome(who) {
      const locale = await localeOf(who, parts);
      return { reply: await showPersonal('home', who, locale, parts), search: personalLabelsFor(locale).search };
    },

    async askForm(who, text = '') {
      return askForm(await localeOf(who, parts), redactProductKeys(text).text);
    },

    async search(who, query) {
      const locale = await localeOf(who, parts);
      return findHits(query, knowledge, symptoms).map((code) => showHit(code, resolver, locale));
    },

    onLinks: (who, urls) => previewLinks(who, urls, parts),

    async prompts(who) {
      return personalLabelsFor(await localeOf(who, parts)).prompts;
    },
  };
}

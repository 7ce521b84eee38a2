/** Sources as plain JSON. */

import type { Locale } from '../i18n/locale';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { SourceValue } from './statements';

/** The documents behind these ids, in one language. */
export function citedSources(ids: readonly string[], knowledge: KnowledgeBase, locale: Locale): SourceValue[] {
  return ids.map((id) => {
    const { title, url, date } = knowledge.source(id);
    return { id, title: title[locale], url, date };
  });
}

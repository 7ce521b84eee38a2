/** A code that a search has found: a line to choose it by, and the answer. */

import type { ErrorCode } from '../../code/error-code';
import { labelsFor } from '../../i18n/labels/labels';
import type { Locale } from '../../i18n/locale';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import type { Reply } from '../../reply/reply';
import { headline } from '../desk/subject';
import { head } from '../entry-views';
import { entryInView } from '../in-view';
import type { Resolver } from '../resolve';

/** What is shown of a hit. The answer belongs to no case, so nobody can be asked from it. */
export interface Hit {
  readonly code: ErrorCode;
  readonly title: string;
  readonly text: string;
  readonly reply: Reply;
}

export function showHit(
  code: ErrorCode,
  knowledge: KnowledgeBase,
  resolver: Pick<Resolver, 'follow'>,
  locale: Locale,
): Hit {
  const entry = entryInView(code, knowledge, undefined);
  return {
    code,
    title: headline(code, knowledge, locale),
    text: entry === undefined ? labelsFor(locale).unknown.title : head(entry, locale).subtitle,
    reply: resolver.follow({ v: 1, move: 'answer', locale, codes: [code] }, { help: 'none' }),
  };
}

/** A code that a search has found: a line to choose it by, and the answer. */

import type { ErrorCode } from '../../code/error-code';
import { labelsFor } from '../../i18n/labels/labels';
import type { Locale } from '../../i18n/locale';
import type { Reply } from '../../reply/reply';
import type { Resolver } from '../resolve';

/** What is shown of a hit. The answer belongs to no case, so nobody can be asked from it. */
export interface Hit {
  readonly code: ErrorCode;
  readonly title: string;
  readonly text: string;
  readonly reply: Reply;
}

export function showHit(code: ErrorCode, resolver: Pick<Resolver, 'follow'>, locale: Locale): Hit {
  const reply = resolver.follow({ v: 1, move: 'answer', locale, codes: [code] }, { help: 'none' });
  return { code, title: reply.title, text: reply.subtitle ?? labelsFor(locale).unknown.title, reply };
}

/** Makes a reply of its parts: kind, language and the summary that is read aloud. */

import type { Locale } from '../i18n/locale';
import type { Reply, ReplyKind } from '../reply/reply';
import { summarize } from '../reply/summarize';
import type { ViewParts } from './entry-views';

export function finish(kind: ReplyKind, locale: Locale, parts: ViewParts): Reply {
  return { kind, locale, ...parts, summary: summarize({ locale, ...parts }) };
}

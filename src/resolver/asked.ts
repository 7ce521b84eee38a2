/** The whole answer to somebody who asks, for doors that keep no case: the terminal and the interface for programs. */

import { firstView } from '../cases/case';
import type { Mention } from '../code/mention';
import type { Diagnosis } from '../diagnosis/diagnose';
import type { Locale } from '../i18n/locale';
import type { SymptomSearch } from '../knowledge/search';
import type { Reply } from '../reply/reply';
import type { Resolver } from './resolve';
import { nothingFits, readDescription } from './symptom-views';

/** What was found in a message. */
export interface Asked {
  readonly mentions: readonly Mention[];
  readonly activation: boolean;
  readonly diagnosis?: Diagnosis;
  readonly text: string;
}

/** Codes and pasted output are answered; without either, what the words describe, or a plain word that nothing fits. */
export function answerAsked(asked: Asked, locale: Locale, resolver: Resolver, symptoms: SymptomSearch): Reply {
  const { mentions, activation, diagnosis, text } = asked;
  if (mentions.length > 0 || diagnosis !== undefined) return resolver.answer({ ...asked, locale });
  const described = readDescription(text, symptoms);
  if (typeof described === 'string') return described === 'help' ? resolver.help(locale) : nothingFits(locale);
  return resolver.follow(firstView({ ...described, locale, activation }), { described: described.opening.described });
}

/** What a case adds to every view of it: the steps tried so far, and how the request for help stands. */

import type { CaseState } from '../../cases/case';
import type { Locale } from '../../i18n/locale';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import type { Section } from '../../reply/reply';
import { type DeliveryTrouble, standingNote } from './standing';
import { triedList } from './tried-list';

/** More would push the step in view off the screen. */
const MOST_SHOWN = 5;

/** The sections of a case, to stand above the view. */
export function progressSections(
  state: CaseState,
  knowledge: KnowledgeBase,
  locale: Locale,
  delivery?: DeliveryTrouble,
): Section[] {
  return [...triedList(state, knowledge, locale, MOST_SHOWN), ...standingNote(state, locale, delivery)];
}

/** Where a guide has ended with somebody else: who that is, and what they need to know. */

import type { CaseState } from '../../cases/case';
import type { Locale } from '../../i18n/locale';
import { findOutcome } from '../../knowledge/find-step';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import type { ProseSection } from '../../reply/reply';
import { toRichText } from '../../reply/rich-text';

/** What the card of the case says there, under this heading; nothing while a guide goes on, or where none was walked. */
export function guideEnd(
  { view }: CaseState,
  knowledge: KnowledgeBase,
  locale: Locale,
  heading: string,
): ProseSection[] {
  const { move, procedure: id = '', step = '' } = view;
  const procedure = knowledge.procedures.get(id);
  if (move !== 'guide' || procedure === undefined) return [];
  const outcome = findOutcome(procedure, step);
  return outcome?.kind === 'hand-off' ? [{ kind: 'prose', heading, text: toRichText(outcome.text[locale]) }] : [];
}

/** What a case is about: the code in view, and the line that names it. */

import type { CaseState } from '../../cases/case';
import type { ErrorCode } from '../../code/error-code';
import { labelsFor } from '../../i18n/labels/labels';
import type { Locale } from '../../i18n/locale';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { type MethodChoice, MOST_CODES } from '../../reply/follow-up';
import { head } from '../entry-views';
import { entryInView } from '../in-view';

/** The code that its cards show; some views, such as help, show none. */
export function leadOf({ view, codes }: CaseState): ErrorCode | undefined {
  return view.codes[0] ?? codes[0];
}

/** The codes of the case, the one in view first: what a follow-up of the case carries. */
export function codesOf(state: CaseState): readonly ErrorCode[] {
  const lead = leadOf(state);
  const codes = lead === undefined ? [] : [lead, ...state.codes.filter((code) => code !== lead)];
  return codes.slice(0, MOST_CODES);
}

/** Whether questions about activation make sense: not for a code without an entry that came up elsewhere. */
export function isAboutActivation(state: CaseState, knowledge: KnowledgeBase): boolean {
  const lead = leadOf(state);
  if (state.view.move === 'not-activation' || state.view.method === 'none') return false;
  const scope = lead === undefined ? undefined : knowledge.find(lead)?.scope;
  return scope === undefined ? state.head.activation : scope !== 'windows';
}

/** The code with its title. */
export function headline(code: ErrorCode, knowledge: KnowledgeBase, locale: Locale, method?: MethodChoice): string {
  const entry = entryInView(code, knowledge, method);
  const { separator, several } = labelsFor(locale);
  return entry === undefined ? `${code}${separator}${several.noEntry}` : head(entry, locale).title;
}

/** A title that begins with the code in view, where there is one. */
export function titled(title: string, state: CaseState, locale: Locale): string {
  const lead = leadOf(state);
  return lead === undefined ? title : `${lead}${labelsFor(locale).separator}${title}`;
}

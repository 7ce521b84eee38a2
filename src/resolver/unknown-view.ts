/** What we say about a code that has no entry: whose it is likely to be, and what its bits tell. Never a shrug. */

import { codeValue, type ErrorCode, signedValue } from '../code/error-code';
import { labelsFor } from '../i18n/labels/labels';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Action, Section } from '../reply/reply';
import { toRichText } from '../reply/rich-text';
import { fitActions, languageButton, type View } from './actions';
import { searchLink } from './code-views';
import type { ViewParts } from './entry-views';

export function unknownView(
  code: ErrorCode,
  knowledge: KnowledgeBase,
  view: View,
  extra: readonly Section[],
  others: readonly Action[],
): ViewParts {
  const labels = labelsFor(view.locale);
  const { unknown } = labels;
  const component = knowledge.component(code);
  const title = component === undefined ? unknown.title : unknown.titleIn(component.name[view.locale]);
  return {
    title: `${code}${labels.separator}${title}`,
    sections: [
      ...extra,
      { kind: 'prose', text: toRichText(unknown.text) },
      ...(component === undefined
        ? []
        : [{ kind: 'prose', heading: unknown.component, text: toRichText(component.hint[view.locale]) } as const]),
      {
        kind: 'facts',
        facts: [{ label: unknown.decimal, value: unknown.decimalValue(signedValue(code), codeValue(code)) }],
      },
      { kind: 'note', tone: 'info', label: labels.note, text: toRichText(unknown.next) },
    ],
    actions: fitActions(...others, searchLink(code, view), languageButton('answer', view)),
  };
}

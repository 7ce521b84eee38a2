/** A description without a code: the few answers that it may mean, to choose from. */

import type { ErrorCode } from '../code/error-code';
import { labelsFor } from '../i18n/labels/labels';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { toRichText } from '../reply/rich-text';
import { button, fitActions, followUpTo, languageButton, showCodeButton, type View } from './actions';
import type { ViewParts } from './entry-views';

/** Beyond three, choosing takes longer than asking a person. */
export const MOST_CHOICES = 3;

/** The codes of the view, each with its title and a button. */
export function choicesView(knowledge: KnowledgeBase, view: View): ViewParts {
  const { locale } = view;
  const labels = labelsFor(locale);
  const codes = view.codes.slice(0, MOST_CHOICES);
  const titleOf = (code: ErrorCode) => knowledge.find(code)?.title[locale] ?? labels.several.noEntry;
  return {
    title: labels.choices.title,
    sections: [
      { kind: 'prose', text: toRichText(labels.choices.text) },
      {
        kind: 'list',
        heading: labels.choices.heading,
        items: codes.map((code) => ({ text: toRichText(`\`${code}\`${labels.separator}${titleOf(code)}`) })),
      },
      { kind: 'note', tone: 'info', label: labels.note, texts: [toRichText(labels.choices.none)] },
    ],
    actions: fitActions(
      ...codes.map((code, index) => showCodeButton(code, locale, `choose-${code}`, index === 0 ? 'primary' : 'normal')),
      button('help', labels.buttons.help, followUpTo('help', { locale, codes: [] })),
      languageButton('choices', view),
    ),
  };
}

/** The page of one person: what the bot can do, their open cases, what is set for them. */

import { personalLabelsFor } from '../../i18n/labels/personal/labels';
import type { Locale } from '../../i18n/locale';
import type { Reply } from '../../reply/reply';
import { toRichText } from '../../reply/rich-text';
import { fitActions, languageButton } from '../actions';
import { finish } from '../finish';
import { personalButton } from './buttons';
import { type OwnCase, openCasesSection } from './own-cases';
import { levelSection, type Shown } from './settings-view';

export function homeView(
  openCases: readonly OwnCase[],
  { stand, hasMarks, isAdmin }: Pick<Shown, 'stand' | 'hasMarks' | 'isAdmin'>,
  locale: Locale,
): Reply {
  const { home } = personalLabelsFor(locale);
  return finish('home', locale, {
    title: home.title,
    sections: [
      { kind: 'prose', text: toRichText(home.text) },
      openCasesSection(openCases, locale),
      levelSection('person', { stand, hasMarks }, locale),
    ],
    actions: fitActions(
      personalButton('ask', locale, 'primary'),
      personalButton('cases', locale),
      personalButton('settings-mine', locale),
      isAdmin ? personalButton('settings-all', locale) : undefined,
      languageButton('home', { locale, codes: [] }),
    ),
  });
}

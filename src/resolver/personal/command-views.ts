/** What answers a command where its own view does not stand: how to write it, or a button where others read along. */

import { personalLabelsFor } from '../../i18n/labels/personal/labels';
import { settingsLabelsFor } from '../../i18n/labels/settings/labels';
import type { Locale } from '../../i18n/locale';
import type { Reply } from '../../reply/reply';
import { toRichText } from '../../reply/rich-text';
import { fitActions, languageButton } from '../actions';
import { finish } from '../finish';
import { personalButton } from './buttons';

/** For a word that is no command, but close to one. */
export function usageView(nearest: string, locale: Locale): Reply {
  const { commands } = personalLabelsFor(locale);
  return finish('help', locale, {
    title: commands.title,
    sections: [
      { kind: 'prose', text: toRichText(commands.nearest(nearest)) },
      {
        kind: 'list',
        heading: commands.heading,
        items: commands.list.map((line) => ({ text: toRichText(line) })),
      },
    ],
    actions: fitActions(
      personalButton('ask', locale, 'primary'),
      personalButton('settings', locale),
      languageButton('help', { locale, codes: [] }),
    ),
  });
}

/** In the midst of others: the view opens for whoever presses, and shows them their own. */
export function forYouAloneView(move: 'home' | 'cases' | 'settings', locale: Locale): Reply {
  const { buttons, commands } = personalLabelsFor(locale);
  const { title, text } = commands.forYouAlone;
  return finish('notice', locale, {
    title: move === 'settings' ? settingsLabelsFor(locale).title : `${buttons[move]}: ${title}`,
    sections: [{ kind: 'prose', text: toRichText(text) }],
    actions: fitActions(
      personalButton(move, locale, 'primary'),
      move === 'settings' ? personalButton('settings-here', locale) : undefined,
    ),
  });
}

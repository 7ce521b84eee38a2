/** What we say when no code is in question: help, welcome, a fresh start. */

import { toErrorCode } from '../code/error-code';
import { labelsFor } from '../i18n/labels/labels';
import { personalLabelsFor } from '../i18n/labels/personal/labels';
import type { Locale } from '../i18n/locale';
import type { Section } from '../reply/reply';
import { toRichText } from '../reply/rich-text';
import { button, fitActions, followUpTo, languageButton, showCodeButton, type View } from './actions';
import type { ViewParts } from './entry-views';
import { personalButton } from './personal/buttons';

/** The code that help shows off with: the one that people paste most. */
const EXAMPLE = toErrorCode(0xc004f074);

export function helpView(locale: Locale): ViewParts {
  const labels = labelsFor(locale);
  return { title: labels.help.title, sections: helpSections(locale), actions: helpActions(locale) };
}

/** `installer` is a display name, so it stays a run of its own and is never read as markup. */
export function welcomeView(locale: Locale, installer: string | undefined, offersListening: boolean): ViewParts {
  const labels = labelsFor(locale);
  const thanks: Section[] =
    installer === undefined
      ? []
      : [{ kind: 'prose', text: [{ kind: 'text', text: labels.welcome.addedBy(installer) }] }];
  return {
    title: labels.welcome.title,
    sections: [...thanks, ...helpSections(locale), ...(offersListening ? offer(locale) : [])],
    actions: offersListening
      ? fitActions(
          personalButton('listen-here', locale, 'primary'),
          personalButton('mention-here', locale),
          languageButton('help', { locale, codes: [] }),
        )
      : helpActions(locale),
  };
}

/** What the buttons decide, and how to take it back. */
function offer(locale: Locale): Section[] {
  const { listen, silence } = personalLabelsFor(locale).welcome;
  return [
    { kind: 'prose', text: toRichText(listen) },
    { kind: 'prose', text: toRichText(silence) },
  ];
}

/** For a button that we cannot read: no error, but a way on. */
export function freshStartView(locale: Locale): ViewParts {
  const labels = labelsFor(locale);
  return {
    title: labels.freshStart.title,
    sections: [{ kind: 'prose', text: toRichText(labels.freshStart.text) }],
    actions: fitActions(button('help', labels.buttons.help, followUpTo('help', { locale, codes: [] }), 'primary')),
  };
}

function helpSections(locale: Locale): Section[] {
  const { help, note } = labelsFor(locale);
  const examples = [help.exampleCode, help.exampleDecimal, help.examplePaste];
  return [
    { kind: 'prose', text: toRichText(help.text) },
    { kind: 'list', heading: help.examples, items: examples.map((example) => ({ text: toRichText(example) })) },
    { kind: 'note', tone: 'info', label: note, texts: [toRichText(help.privacy)] },
  ];
}

function helpActions(locale: Locale): ViewParts['actions'] {
  const view: View = { locale, codes: [] };
  return fitActions(
    showCodeButton(EXAMPLE, locale, 'example', 'primary'),
    personalButton('ask', locale),
    personalButton('settings', locale),
    languageButton('help', view),
  );
}

/** What we say about a code when we cannot simply answer: a guess, a general code, one without an entry. */

import type { ErrorCode } from '../code/error-code';
import { labelsFor } from '../i18n/labels/labels';
import type { Locale } from '../i18n/locale';
import type { Entry } from '../knowledge/entry';
import type { Action, ProseSection, Section } from '../reply/reply';
import { toRichText } from '../reply/rich-text';
import { button, fitActions, followUpTo, getHelpButton, languageButton, type View } from './actions';
import { head, message, type ViewParts } from './entry-views';

/** A slip, repaired: said to be a guess, and nothing of the fix is shown before someone agrees. */
export function guessView(entry: Entry, written: string, view: View): ViewParts {
  const labels = labelsFor(view.locale);
  const { title, subtitle } = head(entry, view.locale);
  return {
    title: labels.guess.title(entry.code),
    sections: [
      { kind: 'prose', text: toRichText(labels.guess.text(withoutBackticks(written), entry.code)) },
      { kind: 'prose', heading: title, text: toRichText(subtitle) },
      ...message(entry, view.locale),
      { kind: 'note', tone: 'info', label: labels.note, texts: [toRichText(labels.guess.compare)] },
    ],
    actions: fitActions(
      button(
        'yes',
        labels.buttons.yesCode(entry.code),
        followUpTo('answer', { ...view, written: undefined }),
        'primary',
      ),
      button('help', labels.buttons.help, followUpTo('help', view)),
      languageButton('answer', view),
    ),
  };
}

/** A code that all of Windows uses, in a message that does not speak of activation: ask instead of asserting. */
export function generalView(entry: Entry, view: View, extra: readonly Section[], others: readonly Action[]): ViewParts {
  const labels = labelsFor(view.locale);
  return {
    ...generalHead(entry, view),
    sections: [
      ...extra,
      systemMessage(entry, view.locale),
      { kind: 'prose', text: toRichText(labels.general.text) },
      { kind: 'note', tone: 'info', label: labels.note, texts: [toRichText(labels.general.question)] },
    ],
    actions: fitActions(
      button('activation', labels.buttons.activation, followUpTo('activation', view), 'primary'),
      button('not-activation', labels.buttons.notActivation, followUpTo('not-activation', view)),
      ...others,
      languageButton('answer', view),
    ),
  };
}

/** The same code where it is known not to be about activation: only what the message itself says. */
export function notActivationView(entry: Entry, view: View): ViewParts {
  const labels = labelsFor(view.locale);
  return {
    ...generalHead(entry, view),
    sections: [
      systemMessage(entry, view.locale),
      { kind: 'prose', heading: labels.general.elsewhereTitle, text: toRichText(labels.general.elsewhere) },
      { kind: 'note', tone: 'info', label: labels.note, texts: [toRichText(labels.general.tell)] },
    ],
    actions: fitActions(
      searchLink(entry.code, view),
      button('activation', labels.buttons.activation, followUpTo('activation', view)),
      getHelpButton(view),
      languageButton('not-activation', view),
    ),
  };
}

/** Beside the explanation of a general code that leaves activation out: the way to the one that does not. */
export function activationButton(view: View): Action {
  const followUp = followUpTo('activation', { ...view, method: undefined });
  return button('activation', labelsFor(view.locale).buttons.activation, followUp);
}

/** A link that searches Microsoft's documentation for the code. */
export function searchLink(code: ErrorCode, view: View): Action {
  return {
    kind: 'link',
    id: 'search',
    label: labelsFor(view.locale).buttons.searchDocs,
    url: `https://learn.microsoft.com/search/?terms=${code}`,
  };
}

/** Without the entry's title and methods, which would assert what is being asked. */
function generalHead(entry: Entry, { locale }: View): { title: string; subtitle?: string } {
  const statement = systemText(entry, locale).replace(/[.。]$/, '');
  const title = `${entry.code}${labelsFor(locale).separator}${statement}`;
  return entry.symbol === null ? { title } : { title, subtitle: entry.symbol };
}

/** What Windows says for the code wherever it comes from. */
function systemMessage(entry: Entry, locale: Locale): ProseSection {
  const text = [{ kind: 'text' as const, text: systemText(entry, locale) }];
  return { kind: 'prose', heading: labelsFor(locale).message.windows, text, quote: true };
}

/** The schema promises a system message for every general code. */
function systemText({ systemMessage, title }: Entry, locale: Locale): string {
  return (systemMessage ?? title)[locale];
}

/** What a person wrote goes into a sentence of ours, where a backtick would be markup. */
function withoutBackticks(written: string): string {
  return written.replaceAll('`', '');
}

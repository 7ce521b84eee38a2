/** What we say about a code when we cannot simply answer: a guess, a general code, one without an entry. */

import type { ErrorCode } from '../code/error-code';
import { labelsFor } from '../i18n/labels/labels';
import type { Entry } from '../knowledge/entry';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Action, Section } from '../reply/reply';
import { toRichText } from '../reply/rich-text';
import { button, fitActions, followUpTo, languageButton, type View } from './actions';
import { head, message, sourceLink, sources, type ViewParts } from './entry-views';

/** A slip, repaired: said to be a guess, and nothing of the fix is shown before someone agrees. */
export function guessView(entry: Entry, written: string, view: View): ViewParts {
  const labels = labelsFor(view.locale);
  const { title, subtitle } = head(entry, view.locale);
  return {
    title: labels.guess.title(entry.code),
    sections: [
      { kind: 'prose', text: toRichText(labels.guess.text(withoutBackticks(written), entry.code)) },
      { kind: 'prose', heading: title, text: toRichText(subtitle) },
      message(entry, view.locale),
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
export function generalView(
  entry: Entry,
  knowledge: KnowledgeBase,
  view: View,
  extra: readonly Section[],
  others: readonly Action[],
): ViewParts {
  const labels = labelsFor(view.locale);
  const { title, subtitle } = generalHead(entry, view);
  return {
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    sections: [
      ...extra,
      message(entry, view.locale),
      { kind: 'prose', text: toRichText(labels.general.text) },
      { kind: 'note', tone: 'info', label: labels.note, texts: [toRichText(labels.general.question)] },
      sources(entry, knowledge, view.locale),
    ],
    actions: fitActions(
      button('activation', labels.buttons.activation, followUpTo('activation', view), 'primary'),
      button('not-activation', labels.buttons.notActivation, followUpTo('not-activation', view)),
      ...others,
      languageButton('answer', view),
      sourceLink(entry, knowledge, labels),
    ),
  };
}

/** The same code where it is known not to be about activation: only what the message itself says. */
export function notActivationView(entry: Entry, view: View): ViewParts {
  const labels = labelsFor(view.locale);
  const { title, subtitle } = generalHead(entry, view);
  return {
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    sections: [
      message(entry, view.locale),
      { kind: 'prose', heading: labels.general.elsewhereTitle, text: toRichText(labels.general.elsewhere) },
      { kind: 'note', tone: 'info', label: labels.note, texts: [toRichText(labels.general.tell)] },
    ],
    actions: fitActions(
      searchLink(entry.code, view),
      button('activation', labels.buttons.activation, followUpTo('activation', view)),
      languageButton('not-activation', view),
    ),
  };
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

/** Without the activation methods, which would assert what is being asked. */
function generalHead(entry: Entry, view: View): { title: string; subtitle: string | undefined } {
  return { title: head(entry, view.locale).title, subtitle: entry.symbol ?? undefined };
}

/** What a person wrote goes into a sentence of ours, where a backtick would be markup. */
function withoutBackticks(written: string): string {
  return written.replaceAll('`', '');
}

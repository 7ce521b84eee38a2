/** What we say about a code when we cannot simply answer: a guess, or a code that may be about activation or not. */

import type { ErrorCode } from '../code/error-code';
import { labelsFor } from '../i18n/labels/labels';
import type { Entry } from '../knowledge/entry';
import type { Action, Section } from '../reply/reply';
import { toRichText } from '../reply/rich-text';
import { button, fitActions, followUpTo, languageButton, type View } from './actions';
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

/** Under the explanation of a general code that leaves activation out: nobody has said yet that it is about something else. */
export function activationNote(view: View): Section {
  const { note, general, buttons } = labelsFor(view.locale);
  return { kind: 'note', tone: 'info', label: note, texts: [toRichText(general.question(buttons.activation))] };
}

/** The way to the explanation that is about activation. */
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

/** What a person wrote goes into a sentence of ours, where a backtick would be markup. */
function withoutBackticks(written: string): string {
  return written.replaceAll('`', '');
}

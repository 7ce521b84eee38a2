/** The form for a question, and what is read from it. The text goes no further than the answer. */

import { labelsFor } from '../../i18n/labels/labels';
import { personalLabelsFor } from '../../i18n/labels/personal/labels';
import type { Locale } from '../../i18n/locale';
import type { Form } from '../../reply/form';
import { toRichText } from '../../reply/rich-text';
import { personalFollowUp } from './buttons';

/** As much as both platforms let people write into a field. */
const LONGEST_QUESTION = 3_000;

/** `text` is what the form holds when it opens, product keys hidden; what does not fit is left out. */
export function askForm(locale: Locale, text = ''): Form {
  const { ask } = personalLabelsFor(locale);
  const initial = text.slice(0, LONGEST_QUESTION).trim();
  return {
    locale,
    title: ask.title,
    submit: ask.submit,
    cancel: ask.cancel,
    sections: [{ kind: 'note', tone: 'info', label: labelsFor(locale).note, texts: [toRichText(ask.privacy)] }],
    fields: [
      {
        kind: 'text',
        id: 'question',
        label: ask.question,
        required: true,
        hint: ask.hint,
        lines: 'many',
        longest: LONGEST_QUESTION,
        ...(initial === '' ? {} : { initial }),
      },
    ],
    token: personalFollowUp('ask', locale),
  };
}

/** The question, or what to mend. */
export function readQuestion(
  values: Readonly<Record<string, string>>,
  locale: Locale,
): { readonly question: string } | { readonly errors: Readonly<Record<string, string>> } {
  const { ask } = personalLabelsFor(locale);
  const question = Object.hasOwn(values, 'question') ? (values.question ?? '').trim() : '';
  if (question === '') return { errors: { question: ask.empty } };
  const { length } = question;
  if (length > LONGEST_QUESTION) return { errors: { question: ask.tooLong(LONGEST_QUESTION, length) } };
  return { question };
}

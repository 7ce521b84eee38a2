/** The two forms of a hand-off, and what is read from them. What comes back is from a client: nothing is trusted. */

import type { CaseState } from '../../cases/case';
import { deskLabelsFor } from '../../i18n/labels/desk/labels';
import { labelsFor } from '../../i18n/labels/labels';
import type { Locale } from '../../i18n/locale';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { METHOD_CHOICES, type MethodChoice } from '../../reply/follow-up';
import type { Form, FormField } from '../../reply/form';
import type { Section } from '../../reply/reply';
import { toRichText } from '../../reply/rich-text';
import { followUpTo } from '../actions';
import { organizationSections } from '../organization-sections';
import { guideEnd } from './guide-end';
import { codesOf, headline, isAboutActivation, leadOf } from './subject';
import { bareTriedList } from './tried-list';

/** As much as fits a card at the help desk beside everything else. */
const LONGEST_DETAILS = 1_500;
/** A form is small; the help desk sees more. */
const MOST_STEPS = 5;

/** By field id, as a submission brings them. */
type Values = Readonly<Record<string, string>>;
/** What to mend, by field id. */
interface Refused {
  readonly errors: Readonly<Record<string, string>>;
}

/** What people add when they ask for help. */
export interface GivenToDesk {
  readonly details?: string;
  readonly method?: MethodChoice;
}

/** Asks for what the case does not know yet, and shows what it will pass on. */
export function handOffForm(state: CaseState, knowledge: KnowledgeBase, locale: Locale): Form {
  const { handOff: labels } = deskLabelsFor(locale);
  const { note } = labelsFor(locale);
  const isActivation = isAboutActivation(state, knowledge);
  return {
    locale,
    title: labels.title,
    submit: labels.submit,
    cancel: labels.cancel,
    sections: [
      ...subject(state, knowledge, locale),
      ...bareTriedList(state, knowledge, locale, MOST_STEPS),
      // The form covers the card that asks for it.
      ...guideEnd(state, knowledge, locale, labels.needed),
      { kind: 'note', tone: 'info', label: note, texts: [toRichText(labels.privacy)] },
      ...organizationSections(knowledge, ['help'], locale),
    ],
    fields: [
      ...(isActivation ? [methodField(state, locale)] : []),
      {
        kind: 'text',
        id: 'details',
        label: labels.details,
        required: false,
        hint: isActivation ? labels.hint : labels.hintElsewhere,
        lines: 'many',
        longest: LONGEST_DETAILS,
      },
    ],
    token: followUpTo('get-help', { locale, codes: codesOf(state) }),
  };
}

/** What was filled in, or what to mend. Blank is as good as nothing. */
export function readHandOff(values: Values, locale: Locale): GivenToDesk | Refused {
  const { handOff: labels } = deskLabelsFor(locale);
  const details = tidy(values.details ?? '');
  const method = values.method ?? '';
  const length = [...details].length;
  const errors = {
    ...(length > LONGEST_DETAILS ? { details: labels.tooLong(LONGEST_DETAILS, length) } : {}),
    ...(method === '' || isMethodChoice(method) ? {} : { method: labels.methodError }),
  };
  if (Object.keys(errors).length > 0) return { errors };
  return { ...(details === '' ? {} : { details }), ...(isMethodChoice(method) ? { method } : {}) };
}

/** Asks who is to take over. */
export function assignForm(state: CaseState, locale: Locale): Form {
  const { assign: labels } = deskLabelsFor(locale);
  return {
    locale,
    title: labels.title,
    submit: labels.submit,
    cancel: labels.cancel,
    sections: [],
    fields: [{ kind: 'person', id: 'assignee', label: labels.assignee, required: true }],
    token: followUpTo('assign', { locale, codes: codesOf(state) }),
  };
}

/** Who was chosen, by the platform's id. */
export function readAssign(values: Values, locale: Locale): { readonly assignee: string } | Refused {
  const assignee = (values.assignee ?? '').trim();
  return PERSON_ID.test(assignee) ? { assignee } : { errors: { assignee: deskLabelsFor(locale).assign.assigneeError } };
}

/** For somebody who was chosen, but does not work in the triage channel. */
export function refuseAssignee(locale: Locale): Refused['errors'] {
  return { assignee: deskLabelsFor(locale).assign.notHere };
}

/** Any platform's: no blanks, no control or formatting characters. */
const PERSON_ID = /^[^\s\p{C}]{1,256}$/u;
/** What has no place in text that people wrote, line breaks and tabs apart; it could turn or hide what stands beside it. */
const UNPRINTABLE = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '').trim();
}

function isMethodChoice(value: string): value is MethodChoice {
  return (METHOD_CHOICES as readonly string[]).includes(value);
}

function subject(state: CaseState, knowledge: KnowledgeBase, locale: Locale): Section[] {
  const lead = leadOf(state);
  if (lead === undefined) return [];
  const { about } = deskLabelsFor(locale).handOff;
  return [{ kind: 'prose', heading: about, text: toRichText(headline(lead, knowledge, locale, state.method)) }];
}

function methodField({ method }: CaseState, locale: Locale): FormField {
  const { methods, method: question } = labelsFor(locale);
  return {
    kind: 'choice',
    id: 'method',
    label: deskLabelsFor(locale).handOff.method,
    required: false,
    options: METHOD_CHOICES.map((value) => ({ value, label: value === 'unknown' ? question.unknown : methods[value] })),
    ...(method === undefined || method === 'none' ? {} : { initial: method }),
  };
}

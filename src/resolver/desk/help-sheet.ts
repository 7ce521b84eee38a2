/** Help where no help desk is connected: a text to copy and to hand to whoever looks after the computers. */

import type { CaseState } from '../../cases/case';
import type { ErrorCode } from '../../code/error-code';
import { deskLabelsFor } from '../../i18n/labels/desk/labels';
import { labelsFor } from '../../i18n/labels/labels';
import type { Locale } from '../../i18n/locale';
import type { Entry } from '../../knowledge/entry';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import type { Action, Reply, StepSection } from '../../reply/reply';
import { plainText, toRichText } from '../../reply/rich-text';
import { fitActions } from '../actions';
import { searchLink } from '../code-views';
import { sourceLink } from '../entry-views';
import { finish } from '../finish';
import { entryInView, messageIn } from '../in-view';
import { organizationSections } from '../organization-sections';
import { isUntold } from '../walk';
import { codesOf, headline, isAboutActivation, leadOf, titled } from './subject';
import { tellSteps } from './tried-list';

/** A mail has room, a card has an end. */
const MOST_SHOWN = 12;

/** The sheet as a reply. Its text stands where commands stand, because both platforms show those as text to copy. */
export function helpSheet(state: CaseState, knowledge: KnowledgeBase, locale: Locale): Reply {
  const { sheet } = deskLabelsFor(locale);
  const { note } = labelsFor(locale);
  const add = isAboutActivation(state, knowledge) ? sheet.add : sheet.addElsewhere;
  const text: StepSection = {
    kind: 'step',
    heading: sheet.heading,
    step: {
      number: 1,
      text: toRichText(sheet.text),
      context: sheet.context,
      command: sheetLines(state, knowledge, locale).join('\n'),
    },
  };
  return finish('help-sheet', locale, {
    title: titled(sheet.title, state, locale),
    sections: [
      text,
      { kind: 'note', tone: 'info', label: note, texts: [toRichText(add)] },
      ...organizationSections(knowledge, ['help'], locale),
    ],
    actions: fitActions(referenceLink(leadOf(state), knowledge, locale)),
  });
}

/** What is known first, then empty lines for what only the person at the computer can tell. */
function sheetLines(state: CaseState, knowledge: KnowledgeBase, locale: Locale): string[] {
  const { sheet, tried } = deskLabelsFor(locale);
  const { colon, methods } = labelsFor(locale);
  const { method } = state;
  const [lead, ...others] = codesOf(state);
  const codeLine = (code: ErrorCode) => `${sheet.code}${colon}${headline(code, knowledge, locale, method)}`;
  const steps = tellSteps(state, knowledge, locale, MOST_SHOWN);
  const last = isAboutActivation(state, knowledge) ? sheet.output : sheet.program;
  return [
    ...(lead === undefined ? [] : [codeLine(lead), ...messageLine(entryInView(lead, knowledge, method), locale)]),
    ...others.map(codeLine),
    ...(method === undefined || isUntold(method) ? [] : [`${sheet.method}${colon}${methods[method]}`]),
    `${tried.heading}${colon}${steps.latest.length === 0 ? sheet.noneTried : ''}`.trim(),
    ...(steps.before === 0 ? [] : [tried.earlier(steps.before)]),
    ...steps.latest.map(({ words }, index) => `${steps.before + index + 1}. ${plainText(toRichText(words))}`),
    ...[sheet.edition, sheet.sinceWhen, sheet.howMany, last].map((label) => `${label}${colon}`.trim()),
  ];
}

function messageLine(entry: Entry | undefined, locale: Locale): string[] {
  const known = entry && messageIn(entry, locale);
  if (known === undefined) return [];
  const { colon, message } = labelsFor(locale);
  return [`${message[known.origin]}${colon}${known.text}`];
}

/** The page to read on; where we know none, a search for it. */
function referenceLink(code: ErrorCode | undefined, knowledge: KnowledgeBase, locale: Locale): Action | undefined {
  if (code === undefined) return undefined;
  const entry = knowledge.find(code);
  const source = entry === undefined ? undefined : sourceLink(entry, knowledge, labelsFor(locale));
  return source ?? searchLink(code, { locale, codes: [code] });
}

/** What we say about a code that has no entry: whose it is likely to be, and what its bits tell. Never a shrug. */

import { readBitFields } from '../code/bit-fields';
import { codeValue, type ErrorCode, signedValue } from '../code/error-code';
import { facilityNames } from '../code/facilities';
import { type Labels, labelsFor } from '../i18n/labels/labels';
import type { NamedReading } from '../knowledge/interpret';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Action, FactsSection, Section } from '../reply/reply';
import { toRichText } from '../reply/rich-text';
import { fitActions, getHelpButton, languageButton, meTooButton, showCodeButton, type View } from './actions';
import { searchLink } from './code-views';
import type { ViewParts } from './entry-views';
import { readingsButton } from './readings-view';
import { readingsOf, tellReading } from './tell-reading';

/** More would bury the likely one. */
const MOST_READINGS = 3;

/** The answer to a code without an entry. `extra` sections stand on top, `others` among the buttons. */
export function unknownView(
  code: ErrorCode,
  knowledge: KnowledgeBase,
  view: View,
  extra: readonly Section[],
  others: readonly Action[],
): ViewParts {
  const labels = labelsFor(view.locale);
  const { unknown } = labels;
  const component = knowledge.component(code);
  const owner = component && titleOf(component.name[view.locale], component, labels);
  const readings = readingsOf(code, knowledge);
  const [symbol] = readings[0]?.symbols ?? [];
  return {
    title: `${code}${labels.separator}${symbol ?? owner ?? unknown.title}`,
    ...(symbol === undefined || owner === undefined ? {} : { subtitle: owner }),
    sections: [
      ...extra,
      { kind: 'prose', text: toRichText(unknown.text) },
      ...(component === undefined ? [] : [hint(component.hint[view.locale], labels)]),
      ...(readings.length === 0 ? [] : [list(readings.slice(0, MOST_READINGS), labels)]),
      fields(code, labels),
      { kind: 'note', tone: 'info', label: labels.note, texts: [toRichText(unknown.next)] },
    ],
    actions: fitActions(
      leadingButton(readings, knowledge, view),
      ...others,
      readings.length > MOST_READINGS ? readingsButton(view) : undefined,
      searchLink(code, view),
      getHelpButton(view),
      languageButton('answer', view),
      meTooButton(view),
    ),
  };
}

function titleOf(name: string, { confidence }: { readonly confidence: string }, { unknown }: Labels): string {
  return confidence === 'likely' ? unknown.titleIn(name) : name;
}

function hint(text: string, { unknown }: Labels): Section {
  return { kind: 'prose', heading: unknown.component, text: toRichText(text) };
}

function list(readings: readonly NamedReading[], labels: Labels): Section {
  const { readings: heading } = labels.unknown;
  return { kind: 'list', heading, items: readings.map((reading) => tellReading(reading, labels)) };
}

function fields(code: ErrorCode, labels: Labels): FactsSection {
  const { unknown } = labels;
  const { isFailure, severity, facility, status } = readBitFields(code);
  const { failure, information, success } = unknown.severities;
  return {
    kind: 'facts',
    facts: [
      { label: unknown.severity, value: isFailure ? failure : severity === 1 ? information : success },
      { label: unknown.facility, value: unknown.facilityValue(facility, facilityNames(code).join(' / ')) },
      { label: unknown.lowWord, value: `${status}${labels.aside(`0x${status.toString(16).toUpperCase()}`)}` },
      { label: unknown.decimal, value: unknown.decimalValue(signedValue(code), codeValue(code)) },
    ],
  };
}

/** The code that the best reading leads to, where we know more about that one. */
function leadingButton(
  readings: readonly NamedReading[],
  knowledge: KnowledgeBase,
  { locale }: View,
): Action | undefined {
  const code = readings.find(
    (reading) => reading.code !== undefined && knowledge.find(reading.code) !== undefined,
  )?.code;
  return code && showCodeButton(code, locale, 'reading', 'primary');
}

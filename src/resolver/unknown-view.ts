/** What we say about a code that has no entry: whose it is likely to be, and what its bits tell. Never a shrug. */

import { readBitFields } from '../code/bit-fields';
import { codeValue, type ErrorCode, signedValue, toErrorCode } from '../code/error-code';
import { hresultFacilityNames, ntStatusFacilityNames } from '../code/facilities';
import type { Reading } from '../code/mention';
import { readCode } from '../code/readings';
import { type Labels, labelsFor } from '../i18n/labels/labels';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Action, FactsSection, ListItem, Section } from '../reply/reply';
import { toRichText } from '../reply/rich-text';
import { button, fitActions, followUpTo, getHelpButton, languageButton, meTooButton, type View } from './actions';
import { searchLink } from './code-views';
import type { ViewParts } from './entry-views';

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
  const title = component === undefined ? unknown.title : titleOf(component.name[view.locale], component, labels);
  const readings = readCode(code).filter((reading) => isWorthSaying(reading, knowledge));
  return {
    title: `${code}${labels.separator}${title}`,
    sections: [
      ...extra,
      { kind: 'prose', text: toRichText(unknown.text) },
      ...(component === undefined ? [] : [hint(component.hint[view.locale], labels)]),
      ...(readings.length === 0 ? [] : [list(readings.slice(0, MOST_READINGS), labels)]),
      fields(code, labels),
      { kind: 'note', tone: 'info', label: labels.note, texts: [toRichText(unknown.next)] },
    ],
    actions: fitActions(
      ...twinButtons(readings, view),
      ...others,
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

/** A twin is worth a word only where we know it; the fields have a section of their own. */
function isWorthSaying({ kind, inner }: Reading, knowledge: KnowledgeBase): boolean {
  if (kind === 'fields') return false;
  return kind !== 'twin' || (inner !== undefined && knowledge.find(toErrorCode(inner)) !== undefined);
}

function list(readings: readonly Reading[], labels: Labels): Section {
  return { kind: 'list', heading: labels.unknown.readings, items: readings.map((reading) => item(reading, labels)) };
}

function item({ reason, name = '', inner, confidence }: Reading, labels: Labels): ListItem {
  const say = reason === 'bit-fields' ? undefined : labels.unknown.reading[reason];
  const text = toRichText(say?.(inner === undefined ? '' : spell(inner, reason), name) ?? '');
  if (confidence === 'sure') return { text };
  return { text, tag: confidence === 'likely' ? labels.likely : labels.guessed };
}

/** Numbers within a facility are decimal, as documentation lists them; whole codes and stop codes are hexadecimal. */
function spell(inner: number, reason: Reading['reason']): string {
  if (reason === 'stop-code') return `0x${inner.toString(16).toUpperCase()}`;
  return inner > 0xffff ? toErrorCode(inner) : String(inner);
}

function fields(code: ErrorCode, labels: Labels): FactsSection {
  const { unknown } = labels;
  const { isFailure, severity, facility, status } = readBitFields(code);
  const { failure, information, success } = unknown.severities;
  const names = new Set([
    ...hresultFacilityNames(facility),
    ...(severity === 3 ? ntStatusFacilityNames(facility) : []),
  ]);
  return {
    kind: 'facts',
    facts: [
      { label: unknown.severity, value: isFailure ? failure : severity === 1 ? information : success },
      { label: unknown.facility, value: unknown.facilityValue(facility, [...names].join(' / ')) },
      { label: unknown.lowWord, value: `${status}${labels.aside(`0x${status.toString(16).toUpperCase()}`)}` },
      { label: unknown.decimal, value: unknown.decimalValue(signedValue(code), codeValue(code)) },
    ],
  };
}

function twinButtons(readings: readonly Reading[], view: View): Action[] {
  const labels = labelsFor(view.locale);
  return readings
    .filter(({ kind }) => kind === 'twin')
    .slice(0, 1)
    .map(({ inner = 0 }) => {
      const twin = toErrorCode(inner);
      const followUp = followUpTo('answer', { locale: view.locale, codes: [twin] });
      return button('twin', labels.buttons.showCode(twin), followUp, 'primary');
    });
}

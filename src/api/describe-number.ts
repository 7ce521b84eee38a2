/** What a number says by itself: readings, bit fields, decimal forms, and the component that owns its range. */

import { readBitFields } from '../code/bit-fields';
import { codeValue, type ErrorCode, signedValue } from '../code/error-code';
import { facilityNames } from '../code/facilities';
import { labelsFor } from '../i18n/labels/labels';
import type { Locale } from '../i18n/locale';
import type { NamedReading } from '../knowledge/interpret';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { plainText } from '../reply/rich-text';
import { readingsOf, tellReading } from '../resolver/tell-reading';
import type { CodeValue, FieldsValue, ReadingValue } from './values';

/** What is told of every code, whether it has an entry or not. */
export function describeNumber(
  code: ErrorCode,
  knowledge: KnowledgeBase,
  locale: Locale,
): Pick<CodeValue, 'component' | 'readings' | 'fields' | 'decimal'> {
  const component = knowledge.component(code);
  return {
    ...(component === undefined
      ? {}
      : {
          component: {
            name: component.name[locale],
            hint: component.hint[locale],
            confidence: component.confidence,
          },
        }),
    readings: readingsOf(code, knowledge).flatMap((reading) => describeReading(reading, locale)),
    fields: describeFields(code),
    decimal: { signed: signedValue(code), unsigned: codeValue(code) },
  };
}

function describeReading(reading: NamedReading, locale: Locale): ReadingValue[] {
  const { kind, symbols, confidence, code } = reading;
  if (kind === 'fields') return [];
  // Without its names, which stand beside it, the bot's sentence is the reason alone.
  const reason = plainText(tellReading({ ...reading, symbols: [] }, labelsFor(locale)).text);
  return [{ kind, symbols: [...symbols], reason, confidence, ...(code === undefined ? {} : { code }) }];
}

function describeFields(code: ErrorCode): FieldsValue {
  const { isFailure, severity, facility, status } = readBitFields(code);
  return { isFailure, severity, facility, facilityNames: [...facilityNames(code)], status };
}

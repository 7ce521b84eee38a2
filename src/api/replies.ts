/** The bot's replies as plain text. */

import { labelsFor } from '../i18n/labels/labels';
import type { Locale } from '../i18n/locale';
import type { Reply, Section } from '../reply/reply';
import { plainText } from '../reply/rich-text';
import type { ReplyValue } from './values';

/** A value, and the reply that it comes from, to be rendered. */
export interface Answered<T> {
  readonly value: T;
  readonly reply?: Reply;
}

export function describeReply({ kind, title, summary }: Reply): ReplyValue {
  return { kind, title, text: summary };
}

/** Facts and list items, one line each. */
export function tellLines(sections: readonly Section[], locale: Locale): string[] {
  const { colon } = labelsFor(locale);
  return sections.flatMap((section) => {
    if (section.kind === 'facts') return section.facts.map(({ label, value }) => `${label}${colon}${value}`);
    return section.kind === 'list' ? section.items.map(({ text }) => plainText(text)) : [];
  });
}

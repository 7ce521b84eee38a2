/** Sentences about people and times. Their names and dates are put in later, as runs, and never read as markup. */

import { deskLabelsFor } from '../../i18n/labels/desk/labels';
import type { Locale } from '../../i18n/locale';
import { type RichText, type Run, toRichText } from '../../reply/rich-text';

/** Who and when, by the mark in the sentence. */
type Marks = Readonly<Partial<Record<'who' | 'by' | 'when', Run>>>;

/** The sentence with the runs in the place of `{who}`, `{by}` and `{when}`. A mark without a run is left out. */
export function tell(sentence: string, marks: Marks): RichText {
  return sentence.split(/(\{(?:who|by|when)\})/).flatMap((part): RichText => {
    switch (part) {
      case '{who}':
        return marks.who === undefined ? [] : [marks.who];
      case '{by}':
        return marks.by === undefined ? [] : [marks.by];
      case '{when}':
        return marks.when === undefined ? [] : [marks.when];
      default:
        return toRichText(part);
    }
  });
}

/** Somebody, by id; a neutral word until the platform has told the name, or for good where nobody is known. */
export function person(id: string | undefined, locale: Locale): Run {
  const { somebody: text } = deskLabelsFor(locale);
  return id === undefined ? { kind: 'text', text } : { kind: 'person', id, text };
}

/** A moment to the minute, in UTC for whoever cannot show it in the reader's own time: "2026-11-22 10:32 UTC". */
export function moment(atMs: number): Run {
  return { kind: 'time', atMs, text: `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC` };
}

/** What answers a description without a code: the entry that fits, a few to choose from, or a plain word that none does. */

import type { Opening } from '../cases/opening';
import type { ErrorCode } from '../code/error-code';
import { labelsFor } from '../i18n/labels/labels';
import type { Locale } from '../i18n/locale';
import type { SymptomSearch, SymptomVerdict } from '../knowledge/search';
import type { NoteSection, Reply } from '../reply/reply';
import { toRichText } from '../reply/rich-text';
import { finish } from './finish';
import { helpView } from './talk-views';

/** What a description comes to, where it comes to anything. */
export interface Described {
  readonly codes: readonly ErrorCode[];
  readonly opening: Opening;
}

/** What is said where a description comes to nothing: what the bot does or, to a question, that it knows nothing of it. */
export type Undescribed = 'help' | 'nothing';

/** What a message without a code or pasted output comes to: an entry or a few, or what is to be said where there is none. */
export function readDescription(text: string, symptoms: SymptomSearch): Described | Undescribed {
  if (text.trim() === '') return 'help';
  const verdict = symptoms.decide(text);
  const described = describedBy(verdict);
  if (described !== undefined) return described;
  return verdict.kind === 'nothing' && verdict.asks ? 'nothing' : 'help';
}

/** The codes to open with, and how; `undefined` where nothing fits. */
export function describedBy(verdict: SymptomVerdict): Described | undefined {
  switch (verdict.kind) {
    case 'answer':
      return { codes: [verdict.code], opening: { move: 'answer', described: true } };
    case 'choices':
      return { codes: verdict.codes, opening: { move: 'choices' } };
    default:
      return undefined;
  }
}

/** How the answer was found: nobody has named the code. */
export function describedNote(locale: Locale): NoteSection {
  const { note, described } = labelsFor(locale);
  return { kind: 'note', tone: 'info', label: note, texts: [toRichText(described.fits)] };
}

/** A description that fits nothing: said plainly, with what else can be sent. */
export function nothingFits(locale: Locale): Reply {
  const { described } = labelsFor(locale);
  const { sections, actions } = helpView(locale);
  return finish('help', locale, {
    title: described.nothingTitle,
    sections: [{ kind: 'prose', text: toRichText(described.nothing) }, ...sections],
    actions,
  });
}

/** What is told above an answer of files that came with the message and led to nothing. */

import { type FileLabels, fileLabelsFor } from '../../i18n/labels/files/labels';
import { labelsFor } from '../../i18n/labels/labels';
import type { NoteSection, Reply } from '../../reply/reply';
import { toRichText } from '../../reply/rich-text';
import { summarize } from '../../reply/summarize';

/** Why a file led to nothing. */
export type FileTrouble = keyof FileLabels;

/** Every trouble there is. The keys of a record come as texts. */
export const FILE_TROUBLES = Object.keys(fileLabelsFor('en')) as readonly FileTrouble[];

/** The reply with a sentence for each trouble above the rest; with none, the reply itself. */
export function withFileNotes(reply: Reply, troubles: readonly FileTrouble[]): Reply {
  if (troubles.length === 0) return reply;
  const { locale } = reply;
  const labels = fileLabelsFor(locale);
  const texts = troubles.map((trouble) => toRichText(labels[trouble]));
  const note: NoteSection = { kind: 'note', tone: 'warning', label: labelsFor(locale).warning, texts };
  const told = { ...reply, sections: [note, ...reply.sections] };
  return { ...told, summary: summarize(told) };
}

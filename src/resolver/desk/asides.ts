/** Short messages for one person, and the notes that say whose copy or which old card this is. */

import { CASE_KEPT_DAYS, type CaseState } from '../../cases/case';
import { type DeskLabels, deskLabelsFor } from '../../i18n/labels/desk/labels';
import { labelsFor } from '../../i18n/labels/labels';
import type { Locale } from '../../i18n/locale';
import type { NoteSection, Reply } from '../../reply/reply';
import { toRichText } from '../../reply/rich-text';
import { finish } from '../finish';
import { standingNote } from './standing';
import { titled } from './subject';

/** The labels that are a title and a text. */
type AsideId = 'movedOn' | 'copySent' | 'copyAlreadySent' | 'notAllowed';

/** The press came too late: the case had changed since the button was drawn. */
export function movedOn(locale: Locale): Reply {
  return aside('movedOn', locale);
}

/** A copy of the case is on its way to whoever pressed. */
export function copySent(locale: Locale): Reply {
  return aside('copySent', locale);
}

export function copyAlreadySent(locale: Locale): Reply {
  return aside('copyAlreadySent', locale);
}

/** A move of the help desk, pressed from elsewhere than its channel. */
export function notAllowed(locale: Locale): Reply {
  return aside('notAllowed', locale);
}

/** The request is open, and this is how it stands. */
export function helpAlreadyAsked(state: CaseState, locale: Locale): Reply {
  const { helpAlreadyAsked: title } = deskLabelsFor(locale).asides;
  const parts = { title: titled(title, state, locale), sections: standingNote(state, locale), actions: [] };
  return finish('notice', locale, parts);
}

/** What a private copy begins with. */
export function copyNote(locale: Locale): NoteSection {
  return note(deskLabelsFor(locale).asides.copyNote, locale);
}

/** What stands above a view whose case is gone. */
export function expiredNote(locale: Locale): NoteSection {
  return note(deskLabelsFor(locale).asides.expired(CASE_KEPT_DAYS), locale);
}

function aside(id: AsideId, locale: Locale): Reply {
  const { title, text }: DeskLabels['asides'][AsideId] = deskLabelsFor(locale).asides[id];
  return finish('notice', locale, { title, sections: [note(text, locale)], actions: [] });
}

function note(text: string, locale: Locale): NoteSection {
  return { kind: 'note', tone: 'info', label: labelsFor(locale).note, texts: [toRichText(text)] };
}

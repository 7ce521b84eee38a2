/** What is said around answers that one person alone gets: to that person, and to those who see that there was one. */

import { labelsFor } from '../../i18n/labels/labels';
import { mannersLabelsFor } from '../../i18n/labels/manners/labels';
import type { Locale } from '../../i18n/locale';
import type { NoteSection, Reply } from '../../reply/reply';
import { toRichText } from '../../reply/rich-text';
import { finish } from '../finish';
import { person, tell } from './tell';

/** Why a private answer is not put into a channel: what the channel is set to, or that there is none. */
export type NotShared = 'off' | 'private' | 'nowhere';

/** What a private answer to a post begins with. */
export function privateNote(locale: Locale): NoteSection {
  return note(toRichText(mannersLabelsFor(locale).privateNote), locale);
}

/** What a shared answer begins with: who wanted it there. */
export function sharedNote(sharer: string, locale: Locale): NoteSection {
  return note(tell(mannersLabelsFor(locale).share.by, { who: person(sharer, locale) }), locale);
}

/** That somebody was answered alone, or could not be; for all to see, so it says nothing of whom or what. */
export function answeredAlone(end: 'sent' | 'refused' | 'unknown', locale: Locale): Reply {
  const labels = mannersLabelsFor(locale).answeredAlone;
  if (end !== 'sent') return notice(labels[end], locale);
  return finish('notice', locale, { title: labels.sent, sections: [], actions: [] });
}

/** The answer is being posted in the channel. */
export function sharing(locale: Locale): Reply {
  return notice(mannersLabelsFor(locale).share.posting, locale);
}

export function alreadyShared(locale: Locale): Reply {
  return notice(mannersLabelsFor(locale).share.already, locale);
}

/** The answer is not posted in the channel, and why. */
export function notShared(reason: NotShared, locale: Locale): Reply {
  const { title, [reason]: text } = mannersLabelsFor(locale).share.refused;
  return notice({ title, text }, locale);
}

/** The platform refused the shared answer. */
export function shareNotDelivered(locale: Locale): Reply {
  const { notDelivered, button } = mannersLabelsFor(locale).share;
  return notice(notDelivered(button), locale);
}

/** For who has mentioned the bot in a channel where it is off. */
export function switchedOff(locale: Locale): Reply {
  return notice(mannersLabelsFor(locale).switchedOff, locale);
}

function notice({ title, text }: { readonly title: string; readonly text: string }, locale: Locale): Reply {
  return finish('notice', locale, { title, sections: [{ kind: 'prose', text: toRichText(text) }], actions: [] });
}

function note(text: NoteSection['texts'][number], locale: Locale): NoteSection {
  return { kind: 'note', tone: 'info', label: labelsFor(locale).note, texts: [text] };
}

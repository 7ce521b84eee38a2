/** What the writer of a post is told in private though the post has no case: what the store keeps of it names no content. */

import { LOCALES, type Locale } from '../i18n/locale';
import type { Outgoing } from '../outbox/outgoing';
import { keyWarning } from '../resolver/desk/key-warning';
import { switchedOff } from '../resolver/desk/private-notes';
import type { Effect, NewEffect } from '../store/ports';
import { postKey } from './keys';
import type { BotParts } from './parts';
import { showPersonal } from './personal-moves';
import type { Inbound, Platform } from './values';

/**
 * A product key in the post; the bot off where it was mentioned; or the page of the writer's own, which answers a post without
 * any code: what they have set by a word stands there too.
 */
type NoteKind = 'key-warning' | 'switched-off' | 'private-answer';

/** The effect that tells the writer; the same post gives rise to it once. */
export function writerNote(kind: NoteKind, inbound: Inbound, locale: Locale): NewEffect {
  const { platform, tenant, place, person } = inbound;
  const post = postKey(inbound);
  const version = LOCALES.indexOf(locale);
  return { key: `${kind}:${post}`, kind, platform, tenant, caseId: post, version, place, message: person };
}

/** What the writer reads, in the language of the post; `undefined` for an effect that is no such note. */
export async function composeWriterNote(effect: Effect, parts: BotParts): Promise<Outgoing | undefined> {
  const { kind, place, message: person, version } = effect;
  const locale = LOCALES[version];
  if (person === undefined || locale === undefined) return undefined;
  switch (kind) {
    case 'key-warning':
      return { kind: 'private', near: place, person, reply: keyWarning(locale) };
    case 'switched-off':
      return { kind: 'private', near: place, person, reply: switchedOff(locale) };
    case 'private-answer':
      return { kind: 'private', near: place, person, reply: await ownPage(effect, person, locale, parts) };
    default:
      return undefined;
  }
}

function ownPage({ platform, tenant, place }: Effect, person: string, locale: Locale, parts: BotParts) {
  // The store gives back the word that the bot gave it.
  const who = { platform: platform as Platform, tenant, conversation: '', place, person };
  return showPersonal('home', who, locale, parts);
}

/** What the writer of a post is told in private though the post has no case: what the store keeps of it names no content. */

import { LOCALES, type Locale } from '../i18n/locale';
import type { Outgoing } from '../outbox/outgoing';
import type { Reply } from '../reply/reply';
import { keyWarning } from '../resolver/desk/key-warning';
import { switchedOff } from '../resolver/desk/private-notes';
import type { Resolver } from '../resolver/resolve';
import type { Effect, NewEffect } from '../store/ports';
import { postKey } from './keys';
import type { Inbound } from './values';

/** A product key in the post; the bot off where it was mentioned; or the help that answers a post without any code. */
type NoteKind = 'key-warning' | 'switched-off' | 'private-answer';

/** The effect that tells the writer; the same post gives rise to it once. */
export function writerNote(kind: NoteKind, inbound: Inbound, locale: Locale): NewEffect {
  const { platform, tenant, place, person } = inbound;
  const post = postKey(inbound);
  const version = LOCALES.indexOf(locale);
  return { key: `${kind}:${post}`, kind, platform, tenant, caseId: post, version, place, message: person };
}

/** What the writer reads, in the language of the post; `undefined` for an effect that is no such note. */
export function composeWriterNote(
  { kind, place, message: person, version }: Effect,
  { help }: Pick<Resolver, 'help'>,
): Outgoing | undefined {
  const locale = LOCALES[version];
  const words: Partial<Record<Effect['kind'], (locale: Locale) => Reply>> = {
    'key-warning': keyWarning,
    'switched-off': switchedOff,
    'private-answer': help,
  };
  const say = words[kind];
  if (person === undefined || locale === undefined || say === undefined) return undefined;
  return { kind: 'private', near: place, person, reply: say(locale) };
}

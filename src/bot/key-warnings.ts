/** A product key in a post: its writer is told in private, once a post, whether or not the post is answered. */

import { LOCALES, type Locale } from '../i18n/locale';
import type { Outgoing } from '../outbox/outgoing';
import { keyWarning } from '../resolver/desk/key-warning';
import type { Effect, NewEffect } from '../store/ports';
import { postKey } from './keys';
import type { Inbound } from './values';

/** The effect that warns the writer of a post. It belongs to no case, and its line is its own. */
export function keyWarningEffect(inbound: Inbound, locale: Locale): NewEffect {
  const { platform, tenant, place, person } = inbound;
  const post = postKey(inbound);
  const version = LOCALES.indexOf(locale);
  return {
    key: `key-warning:${post}`,
    kind: 'key-warning',
    platform,
    tenant,
    caseId: post,
    version,
    place,
    message: person,
  };
}

/** What the writer reads, in the language of the post. */
export function composeKeyWarning({ place, message: person, version }: Effect): Outgoing | undefined {
  const locale = LOCALES[version];
  if (person === undefined || locale === undefined) return undefined;
  return { kind: 'private', near: place, person, reply: keyWarning(locale) };
}

/** How to behave towards a person in a place, as the organization, the channel and the person have set it. */

import type { Locale } from '../i18n/locale';
import { negotiateLocale } from '../i18n/negotiate';
import { type Manners, mergeManners } from '../settings/manners';
import type { SettingsScope } from '../store/ports';
import { personKey } from './keys';
import type { BotParts } from './parts';
import type { Who } from './values';

type Parts = Pick<BotParts, 'store' | 'defaults' | 'defaultLocale' | 'now'>;

/** The manners that hold there now. One round trip to the store. */
export async function mannersFor(who: Who, { store, defaults, now }: Parts): Promise<Manners> {
  const { platform, channel } = who;
  const scopes = [
    organizationScope(who),
    personScope(who),
    ...(channel === undefined ? [] : [channelScope(who, channel)]),
  ];
  const [tenant, person, ofChannel] = await store.findSettings(scopes);
  return mergeManners({ default: defaults(platform), tenant, channel: ofChannel, person }, now());
}

/** The language to answer this person in, where nothing is at hand that they wrote. */
export async function localeOf(who: Who, parts: Parts): Promise<Locale> {
  return chooseLocale(await mannersFor(who, parts), { platform: who.platformLocale }, parts);
}

/** The language to answer in: what was chosen, then the writing, then the platform, then what is set for everybody. */
export function chooseLocale(
  { language, fallbackLanguage }: Manners,
  hints: { readonly text?: string; readonly platform?: string | undefined },
  { defaultLocale }: Pick<BotParts, 'defaultLocale'>,
): Locale {
  return negotiateLocale({ chosen: language, ...hints, fallback: fallbackLanguage ?? defaultLocale });
}

export function organizationScope({ platform, tenant }: Pick<Who, 'platform' | 'tenant'>): SettingsScope {
  return { platform, tenant, level: 'tenant', subject: '' };
}

export function channelScope({ platform, tenant }: Pick<Who, 'platform' | 'tenant'>, channel: string): SettingsScope {
  return { platform, tenant, level: 'channel', subject: channel };
}

export function personScope(who: Pick<Who, 'platform' | 'tenant' | 'person'>): SettingsScope {
  return { platform: who.platform, tenant: who.tenant, level: 'person', subject: personKey(who) };
}

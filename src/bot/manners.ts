/** How to behave towards a person in a place, as the organization, the channel and the person have set it. */

import type { Locale } from '../i18n/locale';
import { negotiateLocale } from '../i18n/negotiate';
import { type Levels, type Manners, mergeManners } from '../settings/manners';
import type { SettingsScope } from '../store/ports';
import { personKey } from './keys';
import type { BotParts } from './parts';
import type { Who } from './values';

type Parts = Pick<BotParts, 'store' | 'defaults' | 'defaultLocale' | 'now'>;

/** An organization on a platform. */
interface Organization {
  readonly platform: string;
  readonly tenant: string;
}

/** Whose manners, and where; without a person those towards everybody in the place. */
export interface Where extends Organization {
  readonly channel?: string;
  readonly person?: string;
}

/** The manners that hold there now. One round trip to the store. */
export async function mannersFor(where: Where, parts: Parts): Promise<Manners> {
  return mergeManners(await levelsAt(where, parts), parts.now());
}

/** What each level says there, without the level of a person where none is named. One round trip to the store. */
export async function levelsAt(where: Where, { store, defaults }: Pick<Parts, 'store' | 'defaults'>): Promise<Levels> {
  const { platform, tenant, channel, person } = where;
  const scopes: Partial<Record<keyof Levels, SettingsScope>> = {
    tenant: organizationScope(where),
    ...(channel === undefined ? {} : { channel: channelScope(where, channel) }),
    ...(person === undefined ? {} : { person: personScope({ platform, tenant, person }) }),
  };
  const settings = await store.findSettings(Object.values(scopes));
  const levels = Object.fromEntries(Object.keys(scopes).map((level, index) => [level, settings[index]]));
  return { ...levels, default: defaults(platform) };
}

/** Tells whether an answer may stand in a place where others read along. */
export function isOpenToAll({ mode, privacy }: Manners): boolean {
  return mode !== 'off' && privacy === 'thread';
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

export function organizationScope({ platform, tenant }: Organization): SettingsScope {
  return { platform, tenant, level: 'tenant', subject: '' };
}

export function channelScope({ platform, tenant }: Organization, channel: string): SettingsScope {
  return { platform, tenant, level: 'channel', subject: channel };
}

export function personScope(who: Organization & { readonly person: string }): SettingsScope {
  return { platform: who.platform, tenant: who.tenant, level: 'person', subject: personKey(who) };
}

/** How settings stand for somebody in a place, level by level, and what they may change there. */

import type { Locale } from '../i18n/locale';
import type { Role } from '../outbox/messenger';
import type { Changing } from '../resolver/personal/settings-form';
import type { Shown } from '../resolver/personal/settings-view';
import type { StoredLevel } from '../settings/settings';
import type { SettingsScope } from '../store/ports';
import { channelScope, levelsAt, mannersFor, organizationScope, personScope } from './manners';
import type { BotParts } from './parts';
import type { Who } from './values';

type Parts = Pick<BotParts, 'store' | 'defaults' | 'now' | 'messenger'>;

/** Everything that a view of settings shows to this person here. */
export async function standFor(who: Who, parts: Parts): Promise<Shown> {
  const { platform, channel } = who;
  const { now, messenger } = parts;
  const [levels, role] = await Promise.all([levelsAt(who, parts), roleOf(who, parts)]);
  return {
    stand: { levels, nowMs: now() },
    hasChannel: channel !== undefined,
    isAdmin: role === 'admin',
    hasMarks: messenger(platform)?.mark !== undefined,
  };
}

/** The language for what one person sees alone: the one that is set for them or the place, else that of the button. */
export async function personLocale(
  who: Who,
  button: Locale,
  parts: Pick<BotParts, 'store' | 'defaults' | 'defaultLocale' | 'now'>,
): Promise<Locale> {
  return (await mannersFor(who, parts)).language ?? button;
}

/** The scope of a level for somebody; `undefined` where there is no channel. */
export function scopeOf(level: StoredLevel, who: Who): SettingsScope | undefined {
  switch (level) {
    case 'person':
      return personScope(who);
    case 'channel':
      return who.channel === undefined ? undefined : channelScope(who, who.channel);
    case 'tenant':
      return organizationScope(who);
  }
}

/** Whether somebody may set what holds at a level: themselves always, a channel unless they are guests there. */
export async function mayChange(level: StoredLevel, who: Who, parts: Pick<BotParts, 'messenger'>): Promise<boolean> {
  if (level === 'person') return true;
  const role = await roleOf(who, parts);
  return level === 'tenant' ? role === 'admin' : role !== 'guest';
}

/** Whether posts that do not mention the bot reach it there; away from any channel nobody can tell. */
export function listeningAt(
  { platform, channel, place }: Who,
  { messenger }: Pick<BotParts, 'messenger'>,
): Changing['listening'] {
  if (channel === undefined) return 'unclear';
  return messenger(platform)?.canListen(place) === true ? 'yes' : 'no';
}

async function roleOf({ platform, place, person }: Who, { messenger }: Pick<BotParts, 'messenger'>): Promise<Role> {
  return (await messenger(platform)?.roleOf(place, person)) ?? 'member';
}

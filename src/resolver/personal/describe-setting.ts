/** What a setting is set to, in words. */

import { type SettingsLabels, settingsLabelsFor } from '../../i18n/labels/settings/labels';
import { DEFAULT_LOCALE, type Locale } from '../../i18n/locale';
import type { RichText } from '../../reply/rich-text';
import { type Levels, type Manners, mergeManners } from '../../settings/manners';
import { FIELD_OF, type SettingName } from '../../settings/read';
import { FIELDS_OF, type Settings, type StoredLevel } from '../../settings/settings';
import { writeSetting } from '../../settings/write';
import { moment } from '../desk/tell';

const MINUTE_MS = 60_000;

/** What each level says, at one moment. */
export interface Stand {
  readonly levels: Levels;
  readonly nowMs: number;
}

/** The settings of a level, by the names that people use, in one order everywhere. */
export function settingNames(level: StoredLevel): readonly SettingName[] {
  // The keys of a record come as texts.
  return (Object.keys(FIELD_OF) as SettingName[]).filter((name) => FIELDS_OF[level].includes(FIELD_OF[name]));
}

/** Whether the level itself says something of the setting; a time that is over says nothing any more. */
export function isSetAt(level: StoredLevel, name: SettingName, { levels, nowMs }: Stand): boolean {
  const value = levels[level]?.[FIELD_OF[name]];
  return value !== undefined && !(name === 'mute' && typeof value === 'number' && value <= nowMs);
}

/** What holds at a level, by itself or from those above it. */
export function describeSetting(name: SettingName, level: StoredLevel, stand: Stand, locale: Locale): RichText {
  const labels = settingsLabelsFor(locale);
  const levels = upTo(level, stand.levels);
  if (name === 'mute') return describeMute(levels.person, stand.nowMs, labels);
  return [{ kind: 'text', text: describe(name, level, levels, mergeManners(levels, stand.nowMs), labels) }];
}

/** What holds at a level when it says nothing itself. */
export function describeAbove(name: SettingName, level: StoredLevel, stand: Stand, locale: Locale): RichText {
  return describeSetting(name, level, { ...stand, levels: { ...stand.levels, [level]: undefined } }, locale);
}

function describe(
  name: Exclude<SettingName, 'mute'>,
  level: StoredLevel,
  levels: Levels,
  manners: Manners,
  labels: SettingsLabels,
): string {
  switch (name) {
    case 'language':
      return describeLanguage(level, manners, labels);
    case 'mode':
      return labels.modes[manners.mode];
    case 'privacy':
      return labels.privacies[manners.privacy];
    case 'marks':
      return labels.switches[manners.marks ? 'on' : 'off'];
    case 'cooldown':
      return labels.minutes(manners.cooldownMs / MINUTE_MS);
    case 'ignore':
      return manners.ignoreMark === '' ? labels.none : manners.ignoreMark;
    case 'triage':
    case 'routes':
      return writeSetting(name, nearest(name, levels)) ?? labels.none;
  }
}

/** For the organization it is what answers fall back to; nearer to people, the writing counts unless it is set. */
function describeLanguage(
  level: StoredLevel,
  { language, fallbackLanguage = DEFAULT_LOCALE }: Manners,
  { languages, automatic }: SettingsLabels,
): string {
  if (level === 'tenant') return languages[fallbackLanguage];
  return language === undefined ? automatic(languages[fallbackLanguage]) : languages[language];
}

function describeMute({ muted }: Settings = {}, nowMs: number, { mutes }: SettingsLabels): RichText {
  if (muted === 'until-unmuted') return [{ kind: 'text', text: mutes.on }];
  if (muted === undefined || muted <= nowMs) return [{ kind: 'text', text: mutes.off }];
  return [{ kind: 'text', text: `${mutes.until} ` }, moment(muted)];
}

/** The level that says something of the field, nearest first. */
function nearest(name: 'triage' | 'routes', { channel, tenant, default: defaults }: Levels): Settings {
  return [channel, tenant].find((level) => level?.[name] !== undefined) ?? defaults;
}

function upTo(level: StoredLevel, { default: defaults, tenant, channel, person }: Levels): Levels {
  return {
    default: defaults,
    tenant,
    ...(level === 'tenant' ? {} : { channel }),
    ...(level === 'person' ? { person } : {}),
  };
}

/** What is set, by level, with the buttons that change it. */

import { labelsFor } from '../../i18n/labels/labels';
import { settingsLabelsFor } from '../../i18n/labels/settings/labels';
import type { Locale } from '../../i18n/locale';
import type { PersonalMove } from '../../reply/follow-up';
import type { ListSection, Reply } from '../../reply/reply';
import type { SettingName } from '../../settings/read';
import type { StoredLevel } from '../../settings/settings';
import { fitActions, languageButton } from '../actions';
import { finish } from '../finish';
import { personalButton } from './buttons';
import { describeSetting, isSetAt, type Stand, settingNames } from './describe-setting';
import { say } from './said';

/** The form of each level. */
export const FORM_MOVES = {
  person: 'settings-mine',
  channel: 'settings-here',
  tenant: 'settings-all',
} as const satisfies Readonly<Record<StoredLevel, PersonalMove>>;

/** What the settings show to whom: the levels that concern somebody here, and what the platform has. */
export interface Shown {
  readonly stand: Stand;
  /** Whoever asks is in a channel. */
  readonly hasChannel: boolean;
  readonly isAdmin: boolean;
  readonly hasMarks: boolean;
}

export function settingsView(shown: Shown, locale: Locale): Reply {
  const { stand, hasChannel, isAdmin } = shown;
  const levels: readonly StoredLevel[] = [
    'person',
    ...(hasChannel ? (['channel'] as const) : []),
    ...(isAdmin ? (['tenant'] as const) : []),
  ];
  return finish('settings', locale, {
    title: settingsLabelsFor(locale).title,
    sections: levels.map((level) => levelSection(level, shown, locale)),
    actions: fitActions(
      ...levels.map((level, index) => personalButton(FORM_MOVES[level], locale, index === 0 ? 'primary' : 'normal')),
      ...muteButtons(stand, locale),
      languageButton('settings', { locale, codes: [] }),
    ),
  });
}

/** What a level says, and what holds there from above. */
export function levelSection(
  level: StoredLevel,
  { stand, hasMarks }: Pick<Shown, 'stand' | 'hasMarks'>,
  locale: Locale,
): ListSection {
  const { headings, inherited } = settingsLabelsFor(locale);
  const { colon, aside } = labelsFor(locale);
  return {
    kind: 'list',
    heading: headings[level],
    items: shownNames(level, hasMarks).map((name) => ({
      text: [
        { kind: 'text', text: `${fieldLabel(name, level, locale)}${colon}` },
        ...describeSetting(name, level, stand, locale),
      ],
      ...(isSetAt(level, name, stand) || name === 'mute' ? {} : { tag: aside(inherited[level]) }),
    })),
  };
}

/** The settings of a level that mean something on this platform. */
export function shownNames(level: StoredLevel, hasMarks: boolean): readonly SettingName[] {
  return settingNames(level).filter((name) => name !== 'marks' || hasMarks);
}

/** What a setting is about. */
export function fieldLabel(name: SettingName, level: StoredLevel, locale: Locale): string {
  const { fields } = settingsLabelsFor(locale);
  return name === 'language' || name === 'privacy' ? fields[name][level] : fields[name];
}

/** What was changed, and what holds now. */
export function savedNote(level: StoredLevel, shown: Pick<Shown, 'stand' | 'hasMarks'>, locale: Locale): Reply {
  const { saved } = settingsLabelsFor(locale);
  return say({ title: saved.title, text: saved[level] }, locale, { sections: [levelSection(level, shown, locale)] });
}

function muteButtons(stand: Stand, locale: Locale) {
  if (isSetAt('person', 'mute', stand)) return [personalButton('unmute', locale)];
  return [
    personalButton('mute-hour', locale),
    personalButton('mute-day', locale, 'quiet'),
    personalButton('mute', locale, 'quiet'),
  ];
}

/** The forms in which people change settings. What stands in a field is what the level says itself. */

import { labelsFor } from '../../i18n/labels/labels';
import { type SettingsLabels, settingsLabelsFor } from '../../i18n/labels/settings/labels';
import { LOCALES, type Locale } from '../../i18n/locale';
import type { Form, FormField } from '../../reply/form';
import type { Section } from '../../reply/reply';
import { plainText, toRichText } from '../../reply/rich-text';
import type { SettingName } from '../../settings/read';
import {
  LONGEST_MARK,
  MODES,
  MOST_COOLDOWN_MINUTES,
  PRIVACIES,
  type StoredLevel,
  SWITCHES,
} from '../../settings/settings';
import { writeSetting } from '../../settings/write';
import { personalFollowUp } from './buttons';
import { describeAbove, describeSetting, isSetAt, type Stand } from './describe-setting';
import { FORM_MOVES, fieldLabel, shownNames } from './settings-view';

/** The choice to say nothing at this level. */
export const INHERIT = 'inherit';
/** The choice to leave a time as it is. */
export const KEEP = 'keep';
/** A route for every family, each to a channel of its own. */
const LONGEST_ROUTES = 3_000;

/** Whose settings a form changes, and what the place and the platform allow. */
export interface Changing {
  readonly level: StoredLevel;
  readonly stand: Stand;
  readonly hasMarks: boolean;
  /** `unclear` away from any channel. */
  readonly listening: 'yes' | 'no' | 'unclear';
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

export function settingsForm(changing: Changing, locale: Locale): Form {
  const { level, hasMarks } = changing;
  const labels = settingsLabelsFor(locale);
  return {
    locale,
    title: labels.formTitles[level],
    submit: labels.save,
    cancel: labels.cancel,
    sections: listeningNote(changing, locale),
    fields: shownNames(level, hasMarks).map((name) => toField(name, changing, locale)),
    token: personalFollowUp(FORM_MOVES[level], locale),
  };
}

function listeningNote({ level, listening }: Changing, locale: Locale): Section[] {
  if (level === 'person' || listening === 'yes') return [];
  const { cannotListen, listenNeeds } = settingsLabelsFor(locale);
  const text = listening === 'no' ? cannotListen : listenNeeds;
  return [{ kind: 'note', tone: 'info', label: labelsFor(locale).note, texts: [toRichText(text)] }];
}

function toField(name: SettingName, changing: Changing, locale: Locale): FormField {
  const { level, stand } = changing;
  const field = { id: name, label: fieldLabel(name, level, locale) };
  const own = isSetAt(level, name, stand) ? writeSetting(name, stand.levels[level] ?? {}) : undefined;
  switch (name) {
    case 'cooldown':
    case 'ignore':
    case 'routes':
      return { ...field, ...textField(name, changing, locale), required: false, ...(own && { initial: asLines(own) }) };
    case 'triage':
      return {
        ...field,
        kind: 'channel',
        hint: hintFor(name, changing, locale),
        required: false,
        ...(own && { initial: own }),
      };
    default: {
      const options = choicesFor(name, changing, locale);
      const isOffered = options.some(({ value }) => value === own);
      const initial = isOffered && own !== undefined ? own : (options[0]?.value ?? INHERIT);
      return { ...field, kind: 'choice', required: true, options, initial };
    }
  }
}

function hintFor(name: keyof SettingsLabels['hints'], { level, stand }: Changing, locale: Locale): string {
  return settingsLabelsFor(locale).hints[name](plainText(describeAbove(name, level, stand, locale)));
}

function textField(name: 'cooldown' | 'ignore' | 'routes', changing: Changing, locale: Locale) {
  const hint = hintFor(name, changing, locale);
  if (name === 'routes') return { kind: 'text', hint, lines: 'many', longest: LONGEST_ROUTES } as const;
  const longest = name === 'ignore' ? LONGEST_MARK : String(MOST_COOLDOWN_MINUTES).length;
  return { kind: 'text', hint, lines: 'one', longest } as const;
}

/** A route a line reads better than all in one. */
function asLines(written: string): string {
  return written.replaceAll('; ', '\n');
}

/** The first of them says nothing at this level, or leaves everything as it is. */
function choicesFor(
  name: 'language' | 'mode' | 'privacy' | 'marks' | 'mute',
  changing: Changing,
  locale: Locale,
): readonly Choice[] {
  const { level, stand } = changing;
  const labels = settingsLabelsFor(locale);
  if (name === 'mute') return muteChoices(stand, locale);
  const above = { value: INHERIT, label: labels.asAbove[level](plainText(describeAbove(name, level, stand, locale))) };
  switch (name) {
    case 'language':
      return [above, ...LOCALES.map((value) => ({ value, label: labels.languages[value] }))];
    case 'mode':
      return [above, ...offeredModes(changing).map((value) => ({ value, label: labels.modes[value] }))];
    case 'privacy':
      // A person can only ask for more quiet than the channel has.
      return [above, ...(level === 'person' ? (['private'] as const) : PRIVACIES)].map((choice) =>
        typeof choice === 'string' ? { value: choice, label: labels.privacies[choice] } : choice,
      );
    case 'marks':
      return [above, ...SWITCHES.map((value) => ({ value, label: labels.switches[value] }))];
  }
}

function offeredModes({ listening }: Changing) {
  return MODES.filter((mode) => mode !== 'listen' || listening !== 'no');
}

function muteChoices(stand: Stand, locale: Locale): readonly Choice[] {
  const { mutes } = settingsLabelsFor(locale);
  const muted = stand.levels.person?.muted;
  const isTimed = typeof muted === 'number' && muted > stand.nowMs;
  const until = describeSetting('mute', 'person', stand, locale).at(-1)?.text ?? '';
  return [
    ...(isTimed ? [{ value: KEEP, label: mutes.keep(until) }] : []),
    ...(['off', '1h', '24h', 'on'] as const).map((value) => ({ value, label: mutes[value] })),
  ];
}

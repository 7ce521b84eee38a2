/** What people filled into a form for settings. It comes back from a client: nothing is trusted. */

import { labelsFor } from '../../i18n/labels/labels';
import { settingsLabelsFor } from '../../i18n/labels/settings/labels';
import type { Locale } from '../../i18n/locale';
import { FAMILIES } from '../../knowledge/families';
import { FIELD_OF, type ReadFault, readSetting, type SettingName } from '../../settings/read';
import { LONGEST_MARK, MOST_COOLDOWN_MINUTES, type Settings } from '../../settings/settings';
import type { SettingsChange } from '../../store/ports';
import { replaceChannelLinks } from './channel-links';
import { type Changing, INHERIT, KEEP } from './settings-form';
import { shownNames } from './settings-view';

/** By field id, as a submission brings them. */
type Values = Readonly<Record<string, string>>;

/** The change that the values amount to, or what to mend by field id. */
export type FormReading = { readonly change: SettingsChange } | { readonly errors: Values };

/** A reading of one field; without anything, it stays as it is. */
type FieldReading = { readonly value?: Settings[keyof Settings] } | { readonly error: string } | undefined;

export function readSettingsForm(values: Values, changing: Changing, locale: Locale): FormReading {
  const readings = shownNames(changing.level, changing.hasMarks).map(
    (name) => [name, readField(name, values, changing, locale)] as const,
  );
  const errors = readings.flatMap(([name, reading]) =>
    reading !== undefined && 'error' in reading ? [[name, reading.error] as const] : [],
  );
  if (errors.length > 0) return { errors: Object.fromEntries(errors) };
  const changes = readings.flatMap(([name, reading]) =>
    reading === undefined || 'error' in reading ? [] : [[FIELD_OF[name], reading.value] as const],
  );
  // Each value was read for the field that it stands beside.
  return { change: Object.fromEntries(changes) as SettingsChange };
}

function readField(name: SettingName, values: Values, { listening, stand }: Changing, locale: Locale): FieldReading {
  const text = Object.hasOwn(values, name) ? values[name]?.trim() : undefined;
  const isChosen = name !== 'cooldown' && name !== 'ignore' && name !== 'triage' && name !== 'routes';
  // A platform leaves out what was emptied; of a choice nothing can be emptied.
  if (text === undefined || text === '') return isChosen ? undefined : { value: undefined };
  if (text === INHERIT) return { value: undefined };
  if (text === KEEP && name === 'mute') return undefined;
  if (name === 'mode' && text === 'listen' && listening === 'no') {
    return { error: settingsLabelsFor(locale).cannotListen };
  }
  const reading = readSetting(name, replaceChannelLinks(text), stand.nowMs);
  return 'error' in reading ? { error: explain(reading.error, locale) } : { value: reading.value };
}

function explain(fault: ReadFault, locale: Locale): string {
  const { errors } = settingsLabelsFor(locale);
  switch (fault) {
    case 'not-minutes':
      return errors[fault](MOST_COOLDOWN_MINUTES);
    case 'not-a-mark':
      return errors[fault](LONGEST_MARK);
    case 'not-a-family':
      return errors[fault](FAMILIES.join(labelsFor(locale).listComma));
    case 'too-many-routes':
      return errors[fault](FAMILIES.length);
    default:
      return errors[fault];
  }
}

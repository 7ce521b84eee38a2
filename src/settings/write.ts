/** Settings as people type and read them: the way back from `read.ts`. */

import { FIELD_OF, type SettingName } from './read';
import type { Settings } from './settings';

const WRITERS: {
  readonly [Name in SettingName]: (value: NonNullable<Settings[(typeof FIELD_OF)[Name]]>) => string;
} = {
  mode: (mode) => mode,
  language: (language) => language,
  privacy: (privacy) => privacy,
  marks: (marks) => marks,
  cooldown: (minutes) => String(minutes),
  ignore: (mark) => (mark === '' ? 'off' : mark),
  triage: (channel) => channel,
  routes: (routes) =>
    routes.length === 0 ? 'off' : routes.map(({ families, channel }) => `${families.join(',')}:${channel}`).join('; '),
  // When it ends can be told, but not typed: nobody would type a time for an hour's peace.
  mute: (muted) => (muted === 'until-unmuted' ? 'on' : new Date(muted).toISOString()),
};

/** The text that stands for what is set, `undefined` where nothing is. */
export function writeSetting<Name extends SettingName>(name: Name, settings: Settings): string | undefined {
  const value = settings[FIELD_OF[name]];
  return value === undefined ? undefined : WRITERS[name](value);
}

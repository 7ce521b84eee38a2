/** Settings as people type them, in the terminal and in forms: `mode=listen`, `routes="update:C0456; setup:C0789"`. */

import { LOCALES } from '../i18n/locale';
import { FAMILIES, type Family } from '../knowledge/families';
import {
  channelIdSchema,
  MODES,
  MOST_COOLDOWN_MINUTES,
  PRIVACIES,
  type Settings,
  SWITCHES,
  settingsSchema,
} from './settings';

/** What people call a setting, and the field that keeps it. */
export const FIELD_OF = {
  mode: 'mode',
  language: 'language',
  privacy: 'privacy',
  marks: 'marks',
  cooldown: 'cooldownMinutes',
  ignore: 'ignoreMark',
  triage: 'triage',
  routes: 'routes',
  mute: 'muted',
} as const satisfies Readonly<Record<string, keyof Settings>>;

export type SettingName = keyof typeof FIELD_OF;

export function isSettingName(text: string): text is SettingName {
  return Object.hasOwn(FIELD_OF, text);
}

/** Why a text is no value of a setting. */
export type ReadFault =
  | 'not-a-choice'
  | 'not-minutes'
  | 'not-a-mark'
  | 'not-a-channel'
  /** A route has families, a colon and a channel. */
  | 'not-a-route'
  | 'not-a-family'
  | 'too-many-routes';

/** The value that a text stands for; `undefined` where it stands for none, as `mute=off` does. */
export type SettingReading<Name extends SettingName> =
  | { readonly value: Settings[(typeof FIELD_OF)[Name]] }
  | { readonly error: ReadFault };

/** What `mute` takes. */
export const MUTES = ['1h', '24h', 'on', 'off'] as const;

const HOUR_MS = 60 * 60 * 1000;

const READERS: {
  readonly [Name in SettingName]: (text: string, nowMs: number) => SettingReading<Name>;
} = {
  mode: (text) => choose(MODES, text),
  language: (text) => choose(LOCALES, text),
  privacy: (text) => choose(PRIVACIES, text),
  marks: (text) => choose(SWITCHES, text),
  cooldown: readMinutes,
  ignore: readMark,
  triage: readChannel,
  routes: readRoutes,
  mute: readMute,
};

/** Reads the value of one setting. An empty text is no value: what it means is for the caller to say. */
export function readSetting<Name extends SettingName>(name: Name, text: string, nowMs: number): SettingReading<Name> {
  return READERS[name](text.trim(), nowMs);
}

function choose<Choice extends string>(
  choices: readonly Choice[],
  text: string,
): { readonly value: Choice } | { readonly error: 'not-a-choice' } {
  const value = choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
  return value === undefined ? { error: 'not-a-choice' } : { value };
}

function readMinutes(text: string): SettingReading<'cooldown'> {
  const value = Number(text);
  return /^\d+$/.test(text) && value <= MOST_COOLDOWN_MINUTES ? { value } : { error: 'not-minutes' };
}

/** `off` is for an organization that wants none although the configuration has one. */
function readMark(text: string): SettingReading<'ignore'> {
  if (text === 'off') return { value: '' };
  const mark = settingsSchema.shape.ignoreMark.safeParse(text);
  return text !== '' && mark.success ? { value: mark.data } : { error: 'not-a-mark' };
}

function readChannel(text: string): { readonly value: string } | { readonly error: 'not-a-channel' } {
  const channel = channelIdSchema.safeParse(text);
  return channel.success ? { value: channel.data } : { error: 'not-a-channel' };
}

function readMute(text: string, nowMs: number): SettingReading<'mute'> {
  const mute = choose(MUTES, text);
  if ('error' in mute) return mute;
  switch (mute.value) {
    case '1h':
      return { value: nowMs + HOUR_MS };
    case '24h':
      return { value: nowMs + 24 * HOUR_MS };
    case 'on':
      return { value: 'until-unmuted' };
    case 'off':
      return { value: undefined };
  }
}

type Route = NonNullable<Settings['routes']>[number];

/** A route to a line in forms, or all on one line; with the punctuation of either language. `off` is for none. */
function readRoutes(text: string): SettingReading<'routes'> {
  if (text === 'off') return { value: [] };
  const lines = splitAt(/[;；\n]/, text);
  if (lines.length === 0) return { error: 'not-a-route' };
  const routes: Route[] = [];
  for (const line of lines) {
    const route = readRoute(line);
    if ('error' in route) return route;
    routes.push(route.value);
  }
  const value = settingsSchema.shape.routes.safeParse(routes);
  return value.success ? { value: value.data } : { error: 'too-many-routes' };
}

/** Only the first colon parts: channels of Teams have one in their ids. */
function readRoute(line: string): { readonly value: Route } | { readonly error: ReadFault } {
  const [, before = '', after = ''] = /^([^:：]*)[:：](.*)$/.exec(line) ?? [];
  const names = splitAt(/[,，、]/, before);
  if (names.length === 0) return { error: 'not-a-route' };
  const families: Family[] = [];
  for (const name of names) {
    const family = choose(FAMILIES, name);
    if ('error' in family) return { error: 'not-a-family' };
    families.push(family.value);
  }
  const channel = readChannel(after.trim());
  return 'error' in channel ? channel : { value: { families, channel: channel.value } };
}

/** The parts of a list, without those that are empty. */
function splitAt(separator: RegExp, text: string): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

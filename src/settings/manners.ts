/** The settings that hold for one post: all levels together. */

import type { Locale } from '../i18n/locale';
import type { Mode, Privacy, Settings } from './settings';

/** What each level says, as far as it says anything. */
export interface Levels {
  readonly default: Settings;
  readonly tenant?: Settings | undefined;
  readonly channel?: Settings | undefined;
  readonly person?: Settings | undefined;
}

/** How to behave towards one person in one place. */
export interface Manners {
  readonly mode: Mode;
  readonly privacy: Privacy;
  readonly marks: boolean;
  readonly cooldownMs: number;
  /** Empty for none. */
  readonly ignoreMark: string;
  readonly isMuted: boolean;
  /** What the person chose, else what the channel is set to. Both count more than the language of the post. */
  readonly language?: Locale;
  /** What answers fall back to when neither the post nor the platform tells a language. */
  readonly fallbackLanguage?: Locale;
}

const MINUTE_MS = 60_000;
/** What holds where nobody has said anything: a quiet bot that answers in public when it is asked. */
const BUILT_IN = {
  mode: 'mention',
  privacy: 'thread',
  marks: 'on',
  cooldownMinutes: 10,
  ignoreMark: '',
} as const satisfies Settings;

/** The manners at `nowMs`. The nearest level that says something counts, but a person can only ask for more quiet. */
export function mergeManners({ default: defaults, tenant, channel, person }: Levels, nowMs: number): Manners {
  const inPlace: readonly Settings[] = [channel ?? {}, tenant ?? {}, defaults];
  const nearest = <Field extends keyof typeof BUILT_IN>(field: Field) =>
    inPlace.find((level) => level[field] !== undefined)?.[field] ?? BUILT_IN[field];
  const language = person?.language ?? channel?.language;
  const fallbackLanguage = tenant?.language ?? defaults.language;
  return {
    mode: nearest('mode'),
    privacy: person?.privacy === 'private' ? 'private' : nearest('privacy'),
    marks: nearest('marks') === 'on',
    cooldownMs: nearest('cooldownMinutes') * MINUTE_MS,
    ignoreMark: nearest('ignoreMark'),
    isMuted: isMuted(person, nowMs),
    ...(language === undefined ? {} : { language }),
    ...(fallbackLanguage === undefined ? {} : { fallbackLanguage }),
  };
}

function isMuted({ muted }: Settings = {}, nowMs: number): boolean {
  return muted === 'until-unmuted' || (muted !== undefined && muted > nowMs);
}

/** What the visitor chose, kept in the browser and nowhere else. */

import type { Locale } from './locale';

export type Persona = 'you' | 'colleague' | 'agent';

export interface Settings {
  readonly language: 'auto' | Locale;
  readonly theme: 'system' | 'light' | 'dark';
  /** How the message reaches the bot: spoken to, or overheard in a channel. */
  readonly door: 'mention' | 'message';
  /** As which platform shows the conversations. */
  readonly view: 'teams' | 'slack' | 'both';
  /** As whom the visitor acts. */
  readonly as: Persona;
}

const CHOICES: { readonly [K in keyof Settings]: readonly Settings[K][] } = {
  language: ['auto', 'en', 'zh-CN'],
  theme: ['system', 'light', 'dark'],
  door: ['mention', 'message'],
  view: ['teams', 'slack', 'both'],
  as: ['you', 'colleague', 'agent'],
};

const DEFAULTS: Settings = { language: 'auto', theme: 'system', door: 'mention', view: 'teams', as: 'you' };

const KEY = 'hexfix';

/** Settings from what was stored: whatever is missing or not a choice of ours is the first choice. */
export function readSettings(stored: string | null): Settings {
  return mergeSettings(DEFAULTS, parseObject(stored));
}

/** The settings after a change; a value that is not a choice of ours changes nothing. */
export function mergeSettings(settings: Settings, change: Readonly<Record<string, unknown>>): Settings {
  const merge = <K extends keyof Settings>(key: K): Settings[K] =>
    CHOICES[key].find((choice) => choice === change[key]) ?? settings[key];
  return {
    language: merge('language'),
    theme: merge('theme'),
    door: merge('door'),
    view: merge('view'),
    as: merge('as'),
  };
}

/** The settings of this browser. A browser that forbids storage gets the defaults. */
export function loadSettings(): Settings {
  try {
    // Another tab of this browser is the place for another person, so each begins as oneself.
    return { ...readSettings(localStorage.getItem(KEY)), as: DEFAULTS.as };
  } catch {
    return DEFAULTS;
  }
}

export function saveSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Storage is forbidden or full: the choice holds until the page is left.
  }
}

function parseObject(json: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

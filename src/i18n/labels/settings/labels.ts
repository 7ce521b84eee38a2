/** The words for settings: what may be set, what it is set to, and who may set it. */

import type { Locale } from '../../locale';
import { en } from './en';
import { zhCN } from './zh-cn';

/** The levels that people set; the keys are those of the settings. */
type ByLevel = { readonly tenant: string; readonly channel: string; readonly person: string };

/** A short message: what happened, why, and what to do. */
interface Aside {
  readonly title: string;
  readonly text: string;
}

export interface SettingsLabels {
  readonly title: string;
  /** Above what each level says. */
  readonly headings: ByLevel;
  /** On the buttons that open the forms. */
  readonly change: ByLevel;
  /** Of the forms: at most 24 characters, like their buttons. */
  readonly formTitles: ByLevel;
  readonly save: string;
  readonly cancel: string;

  /** What each setting is about, where it is shown and where it is changed. */
  readonly fields: {
    readonly language: ByLevel;
    readonly mode: string;
    readonly privacy: ByLevel;
    readonly marks: string;
    readonly cooldown: string;
    readonly ignore: string;
    readonly triage: string;
    readonly routes: string;
    readonly mute: string;
  };
  /** What may be written, for the fields that people write into; `now` is what holds where they are left empty. */
  readonly hints: {
    readonly cooldown: (now: string) => string;
    readonly ignore: (now: string) => string;
    readonly triage: (now: string) => string;
    readonly routes: (now: string) => string;
  };

  readonly languages: { readonly en: string; readonly 'zh-CN': string };
  readonly modes: { readonly off: string; readonly mention: string; readonly listen: string };
  readonly privacies: { readonly thread: string; readonly private: string };
  readonly switches: { readonly on: string; readonly off: string };
  readonly mutes: {
    readonly off: string;
    readonly '1h': string;
    readonly '24h': string;
    readonly on: string;
    /** Behind it comes the time. */
    readonly until: string;
    /** As it is, until a time in UTC. */
    readonly keep: (until: string) => string;
  };
  readonly minutes: (count: number) => string;
  readonly none: string;

  /** The choice to say nothing at a level; `now` is what holds then. */
  readonly asAbove: { readonly [Level in keyof ByLevel]: (now: string) => string };
  /** Of the language: it is told from the writing. */
  readonly automatic: (otherwise: string) => string;
  /** Behind a value that the level has from elsewhere. */
  readonly inherited: ByLevel;

  /** Why `listen` is not among the choices. */
  readonly cannotListen: string;
  /** Where it cannot be told whether `listen` has any effect. */
  readonly listenNeeds: string;
  readonly saved: ByLevel & { readonly title: string };

  readonly refused: { readonly channel: Aside; readonly tenant: Aside };
  /** What to mend, by what is wrong. */
  readonly errors: {
    readonly 'not-a-choice': string;
    readonly 'not-minutes': (most: number) => string;
    readonly 'not-a-mark': (longest: number) => string;
    readonly 'not-a-channel': string;
    readonly 'not-a-route': string;
    readonly 'not-a-family': (families: string) => string;
    readonly 'too-many-routes': (most: number) => string;
  };
}

const CATALOG: Readonly<Record<Locale, SettingsLabels>> = { en, 'zh-CN': zhCN };

/** The words for settings in one language. */
export function settingsLabelsFor(locale: Locale): SettingsLabels {
  return CATALOG[locale];
}

/** The languages that Hexfix speaks, and what a text in all of them looks like. */

export const LOCALES = ['en', 'zh-CN'] as const;

/** A language that every label, entry and card exists in. */
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = 'en';

/** One text in every language. */
export type Localized<T = string> = { readonly [L in Locale]: T };

/** The language that the other button leads to. */
export function otherLocale(locale: Locale): Locale {
  return LOCALES.find((each) => each !== locale) ?? locale;
}

/** Tells whether `tag` is one of our locales, spelled exactly. */
export function isLocale(tag: unknown): tag is Locale {
  return LOCALES.includes(tag as Locale);
}

/**
 * Our locale for a platform's language tag: `zh`, `zh-Hans-CN`, `zh_TW` are `zh-CN` (the only Chinese we have),
 * `en-GB` is `en`; a language we do not speak gives `undefined`, so that the next source decides.
 */
export function matchLocale(tag: string | undefined): Locale | undefined {
  const language = tag
    ?.trim()
    .toLowerCase()
    .split(/[-_.@]/, 1)[0];
  if (language === 'zh') return 'zh-CN';
  if (language === 'en') return 'en';
  return undefined;
}

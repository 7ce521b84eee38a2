/** The languages of the page. */

export type Locale = 'en' | 'zh-CN';

/** One text in every language. */
export type Localized = Readonly<Record<Locale, string>>;

export function isLocale(tag: unknown): tag is Locale {
  return tag === 'en' || tag === 'zh-CN';
}

/** The first of the browser's languages that we have; Chinese of any kind is `zh-CN`. */
export function pickLocale(tags: readonly string[], fallback: Locale): Locale {
  for (const tag of tags) {
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return fallback;
}

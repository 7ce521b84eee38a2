/** Which language to answer in: the person's choice, then the script of the message, then the platform, then the default. */

import { DEFAULT_LOCALE, type Locale, matchLocale } from './locale';

/** What is known about the language of one message, each part only if it is known. */
export interface LocaleHints {
  /** What the person chose by button or setting. */
  readonly chosen?: Locale | undefined;
  readonly text?: string;
  /** The platform's language tag for the person. */
  readonly platform?: string | undefined;
  readonly fallback?: Locale;
}

/** The locale to answer in. */
export function negotiateLocale(hints: LocaleHints): Locale {
  return localeTold(hints) ?? matchLocale(hints.platform) ?? hints.fallback ?? DEFAULT_LOCALE;
}

/** What the person has told by choice or writing, against which the platform's word does not count. */
export function localeTold({ chosen, text = '' }: Pick<LocaleHints, 'chosen' | 'text'>): Locale | undefined {
  return chosen ?? localeOfScript(text);
}

/** Enough of a message to tell its language by; the rest of a long paste says no more. */
const SAMPLE_LENGTH = 4_000;
/** How many English words one Han character outweighs. */
const WORDS_PER_HAN = 12;
const HAN = /\p{Script=Han}/gu;
const KANA_OR_HANGUL = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** A word of prose. Words with digits, dots, slashes or capitals inside are commands, names and codes in any language. */
const LATIN_WORD = /(?<![\p{L}\p{N}./\\_@:%$-])\p{Script=Latin}\p{Ll}+(?![\p{L}\p{N}/\\_@:-]|\.\p{L})/gu;
const MARKUP = /<[^<>]{0,500}>|&[a-z]{2,8};|https?:\/\/\S+/gi;

/**
 * The locale that the writing itself shows, or `undefined` for text that shows none of ours, such as a bare code, a
 * command or Japanese. Han characters mean Chinese unless kana or hangul stand among them: a Chinese remark above a
 * long English paste is a Chinese question. A few Latin words of prose mean English, which is also what we answer
 * other languages of that script in.
 */
export function localeOfScript(text: string): Locale | undefined {
  const sample = text.slice(0, SAMPLE_LENGTH).normalize('NFKC').slice(0, SAMPLE_LENGTH).replace(MARKUP, ' ');
  const han = count(sample, HAN);
  const otherEastAsian = count(sample, KANA_OR_HANGUL);
  if (otherEastAsian > han / 10) return undefined;
  const words = count(sample, LATIN_WORD);
  if (han >= 2 && han * WORDS_PER_HAN >= words) return 'zh-CN';
  return words >= 2 ? 'en' : undefined;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

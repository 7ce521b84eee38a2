/** In which language a program wants its answer. */

import { isLocale, type Locale, matchLocale } from '../../i18n/locale';
import type { RawRequest } from '../../ops/http';
import type { Caller } from '../lookups';

/** The caller's wishes; `undefined` for a `lang` that is none of ours. */
export function readCaller(
  { query, headers }: Pick<RawRequest, 'query' | 'headers'>,
  fallback: Locale,
): Caller | undefined {
  const wanted = query.getAll('lang');
  const [lang] = wanted;
  if (wanted.length > 1 || (lang !== undefined && !isLocale(lang))) return undefined;
  return { chosen: lang, platform: preferred(headers['accept-language'] ?? ''), fallback };
}

/** A list as long as this names every language that somebody reads. */
const MOST_TAGS = 20;

/** The first language of ours in an `Accept-Language` header, by weight. */
function preferred(header: string): Locale | undefined {
  return header
    .split(',', MOST_TAGS)
    .map(readRange)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => matchLocale(tag))
    .find((locale) => locale !== undefined);
}

/** For example `zh-CN;q=0.9`. */
function readRange(range: string): { readonly tag: string; readonly weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
  const weight = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
  return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 };
}

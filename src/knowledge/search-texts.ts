/** Which texts of an entry the search looks into, cut into tokens. */

import type { ErrorCode } from '../code/error-code';
import type { Localized } from '../i18n/locale';
import type { Entry } from './entry';
import { WORDS_OF_AREA } from './search-synonyms';
import { type Token, toTokens } from './search-tokens';

/** An entry as the search sees it, both languages together. */
export interface SearchTexts {
  readonly id: ErrorCode;
  /** Its numbers and its name. */
  readonly code: readonly string[];
  /** Each wording of the trouble by itself: titles, messages, and what people say. */
  readonly wordings: readonly (readonly Token[])[];
  /** Words that only the explanation speaks of, each once: half of building the index is counting words. */
  readonly behind: readonly string[];
}

export function textsOf(entry: Entry): SearchTexts {
  const { code, symbol, twins = [], elsewhere, systemMessage, symptoms, aliases } = entry;
  const messages = Object.values(entry.message).filter((text) => text !== undefined);
  const wordings = [
    ...[entry.title, elsewhere?.title, systemMessage].flatMap(bothLocales),
    ...messages,
    ...[aliases, symptoms].flatMap((texts) => (texts === undefined ? [] : [...texts.en, ...texts['zh-CN']])),
    (symbol ?? '').replaceAll('_', ' '),
  ];
  const causes = [...entry.causes, ...(elsewhere?.causes ?? [])].flatMap(({ text }) => bothLocales(text));
  const areas = [entry.area ?? 'activation', ...(elsewhere === undefined ? [] : [elsewhere.area])] as const;
  const said = wordings.map((text) => toTokens(text));
  const known = new Set(said.flat().map(({ text }) => text));
  const behind = wordsOf([...causes, ...areas.map((area) => WORDS_OF_AREA[area])]);
  return {
    id: code,
    code: wordsOf([code, ...twins, symbol ?? '']),
    wordings: said,
    behind: [...new Set(behind)].filter((word) => !known.has(word)),
  };
}

function bothLocales(text: Localized | undefined): string[] {
  return text === undefined ? [] : [text.en, text['zh-CN']];
}

function wordsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => toTokens(text)).map(({ text }) => text);
}

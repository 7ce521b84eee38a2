/** Finds codes by their symptoms: what someone describes, in either language, instead of a code. */

import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import type { ErrorCode } from '../code/error-code';
import type { Localized } from '../i18n/locale';
import type { Entry } from './entry';
import type { KnowledgeBase } from './knowledge-base';
import { SYNONYMS } from './search-synonyms';
import { toSearchTokens } from './search-tokens';

/** A code that fits a question, with a score that only ranks within one answer. */
export interface SymptomHit {
  readonly code: ErrorCode;
  readonly score: number;
}

export interface SymptomSearch {
  /** The codes that fit the question, the best first. */
  search(query: string, limit?: number): readonly SymptomHit[];
}

/** Longer questions are cut: a symptom is said early, and the time to search grows with the words. */
const MAX_QUERY_LENGTH = 400;
/** Shorter words are looked up as they are: too much lies within one letter of `kms`. */
const MIN_LOOSE_LENGTH = 5;
const SYNONYM_WEIGHT = 0.5;

const FIELD_WEIGHTS = { code: 4, symbol: 2, title: 4, message: 3, aliases: 3, causes: 2, steps: 1 };
const LATIN = /^[a-z]+$/;

/** One entry as the index sees it: both languages of a field in one text. */
type Document = { readonly id: ErrorCode } & Readonly<Record<keyof typeof FIELD_WEIGHTS, string>>;

/** A search over the entries of a knowledge base. The index is built on the first search. */
export function createSymptomSearch(knowledge: KnowledgeBase): SymptomSearch {
  let index: MiniSearch<Document> | undefined;

  return {
    search(query, limit = 5) {
      index ??= buildIndex(knowledge);
      const question = query.slice(0, MAX_QUERY_LENGTH);
      const asked = new Set(toSearchTokens(question));
      const meant = new Set(toSearchTokens(synonymsOf(question)).filter((token) => !asked.has(token)));

      return index
        .search([...asked, ...meant].join(' '), {
          ...searchOptions,
          boostTerm: (term) => (meant.has(term) ? SYNONYM_WEIGHT : 1),
        })
        .slice(0, limit)
        .map(({ id, score }) => ({ code: id, score }));
    },
  };
}

const SYNONYM_PATTERNS = SYNONYMS.map(({ said, means }) => ({
  said: new RegExp(said.map(toPhrasePattern).join('|')),
  means,
}));

/** Latin phrases count as whole words only, so that "report" does not say "port"; Chinese has no word bounds. */
function toPhrasePattern(phrase: string): string {
  const before = /^[a-z0-9]/.test(phrase) ? '(?<![a-z0-9])' : '';
  const after = /[a-z0-9]$/.test(phrase) ? '(?![a-z0-9])' : '';
  return `${before}${phrase}${after}`;
}

const indexOptions: Options<Document> = {
  fields: Object.keys(FIELD_WEIGHTS),
  tokenize: toSearchTokens,
  // Tokens are final as they are cut.
  processTerm: (term) => term,
};

const searchOptions: SearchOptions = {
  boost: FIELD_WEIGHTS,
  // The question has been cut into tokens already.
  tokenize: (tokens) => tokens.split(' ').filter((token) => token !== ''),
  prefix: isLoose,
  fuzzy: (term) => (isLoose(term) ? 0.2 : false),
};

function isLoose(term: string): boolean {
  return term.length >= MIN_LOOSE_LENGTH && LATIN.test(term);
}

function buildIndex(knowledge: KnowledgeBase): MiniSearch<Document> {
  const index = new MiniSearch<Document>(indexOptions);
  index.addAll([...knowledge.entries.values()].map(toDocument));
  return index;
}

function toDocument(entry: Entry): Document {
  return {
    id: entry.code,
    code: [entry.code, ...(entry.twins ?? [])].join(' '),
    symbol: entry.symbol ?? '',
    title: bothLocales(entry.title),
    message: bothLocales(entry.message),
    aliases: [...entry.aliases.en, ...entry.aliases['zh-CN']].join('\n'),
    causes: entry.causes.map(({ text }) => bothLocales(text)).join('\n'),
    steps: entry.steps.map(({ text }) => bothLocales(text)).join('\n'),
  };
}

function bothLocales(text: Localized): string {
  return `${text.en}\n${text['zh-CN']}`;
}

/** The words that entries use for what the question says. */
function synonymsOf(question: string): string {
  const lowered = question.normalize('NFKC').toLowerCase();
  return SYNONYM_PATTERNS.filter(({ said }) => said.test(lowered))
    .map(({ means }) => means)
    .join(' ');
}

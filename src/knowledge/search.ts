/** Finds codes by their symptoms: what someone describes, in either language, instead of a code. */

import MiniSearch from 'minisearch';
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
const MIN_GUESSED_LENGTH = 5;
/** Guessing is the slow part of a search; a question with more unknown words than this is about something else. */
const MAX_GUESSED_WORDS = 4;
/** Two letters changed places, or one is missing, doubled or wrong: in short words no more than one. */
const LONG_WORD = 8;
const SYNONYM_WEIGHT = 0.5;

const FIELD_WEIGHTS = { code: 4, symbol: 2, title: 4, messages: 4, causes: 2, steps: 1 };
const LATIN = /^[a-z]+$/;

/** One entry as the index sees it: both languages of a field in one text. */
type Document = { readonly id: ErrorCode } & Readonly<Record<keyof typeof FIELD_WEIGHTS, string>>;

/** The index and the words in it: a word that is known needs no guess at what was meant. */
interface Index {
  readonly documents: MiniSearch<Document>;
  readonly vocabulary: ReadonlySet<string>;
}

/** A search over the entries of a knowledge base. The index is built on the first search. */
export function createSymptomSearch(knowledge: KnowledgeBase): SymptomSearch {
  let index: Index | undefined;

  return {
    search(query, limit = 5) {
      index ??= buildIndex(knowledge);
      const question = query.slice(0, MAX_QUERY_LENGTH);
      const asked = new Set(toSearchTokens(question));
      const meant = new Set(toSearchTokens(synonymsOf(question)).filter((token) => !asked.has(token)));
      const unknown = new Set([...asked].filter(isUnknownIn(index.vocabulary)).slice(0, MAX_GUESSED_WORDS));

      return index.documents
        .search([...asked, ...meant].join(' '), {
          boost: FIELD_WEIGHTS,
          // The question has been cut into tokens already.
          tokenize: (tokens) => tokens.split(' ').filter((token) => token !== ''),
          boostTerm: (term) => (meant.has(term) ? SYNONYM_WEIGHT : 1),
          prefix: (term) => unknown.has(term),
          fuzzy: (term) => unknown.has(term) && (term.length < LONG_WORD ? 1 : 2),
        })
        .slice(0, limit)
        .map(({ id, score }) => ({ code: id, score }));
    },
  };
}

/** Tells which words may be slips, or the beginning of a word: long Latin ones that stand in no entry. */
function isUnknownIn(vocabulary: ReadonlySet<string>): (token: string) => boolean {
  return (token) => token.length >= MIN_GUESSED_LENGTH && LATIN.test(token) && !vocabulary.has(token);
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

function buildIndex(knowledge: KnowledgeBase): Index {
  const vocabulary = new Set<string>();
  const documents = new MiniSearch<Document>({
    fields: Object.keys(FIELD_WEIGHTS),
    tokenize: toSearchTokens,
    // Tokens are final as they are cut.
    processTerm(term) {
      vocabulary.add(term);
      return term;
    },
    searchOptions: { processTerm: (term) => term },
  });
  documents.addAll([...knowledge.entries.values()].map(toDocument));
  return { documents, vocabulary };
}

function toDocument(entry: Entry): Document {
  return {
    id: entry.code,
    code: [entry.code, ...(entry.twins ?? [])].join(' '),
    symbol: entry.symbol ?? '',
    title: bothLocales(entry.title),
    // One field, so that an entry with many wordings of one message does not count it many times.
    messages: [...Object.values(entry.message), ...entry.aliases.en, ...entry.aliases['zh-CN']].join('\n'),
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

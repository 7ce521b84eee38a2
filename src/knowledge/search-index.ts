/** What the search looks into: every entry's words, its wordings one by one, and how much each word tells. */

import MiniSearch from 'minisearch';
import type { ErrorCode } from '../code/error-code';
import type { Entry } from './entry';
import type { KnowledgeBase } from './knowledge-base';
import { type SearchTexts, textsOf } from './search-texts';
import { knownStems, type Token } from './search-tokens';

/** How much a word counts where it stands. */
export const FIELD_WEIGHTS = { code: 3, said: 3, behind: 1 };

/** Small beside what the words say. */
const STANDING = { procedure: 0.05, listed: 0.05, state: 0.03 };

/** One entry as MiniSearch sees it: the tokens of a field with spaces between. */
type Document = { readonly id: ErrorCode } & Readonly<Record<keyof typeof FIELD_WEIGHTS, string>>;

/** One wording of a trouble. */
export interface Wording {
  /** Its tokens; true where one is only a part of another. */
  readonly tokens: ReadonlyMap<string, boolean>;
  /** How much its tokens tell together, parts aside. */
  readonly weight: number;
}

export interface SearchIndex {
  readonly documents: MiniSearch<Document>;
  readonly wordings: ReadonlyMap<ErrorCode, readonly Wording[]>;
  /** What decides between two that fit alike. */
  readonly standing: ReadonlyMap<ErrorCode, number>;
  /** How many entries use each word. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** How telling a token is: rare ones tell more. */
  weightOf(token: string): number;
}

/** So many entries are a piece of the work. */
const PIECE = 16;

/** Builds it in pieces, of a few milliseconds each: in between, whoever runs it may do other things. */
export function* buildIndex(knowledge: KnowledgeBase): Generator<void, SearchIndex> {
  const entries = [...knowledge.entries.values()];
  const texts: SearchTexts[] = [];
  yield* inPieces(entries, (entry) => texts.push(textsOf(entry)));
  const vocabulary = countUses(texts);
  yield;
  const weightOf = (token: string) => Math.log(1 + texts.length / (vocabulary.get(token) || 1));
  const documents = new MiniSearch<Document>({
    fields: Object.keys(FIELD_WEIGHTS),
    tokenize: splitTokens,
    processTerm: (term) => term,
  });
  const wordings = new Map<ErrorCode, readonly Wording[]>();
  yield* inPieces(texts, (text) => {
    documents.add(toDocument(text));
    wordings.set(
      text.id,
      text.wordings.map((tokens) => toWording(tokens, weightOf)),
    );
  });
  const standing = new Map(entries.map((entry) => [entry.code, standingOf(entry, knowledge)] as const));
  return { documents, wordings, standing, vocabulary, weightOf };
}

function* inPieces<T>(all: readonly T[], work: (one: T) => void): Generator<void> {
  for (const [index, one] of all.entries()) {
    work(one);
    if (index % PIECE === PIECE - 1) yield;
  }
}

/** The one that is met more often: it has ways to follow it up, Microsoft lists it, and it is no mere state. */
function standingOf({ code, role, procedures, sources }: Entry, knowledge: KnowledgeBase): number {
  const isListed = sources.some((id) => knowledge.source(id).lists?.includes(code) === true);
  const { procedure, listed, state } = STANDING;
  return procedure * Math.log1p(procedures.length) + (isListed ? listed : 0) - (role === 'state' ? state : 0);
}

/** Tokens have been cut already. */
export function splitTokens(joined: string): string[] {
  return joined === '' ? [] : joined.split(' ');
}

function toDocument({ id, code, wordings, behind }: SearchTexts): Document {
  const said = wordings.flat().map(({ text }) => text);
  return { id, code: code.join(' '), said: said.join(' '), behind: behind.join(' ') };
}

/** The words of all entries, and those of synonyms, which may be in none. */
function countUses(texts: readonly SearchTexts[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { code, wordings, behind } of texts) {
    const said = wordings.flat().map(({ text }) => text);
    for (const token of new Set([...code, ...said, ...behind])) uses.set(token, (uses.get(token) ?? 0) + 1);
  }
  for (const word of knownStems()) uses.set(word, uses.get(word) ?? 0);
  return uses;
}

function toWording(tokens: readonly Token[], weightOf: (token: string) => number): Wording {
  const parts = new Map<string, boolean>();
  for (const { text, isPart } of tokens) parts.set(text, isPart && parts.get(text) !== false);
  let weight = 0;
  for (const [text, isPart] of parts) if (!isPart) weight += weightOf(text);
  return { tokens: parts, weight };
}

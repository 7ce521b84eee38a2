/** What the search looks into: every entry's words, its wordings one by one, and how much each word tells. */

import MiniSearch, { type Options } from 'minisearch';
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
export type Document = { readonly id: ErrorCode } & Readonly<Record<keyof typeof FIELD_WEIGHTS, string>>;

/** One wording of a trouble. */
export interface Wording {
  /** Its tokens; true where one is only a part of another. */
  readonly tokens: ReadonlyMap<string, boolean>;
  /** How much its tokens tell together, parts aside. */
  readonly weight: number;
}

/** What takes long to find in the texts of all entries. */
export interface ReadTexts {
  readonly documents: MiniSearch<Document>;
  /** The tokens of each wording; true where one is only a part of another. */
  readonly wordings: ReadonlyMap<ErrorCode, readonly ReadonlyMap<string, boolean>[]>;
  /** How many entries use each word. */
  readonly vocabulary: ReadonlyMap<string, number>;
}

export interface SearchIndex {
  readonly documents: MiniSearch<Document>;
  readonly wordings: ReadonlyMap<ErrorCode, readonly Wording[]>;
  /** What decides between two that fit alike. */
  readonly standing: ReadonlyMap<ErrorCode, number>;
  readonly vocabulary: ReadonlyMap<string, number>;
  /** How telling a token is: rare ones tell more. */
  weightOf(token: string): number;
}

/** How MiniSearch reads documents: our tokens as they are. An index that was kept is to be opened with the same. */
export const DOCUMENT_OPTIONS: Options<Document> = {
  fields: Object.keys(FIELD_WEIGHTS),
  tokenize: splitTokens,
  processTerm: (term) => term,
};

/** So many entries are a piece of the work. */
const PIECE = 16;

/** Reads all entries in pieces, of a few milliseconds each: in between, whoever runs it may do other things. */
export function* readTexts({ entries }: Pick<KnowledgeBase, 'entries'>): Generator<void, ReadTexts> {
  const texts: SearchTexts[] = [];
  yield* inPieces([...entries.values()], (entry) => texts.push(textsOf(entry)));
  const vocabulary = countUses(texts);
  yield;
  const documents = new MiniSearch<Document>(DOCUMENT_OPTIONS);
  const wordings = new Map<ErrorCode, readonly ReadonlyMap<string, boolean>[]>();
  yield* inPieces(texts, (text) => {
    documents.add(toDocument(text));
    wordings.set(text.id, text.wordings.map(withoutRepeats));
  });
  return { documents, wordings, vocabulary };
}

/** The same without a pause. */
export function readTextsAtOnce(knowledge: Pick<KnowledgeBase, 'entries'>): ReadTexts {
  const reading = readTexts(knowledge);
  let piece = reading.next();
  while (!piece.done) piece = reading.next();
  return piece.value;
}

/** The index over what was read of these entries. */
export function toIndex({ documents, wordings, vocabulary }: ReadTexts, knowledge: KnowledgeBase): SearchIndex {
  const { entries } = knowledge;
  const weightOf = (token: string) => Math.log(1 + entries.size / (vocabulary.get(token) || 1));
  const weighed = new Map<ErrorCode, readonly Wording[]>();
  for (const [code, all] of wordings) {
    const withWeight = all.map((tokens) => ({ tokens, weight: weigh(tokens, weightOf) }));
    weighed.set(code, withWeight);
  }
  const standing = new Map([...entries.values()].map((entry) => [entry.code, standingOf(entry, knowledge)] as const));
  return { documents, wordings: weighed, standing, vocabulary, weightOf };
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

function withoutRepeats(tokens: readonly Token[]): ReadonlyMap<string, boolean> {
  const parts = new Map<string, boolean>();
  for (const { text, isPart } of tokens) parts.set(text, isPart && parts.get(text) !== false);
  return parts;
}

function weigh(tokens: ReadonlyMap<string, boolean>, weightOf: (token: string) => number): number {
  let weight = 0;
  for (const [text, isPart] of tokens) if (!isPart) weight += weightOf(text);
  return weight;
}

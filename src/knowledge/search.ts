/** Finds codes by their symptoms: what someone describes, in either language, instead of a code. */

import type { ErrorCode } from '../code/error-code';
import type { KnowledgeBase } from './knowledge-base';
import { buildIndex, type SearchIndex } from './search-index';
import { type Asked, type RankedHit, rank, toAsked } from './search-rank';
import { createRepairs, type Repair } from './search-repair';
import { toTokens } from './search-tokens';
import { judge, type SymptomVerdict } from './search-verdict';

export type { SymptomVerdict } from './search-verdict';

/** A code that fits a question, with a score that only ranks within one answer. */
export interface SymptomHit {
  readonly code: ErrorCode;
  readonly score: number;
}

export interface SymptomSearch {
  /** The codes that fit the question, the best first. */
  search(query: string, limit?: number): readonly SymptomHit[];
  /** What to make of a description in which there is no code. */
  decide(question: string): SymptomVerdict;
}

/** Longer questions are cut: a symptom is said early, and the time to search grows with the words. */
const MAX_QUERY_LENGTH = 400;

interface Built {
  readonly index: SearchIndex;
  readonly repairs: () => Repair;
}

/**
 * The bot, its programming interface and the terminal search the same: one index for all. It belongs to the entries, since
 * a knowledge base that follows an overlay has others after a change.
 */
const BUILT = new WeakMap<KnowledgeBase['entries'], Built>();
/** Those whose index is being built ahead, or is there. */
const WARMING = new WeakSet<KnowledgeBase['entries']>();

/** A search over the entries of a knowledge base. The index is built on the first search. */
export function createSymptomSearch(knowledge: KnowledgeBase): SymptomSearch {
  function look(question: string): { readonly asked: Asked; readonly hits: readonly RankedHit[] } {
    const { index, repairs } = builtFor(knowledge);
    const asked = toAsked(toTokens(question.slice(0, MAX_QUERY_LENGTH), repairs()));
    return { asked, hits: rank(asked, index) };
  }

  return {
    search(query, limit = 5) {
      return look(query)
        .hits.slice(0, limit)
        .map(({ code, score }) => ({ code, score }));
    },

    decide(question) {
      const { asked, hits } = look(question);
      return judge(question, asked, hits);
    },
  };
}

/**
 * Builds the index before anybody searches, in pieces between which other work is done; resolves when it is there, or when
 * `isOver` says that nobody needs it. Costs nothing where it is there.
 */
export async function warmSymptomSearch(knowledge: KnowledgeBase, isOver: () => boolean): Promise<void> {
  const { entries } = knowledge;
  if (WARMING.has(entries)) return;
  WARMING.add(entries);
  const building = build(knowledge);
  while (!BUILT.has(entries) && !isOver()) {
    const { done, value } = building.next();
    if (done) BUILT.set(entries, value);
    else await new Promise(setImmediate);
  }
}

function builtFor(knowledge: KnowledgeBase): Built {
  const known = BUILT.get(knowledge.entries);
  if (known !== undefined) return known;
  const building = build(knowledge);
  let piece = building.next();
  while (!piece.done) piece = building.next();
  BUILT.set(knowledge.entries, piece.value);
  return piece.value;
}

function* build(knowledge: KnowledgeBase): Generator<void, Built> {
  const index = yield* buildIndex(knowledge);
  return { index, repairs: createRepairs(index.vocabulary) };
}

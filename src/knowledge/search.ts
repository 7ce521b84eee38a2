/** Finds codes by their symptoms: what someone describes, in either language, instead of a code. */

import type { ErrorCode } from '../code/error-code';
import type { KnowledgeBase } from './knowledge-base';
import type { SymptomVerdict } from './search-verdict';

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

/** A search over the entries of a knowledge base. Nothing is loaded for it before the first question. */
export function createSymptomSearch(knowledge: KnowledgeBase): SymptomSearch {
  let engine: SymptomSearch | undefined;

  function useEngine(): SymptomSearch {
    engine ??= loadEngine().createSearchEngine(knowledge);
    return engine;
  }

  return {
    search: (query, limit) => useEngine().search(query, limit),
    decide: (question) => useEngine().decide(question),
  };
}

/**
 * Makes the index before anybody searches, in pieces between which other work is done; resolves when it is there, or when
 * `isOver` says that nobody needs it. Costs nothing where it is there.
 */
export async function warmSymptomSearch(knowledge: KnowledgeBase, isOver: () => boolean): Promise<void> {
  if (!isOver()) await loadEngine().warmSearchEngine(knowledge, isOver);
}

function loadEngine(): typeof import('./search-engine') {
  return require('./search-engine');
}

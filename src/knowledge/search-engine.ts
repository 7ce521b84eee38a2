/** What finds codes by their symptoms: an index for each set of entries, made when it is first asked, and what ranks by it. */

import type { KnowledgeBase } from './knowledge-base';
import { builtDigest } from './load';
import type { SymptomSearch } from './search';
import { readSearchFile, readSearchFileInPieces, SEARCH_FILE } from './search-file';
import { type ReadTexts, readTexts, readTextsAtOnce, type SearchIndex, toIndex } from './search-index';
import { type Asked, type RankedHit, rank, toAsked } from './search-rank';
import { createRepairs, type Repair } from './search-repair';
import { toTokens } from './search-tokens';
import { judge } from './search-verdict';

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

/** A search over the entries of a knowledge base. */
export function createSearchEngine(knowledge: KnowledgeBase): SymptomSearch {
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

/** Makes the index in pieces; resolves when it is there, or when `isOver`. */
export async function warmSearchEngine(knowledge: KnowledgeBase, isOver: () => boolean): Promise<void> {
  const { entries } = knowledge;
  if (WARMING.has(entries) || isOver()) return;
  WARMING.add(entries);
  const kept = await readKept(knowledge, readSearchFileInPieces);
  if (kept !== undefined && !BUILT.has(entries)) BUILT.set(entries, complete(kept, knowledge));
  const reading = readTexts(knowledge);
  while (!BUILT.has(entries) && !isOver()) {
    const { done, value } = reading.next();
    if (done) BUILT.set(entries, complete(value, knowledge));
    else await new Promise(setImmediate);
  }
}

function builtFor(knowledge: KnowledgeBase): Built {
  const known = BUILT.get(knowledge.entries);
  if (known !== undefined) return known;
  const built = complete(readKept(knowledge, readSearchFile) ?? readTextsAtOnce(knowledge), knowledge);
  BUILT.set(knowledge.entries, built);
  return built;
}

/** What the build has kept of it, by either way of reading that. */
function readKept<T>(knowledge: KnowledgeBase, read: (file: string, digest: string) => T): T | undefined {
  const digest = builtDigest(knowledge);
  return digest === undefined ? undefined : read(SEARCH_FILE, digest);
}

function complete(texts: ReadTexts, knowledge: KnowledgeBase): Built {
  const index = toIndex(texts, knowledge);
  return { index, repairs: createRepairs(index.vocabulary) };
}

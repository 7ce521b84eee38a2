/** Which sources of an entry a reader is best served by. */

import type { Entry, Source } from '../knowledge/entry';
import type { KnowledgeBase } from '../knowledge/knowledge-base';

/** A page that explains the cause serves better than a reference of the command that a step uses. */
const WEIGHT_OF_CAUSE = 3;

/** The sources of an entry: those that can be opened first, and among them those that most of its statements rest on. */
export function rankSources(entry: Entry, knowledge: KnowledgeBase): readonly Source[] {
  const weigh = (id: string) =>
    WEIGHT_OF_CAUSE * countCitations(id, entry.causes) + countCitations(id, [...entry.steps, ...entry.warnings]);
  return entry.sources
    .map((id) => ({ source: knowledge.source(id), weight: weigh(id) }))
    .sort((a, b) => Number(a.source.url === null) - Number(b.source.url === null) || b.weight - a.weight)
    .map(({ source }) => source);
}

function countCitations(id: string, statements: readonly { readonly sources: readonly string[] }[]): number {
  return statements.filter(({ sources }) => sources.includes(id)).length;
}

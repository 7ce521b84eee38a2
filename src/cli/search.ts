/** `search`: symptoms to codes, best first. */

import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { createSymptomSearch } from '../knowledge/search';
import type { Arguments } from './arguments';
import type { ExitCode, Io } from './io';
import { UsageError } from './usage-error';
import { wordsFor } from './words';

/** `hexfix search "<words>"`: a line a code, with its score and title. */
export async function search({ rest, lang, json }: Arguments, knowledge: KnowledgeBase, io: Io): Promise<ExitCode> {
  const locale = lang ?? io.locale;
  const words = wordsFor(locale);
  const query = rest.join(' ');
  if (query.trim() === '') throw new UsageError(words.needsText('search'));
  const hits = createSymptomSearch(knowledge).search(query);
  if (json) {
    await io.write(`${JSON.stringify(hits)}\n`);
  } else if (hits.length === 0) {
    io.complain(words.nothingFits(query));
  } else {
    const lines = hits.map(({ code, score }) => {
      const title = knowledge.find(code)?.title[locale] ?? '';
      return `${code}  ${score.toFixed(1).padStart(6)}  ${title}`;
    });
    await io.write(`${lines.join('\n')}\n`);
  }
  return hits.length === 0 ? 1 : 0;
}

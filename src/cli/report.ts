/** `report`: what the counters tell editors and the help desk: frequent codes, gaps, and steps that do not help. */

import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { renderText } from '../render/text';
import { digestView } from '../resolver/desk/digest';
import { makeReport } from '../resolver/desk/report';
import type { Arguments } from './arguments';
import type { ExitCode, Io } from './io';
import { wordsFor } from './words';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A screen or two; `--json` has all of it. */
const MOST_LISTED = 20;

/** `hexfix report [--days 30]`: exit code 1 when no bot has run here, or nothing has happened in that time. */
export async function report({ days, lang, json }: Arguments, knowledge: KnowledgeBase, io: Io): Promise<ExitCode> {
  const locale = lang ?? io.locale;
  const store = await io.openStore();
  if (store === undefined) {
    io.complain(wordsFor(locale).noStore);
    return 1;
  }
  try {
    const counts = await store.sumOutcomes(io.now() - (days - 1) * DAY_MS);
    const summary = makeReport(counts);
    if (json) {
      await io.write(`${JSON.stringify({ days, ...summary })}\n`);
    } else {
      const view = digestView(summary, knowledge, locale, { days, most: MOST_LISTED });
      await io.write(`${renderText(view, { width: io.width, color: io.color })}\n`);
    }
    return counts.length === 0 ? 1 : 0;
  } finally {
    await store.close();
  }
}

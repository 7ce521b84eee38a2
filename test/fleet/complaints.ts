/** What replicas have written to their logs, counted by its words. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const MOST_LINES = 6;

/** The most frequent lines in the logs of a folder. */
export function readComplaints(folder: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.log'))) {
    for (const line of readFileSync(path.join(folder, file), 'utf8').split('\n')) {
      const words = wordsOf(line);
      if (words !== '') counts.set(words, (counts.get(words) ?? 0) + 1);
    }
  }
  const ordered = [...counts].sort(([, one], [, other]) => other - one).slice(0, MOST_LINES);
  return ordered.map(([words, count]) => `logged ${count} times: ${words}`);
}

/** The message with the code of what went wrong; whatever is no line of the program's as it stands. */
function wordsOf(line: string): string {
  try {
    const { msg, message, code, errorCode } = JSON.parse(line);
    return [msg ?? message, code ?? errorCode].filter(Boolean).join(' · ');
  } catch {
    return line.trim();
  }
}

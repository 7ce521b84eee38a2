/** `lint`: what is wrong with the knowledge files, and with `--fix` the part of it that a machine can mend. */

import type { Locale } from '../i18n/locale';
import { KNOWLEDGE_DIRECTORY } from '../knowledge/directory';
import { formatFinding } from '../knowledge/lint/finding';
import { lintKnowledge } from '../knowledge/lint/lint-knowledge';
import type { Arguments } from './arguments';
import type { ExitCode, Io } from './io';
import { wordsFor } from './words';

/** `hexfix lint [--fix] [folder]`: exit code 1 when something is left to correct. */
export async function lint({ rest, lang, fix, json }: Arguments, io: Io): Promise<ExitCode> {
  const [directory = KNOWLEDGE_DIRECTORY] = rest;
  const { findings, fixed } = lintKnowledge(directory, { fix });
  if (json) await io.write(`${JSON.stringify({ findings, fixed })}\n`);
  else await io.write(`${report(findings.map(formatFinding), fixed, lang ?? io.locale)}\n`);
  return findings.length === 0 ? 0 : 1;
}

function report(findings: readonly string[], fixed: readonly string[], locale: Locale): string {
  const words = wordsFor(locale);
  return [
    ...findings,
    ...(fixed.length === 0 ? [] : [words.fixed(fixed.length)]),
    findings.length === 0 ? words.noFindings : words.findings(findings.length),
  ].join('\n');
}

/** `lint`: what is wrong with the knowledge files, and with `--fix` the part of it that a machine can mend. */

import { FaultError, formatFault } from '../errors';
import type { Locale } from '../i18n/locale';
import { KNOWLEDGE_DIRECTORY } from '../knowledge/directory';
import { formatFinding } from '../knowledge/lint/finding';
import { lintKnowledge } from '../knowledge/lint/lint-knowledge';
import { loadOverlay, loadOverlayBase } from '../overlay/load-overlay';
import type { Arguments } from './arguments';
import type { ExitCode, Io } from './io';
import { wordsFor } from './words';

/** `hexfix lint [--fix] [folder]` or `hexfix lint --overlay <folder>`: exit code 1 when something is left to correct. */
export async function lint(args: Arguments, io: Io): Promise<ExitCode> {
  const { rest, lang, fix, json, overlay } = args;
  if (overlay !== undefined) return lintOverlay(overlay, args, io);
  const [directory = KNOWLEDGE_DIRECTORY] = rest;
  const { findings, fixed } = lintKnowledge(directory, { fix });
  if (json) await io.write(`${JSON.stringify({ findings, fixed })}\n`);
  else await io.write(`${report(findings.map(formatFinding), fixed, lang ?? io.locale)}\n`);
  return findings.length === 0 ? 0 : 1;
}

/** An overlay is looked at as the program would take it; what is wrong with it is for people to mend. */
async function lintOverlay(directory: string, { lang, json }: Arguments, io: Io): Promise<ExitCode> {
  const faults = await faultsOf(directory);
  if (json) await io.write(`${JSON.stringify({ findings: faults, fixed: [] })}\n`);
  else await io.write(`${report(faults.map(formatFault), [], lang ?? io.locale)}\n`);
  return faults.length === 0 ? 0 : 1;
}

async function faultsOf(directory: string): Promise<FaultError['faults']> {
  try {
    await loadOverlay(directory, loadOverlayBase());
    return [];
  } catch (error) {
    if (error instanceof FaultError) return error.faults;
    throw error;
  }
}

function report(findings: readonly string[], fixed: readonly string[], locale: Locale): string {
  const words = wordsFor(locale);
  return [
    ...findings,
    ...(fixed.length === 0 ? [] : [words.fixed(fixed.length)]),
    findings.length === 0 ? words.noFindings : words.findings(findings.length),
  ].join('\n');
}

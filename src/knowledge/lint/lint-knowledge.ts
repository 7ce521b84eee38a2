/** Runs all lint rules over a knowledge folder, sets right what a machine can, and reports the rest. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../fault';
import { type KnowledgeFiles, readKnowledgeFiles } from '../read-files';
import { createCorpus } from './corpus';
import { covers, type Exception, exceptionsSchema, isExpired } from './exceptions';
import type { Finding } from './finding';
import { type GlossaryTerm, glossarySchema } from './glossary';
import { RULES } from './rules';
import { findNeedlessExceptions } from './rules/needless-exception';

export interface LintOptions {
  /** Write what can be set right. */
  readonly fix?: boolean;
  /** The day that exceptions are measured against, as `2026-11-22`; the current day (UTC) when absent. */
  readonly today?: string;
}

export interface LintReport {
  /** What is still wrong. */
  readonly findings: readonly Finding[];
  /** Paths of the files that were rewritten. */
  readonly fixed: readonly string[];
}

/** A repair may bring a second one in reach, never more: each changes one string, or the order of keys. */
const MAX_PASSES = 4;

/** Lints a knowledge folder. Throws a `KnowledgeError` when it has no `codes/`. */
export function lintKnowledge(directory: string, options: LintOptions = {}): LintReport {
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const fixed = new Set<string>();
  let findings = checkOnce(directory, today);
  for (let pass = 0; options.fix && pass < MAX_PASSES && findings.some(({ repair }) => repair); pass += 1) {
    for (const path of repairFiles(directory, findings)) fixed.add(path);
    findings = checkOnce(directory, today);
  }
  return { findings, fixed: [...fixed].sort() };
}

function checkOnce(directory: string, today: string): Finding[] {
  const read = readKnowledgeFiles(directory);
  const settings = readLintSettings(directory);
  const corpus = createCorpus(read.files, settings.glossary);
  const all = [
    ...[...read.faults, ...settings.faults].map(toFinding),
    ...RULES.flatMap((rule) => rule.check(corpus).map((finding) => ({ ...finding, rule: rule.id }))),
  ];
  const inForce = settings.exceptions.filter((exception) => !isExpired(exception, today));
  return [
    ...all.filter((finding) => !inForce.some((exception) => covers(exception, finding))),
    ...findNeedlessExceptions(settings.exceptions, all, today),
  ];
}

export interface LintSettings {
  readonly glossary: readonly GlossaryTerm[];
  readonly exceptions: readonly Exception[];
  readonly faults: KnowledgeFiles['faults'];
}

/** What the lint of a folder goes by. Both files are the lint's own and may be missing. */
export function readLintSettings(directory: string): LintSettings {
  const glossary = readSetting(directory, 'glossary.json', glossarySchema);
  const exceptions = readSetting(directory, 'exceptions.json', exceptionsSchema);
  return {
    glossary: glossary.value?.terms ?? [],
    exceptions: exceptions.value ?? [],
    faults: [...glossary.faults, ...exceptions.faults],
  };
}

function readSetting<T>(directory: string, name: string, schema: z.ZodType<T>): { value?: T; faults: Fault[] } {
  const path = join(directory, name);
  if (!existsSync(path)) return { faults: [] };
  try {
    return { value: schema.parse(JSON.parse(readFileSync(path, 'utf8'))), faults: [] };
  } catch (error) {
    const what = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return { faults: [{ file: name, path: '', what, why: 'the lint cannot use this file', fix: 'correct its JSON' }] };
  }
}

function toFinding(fault: Fault): Finding {
  return { ...fault, rule: 'readable', value: fault.what };
}

/** Rewrites the files that have repairs, and returns their paths. */
function repairFiles(directory: string, findings: readonly Finding[]): string[] {
  const repairable = findings.filter(({ repair }) => repair);
  const paths = [...new Set(repairable.map(({ file }) => file))];
  for (const path of paths) {
    const file = join(directory, path);
    const repairs = repairable.filter((finding) => finding.file === path);
    writeFileSync(
      file,
      repairs.reduce((text, { repair }) => repair?.(text) ?? text, readFileSync(file, 'utf8')),
    );
  }
  return paths;
}

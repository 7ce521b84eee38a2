/** Our own lint rules over the overlay: what is within one item, and what holds between all of them and our knowledge. */

import type { ErrorCode } from '../code/error-code';
import { type Corpus, createCorpus, listTexts } from '../knowledge/lint/corpus';
import { covers } from '../knowledge/lint/exceptions';
import type { Finding } from '../knowledge/lint/finding';
import type { LintSettings } from '../knowledge/lint/lint-knowledge';
import type { Rule } from '../knowledge/lint/rule';
import { RULES } from '../knowledge/lint/rules';
import { listStrings } from '../knowledge/lint/walk-json';
import type { KnowledgeParts } from '../knowledge/load';
import type { Organization } from '../knowledge/overlay/organization';
import type { Parsed } from '../knowledge/parse-files';
import type { KnowledgeFile } from '../knowledge/read-files';
import type { Breathe } from './breathe';

/** How our own files are kept; an organization keeps its own as it likes. */
const NOT_FOR_OVERLAYS: ReadonlySet<string> = new Set(['filename-is-code', 'property-order']);
/** What a rule can tell only when it sees everything. */
const BETWEEN_FILES: ReadonlySet<string> = new Set([
  'known-codes',
  'known-procedures',
  'procedure-graph',
  'source-covered',
  'documented-has-source',
]);

const APPLIED = RULES.filter(({ id }) => !NOT_FOR_OVERLAYS.has(id));
const WITHIN_FILES = APPLIED.filter(({ id }) => !BETWEEN_FILES.has(id));
const ACROSS_FILES = APPLIED.filter(({ id }) => BETWEEN_FILES.has(id));

/** The parsed values of some files, and what the rules find within them. */
export interface Checked {
  readonly corpus: Corpus;
  readonly findings: readonly Finding[];
}

/** Parses files and runs the rules that need nothing else. */
export function checkWithin(
  files: readonly KnowledgeFile[],
  settings: LintSettings,
  organization: Organization | undefined,
): Checked {
  const corpus = createCorpus(files, settings.glossary);
  return { corpus, findings: findingsOf(WITHIN_FILES, corpus, settings, organization) };
}

/** What is looked at once more with everything else: of a large overlay most texts mention no code and are let go. */
export function keepForAcross(corpus: Corpus): Corpus {
  return {
    ...corpus,
    strings: [],
    commands: [],
    texts: corpus.texts.filter(({ en, chinese }) => `${en}${chinese}`.includes('0x')),
  };
}

/** The same for a file that is neither entry nor procedure: its texts alone. */
export function checkTexts(
  file: KnowledgeFile,
  settings: LintSettings,
  organization: Organization,
): readonly Finding[] {
  const corpus: Corpus = {
    ...createCorpus([], settings.glossary),
    files: [file],
    strings: listStrings(file),
    texts: listTexts(file),
  };
  return findingsOf(WITHIN_FILES, corpus, settings, organization);
}

/** What holds between the overlay and what we know ourselves. Faults of our own files are not told. */
export async function checkAcross(
  base: KnowledgeParts,
  parts: readonly Corpus[],
  settings: LintSettings,
  breathe: Breathe,
): Promise<readonly Finding[]> {
  const own = {
    entries: parts.flatMap(({ entries }) => entries),
    procedures: parts.flatMap(({ procedures }) => procedures),
    sources: Object.assign({}, ...parts.map(({ sources }) => sources)) as Corpus['sources'],
  };
  const codes = new Set<ErrorCode>(own.entries.map(({ value }) => value.code));
  const ids = new Set(own.procedures.map(({ value }) => value.id));
  const corpus: Corpus = {
    entries: [
      ...base.entries
        .filter(({ code }) => !codes.has(code))
        .map((value) => asParsed(`codes/${value.code}.json`, value)),
      ...own.entries,
    ],
    procedures: [
      ...base.procedures
        .filter(({ id }) => !ids.has(id))
        .map((value) => asParsed(`procedures/${value.id}.json`, value)),
      ...own.procedures,
    ],
    components: base.components,
    sources: { ...base.sources, ...own.sources },
    faults: [],
    files: parts.flatMap(({ files }) => files),
    texts: parts.flatMap(({ texts }) => texts),
    strings: parts.flatMap(({ strings }) => strings),
    commands: parts.flatMap(({ commands }) => commands),
    glossary: settings.glossary,
  };
  const isOurs = new Set(corpus.files.map(({ path }) => path));
  const listings = new Set(Object.keys(own.sources).map((id) => `${id}.lists`));
  const findings: Finding[] = [];
  for (const rule of ACROSS_FILES) {
    await breathe();
    for (const finding of findingsOf([rule], corpus, settings, undefined)) {
      if (isOurs.has(finding.file) || listings.has(finding.path)) findings.push(finding);
    }
  }
  return findings;
}

function findingsOf(
  rules: readonly Rule[],
  corpus: Corpus,
  { exceptions }: LintSettings,
  organization: Organization | undefined,
): Finding[] {
  return rules
    .flatMap((rule) => rule.check(corpus).map((finding) => ({ ...finding, rule: rule.id })))
    .filter((finding) => !exceptions.some((exception) => covers(exception, finding)))
    .filter((finding) => !isOwnHost(finding, organization));
}

/** To this rule every host but Microsoft's is a stranger. Links are looked at more closely elsewhere. */
function isOwnHost({ rule, value }: Finding, organization: Organization | undefined): boolean {
  if (rule !== 'no-activators') return false;
  if (/^https?:/i.test(value)) return true;
  const [name] = value.toLowerCase().split(':');
  return organization?.kmsHosts.some(({ host }) => host.toLowerCase() === name) === true;
}

function asParsed<T>(path: string, value: T): Parsed<T> {
  return { file: { path, text: '', json: undefined }, value };
}

/** Reads an organization's overlay and lays it over our knowledge: whole and sound, or refused with every fault. */

import type { ErrorCode } from '../code/error-code';
import { KNOWLEDGE_DIRECTORY } from '../knowledge/directory';
import type { Entry } from '../knowledge/entry';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Corpus } from '../knowledge/lint/corpus';
import type { Finding } from '../knowledge/lint/finding';
import { type LintSettings, readLintSettings } from '../knowledge/lint/lint-knowledge';
import { createKnowledgeBase, type KnowledgeParts, loadKnowledgeParts } from '../knowledge/load';
import { fillKmsHost } from '../knowledge/overlay/kms-host';
import type { Organization } from '../knowledge/overlay/organization';
import type { KnowledgeFile } from '../knowledge/read-files';
import { type Breathe, createBreathe } from './breathe';
import { checkEntryIds, checkProcedureIds } from './check-ids';
import { checkAcross, checkTexts, checkWithin, keepForAcross } from './check-items';
import { findDoubles, findTakenSources } from './check-names';
import { checkText } from './check-text';
import { type OverlayFault, type OverlayFile, toFaultError } from './fault';
import { findMisfits } from './find-misfits';
import { ORGANIZATION_FILE, readFolder, SOURCES_FILE } from './folder';
import { parseJson } from './parse-json';
import { parseOrganization } from './parse-organization';
import { type Item, readCodeItems, readProcedureItems } from './read-items';

/** More would not be found by anybody who looks after them. */
const MOST_ITEMS = 100_000;
/** The documents of the overlay, among the files of a knowledge folder. */
const OWN_SOURCES = 'sources/overlay.json';

/** Our own knowledge, as an overlay is laid over it. */
export interface OverlayBase {
  readonly parts: KnowledgeParts;
  readonly settings: LintSettings;
}

export interface Overlaid {
  readonly knowledge: KnowledgeBase;
  /** How many entries and procedures are the organization's. */
  readonly items: number;
}

export function loadOverlayBase(directory: string = KNOWLEDGE_DIRECTORY): OverlayBase {
  return { parts: loadKnowledgeParts(directory), settings: readLintSettings(directory) };
}

/** The knowledge with the overlay. Rejects with a `FaultError` that lists everything wrong with it. */
export async function loadOverlay(directory: string, base: OverlayBase): Promise<Overlaid> {
  const breathe = createBreathe();
  const folder = await readFolder(directory);
  const files = new Map<string, OverlayFile>(folder.files.map((file) => [file.path, file]));
  const refuse = (faults: readonly OverlayFault[]) => toFaultError(directory, faults, files);

  const { own, faults } = await readOverlay(folder.files, base, breathe);
  const all = [...folder.faults, ...faults];
  if (all.length > 0) throw refuse(all);

  const knowledge = createKnowledgeBase(own.parts);
  const misfits = await findMisfits(own.items, base.parts, knowledge, breathe);
  if (misfits.length > 0) throw refuse(misfits);
  return { knowledge, items: own.items.filter(({ path }) => path !== OWN_SOURCES).length };
}

interface Own {
  readonly parts: KnowledgeParts;
  readonly items: readonly Item[];
}

/** Everything but whether it fits on cards. */
async function readOverlay(
  files: readonly OverlayFile[],
  { parts, settings }: OverlayBase,
  breathe: Breathe,
): Promise<{ readonly own: Own; readonly faults: readonly OverlayFault[] }> {
  const faults: OverlayFault[] = [];
  const byPath = new Map<string, KnowledgeFile>();
  for (const each of files) {
    await breathe();
    const parsed = parseJson(each);
    faults.push(...parsed.faults);
    if (parsed.file !== undefined) byPath.set(parsed.file.path, parsed.file);
  }

  const organizationFile = byPath.get(ORGANIZATION_FILE);
  const read = organizationFile && parseOrganization(organizationFile);
  faults.push(...(read?.faults ?? []));
  const organization = read?.organization;
  if (organizationFile !== undefined && organization !== undefined) {
    faults.push(
      ...checkTexts(organizationFile, settings, organization).map((finding) => asWritten(finding, undefined)),
    );
  }

  const entries = new Map<ErrorCode, Entry>(parts.entries.map((entry) => [entry.code, entry]));
  const items: Item[] = [];
  const corpora = [];
  for (const file of byPath.values()) {
    await breathe();
    faults.push(...checkText(file, organization?.linkHosts ?? []));
    if (file.path === ORGANIZATION_FILE) continue;
    const found = readItems(file, entries);
    const { corpus, findings } = checkWithin(found.items, settings, organization);
    const itemOf = indexItems(found.items);
    faults.push(...found.faults, ...findings.map((finding) => asWritten(finding, itemOf)));
    faults.push(...longIds(corpus, itemOf));
    items.push(...found.items);
    corpora.push(keepForAcross(corpus));
  }
  faults.push(...findDoubles(items), ...findTakenSources(byPath.get(SOURCES_FILE), parts));
  const count = items.filter(({ path }) => path !== OWN_SOURCES).length;
  if (count > MOST_ITEMS) faults.push(tooMany(count));

  await breathe();
  const itemOf = indexItems(items);
  for (const finding of await checkAcross(parts, corpora, settings, breathe)) {
    faults.push(asWritten(finding, itemOf));
  }

  const own = {
    entries: corpora.flatMap((corpus) => corpus.entries.map(({ value }) => value)),
    procedures: corpora.flatMap((corpus) => corpus.procedures.map(({ value }) => value)),
    sources: corpora.map(({ sources }) => sources),
  };
  return { own: { items, parts: lay(own, parts, organization) }, faults };
}

/** Ours where the overlay has nothing, with the KMS host filled in everywhere. */
function lay(
  own: Pick<KnowledgeParts, 'entries' | 'procedures'> & { readonly sources: readonly KnowledgeParts['sources'][] },
  parts: KnowledgeParts,
  organization: Organization | undefined,
): KnowledgeParts {
  const [kmsHost] = organization?.kmsHosts ?? [];
  const entries = new Map([...parts.entries, ...own.entries].map((entry) => [entry.code, entry]));
  const procedures = new Map([...parts.procedures, ...own.procedures].map((procedure) => [procedure.id, procedure]));
  return {
    ...parts,
    organization,
    entries: [...entries.values()].map((entry) => fillKmsHost(entry, kmsHost)),
    procedures: [...procedures.values()].map((procedure) => fillKmsHost(procedure, kmsHost)),
    sources: Object.assign({}, parts.sources, ...own.sources),
  };
}

function readItems(file: KnowledgeFile, entries: ReadonlyMap<ErrorCode, Entry>) {
  if (file.path === SOURCES_FILE) {
    const origin = { file: file.path, pathTo: (at: string) => at };
    return { items: [{ ...file, path: OWN_SOURCES, origin }], faults: [] };
  }
  return file.path.startsWith('codes/') ? readCodeItems(file, entries) : readProcedureItems(file);
}

type ItemOf = (path: string) => Item | undefined;

/** Of doubles, which are told of by themselves, the first. */
function indexItems(items: readonly Item[]): ItemOf {
  const byPath = new Map([...items].reverse().map((item) => [item.path, item]));
  return (path) => byPath.get(path);
}

/** A finding at the place where somebody wrote what it is about. */
function asWritten(finding: Finding, itemOf: ItemOf | undefined): OverlayFault {
  const { file, path, why, fix } = finding;
  // Some rules begin with the path, which the place will tell.
  const what = finding.what.startsWith(`${path}: `) ? finding.what.slice(path.length + 2) : finding.what;
  const item = itemOf?.(file);
  // A rule about the documents names no file of theirs.
  if (item === undefined) return { file: itemOf === undefined ? file : SOURCES_FILE, at: path, what, why, fix };
  return { file: item.origin.file, at: item.origin.pathTo(path), what, why, fix };
}

function longIds({ entries, procedures }: Corpus, itemOf: ItemOf): OverlayFault[] {
  return [
    ...entries.flatMap(({ file, value }) => checkEntryIds(value, itemOf(file.path))),
    ...procedures.flatMap(({ file, value }) => checkProcedureIds(value, itemOf(file.path))),
  ];
}

function tooMany(count: number): OverlayFault {
  return {
    file: '',
    what: `the overlay has ${count} entries and procedures of at most ${MOST_ITEMS}`,
    why: 'all of them are kept in memory',
    fix: 'keep to those that your people meet',
  };
}

/** All knowledge files as the lint rules see them: the raw JSON, the parsed values and every text in both languages. */

import type { Entry } from '../entry';
import { type Parsed, type ParsedFiles, parseKnowledgeFiles } from '../parse-files';
import type { Procedure } from '../procedure';
import type { KnowledgeFile } from '../read-files';
import type { GlossaryTerm } from './glossary';
import { type JsonString, listStrings, walkJson } from './walk-json';

/** A string pair under `en` and `zh-CN`. */
export interface LocalizedText {
  readonly file: string;
  readonly path: string;
  readonly en: string;
  readonly chinese: string;
  /** Someone else's words, letter by letter: Windows' messages, titles of documents. */
  readonly isVerbatim: boolean;
}

/** A command line, or inline code that may be one, and the step that it stands in. */
export interface CommandLine {
  readonly file: string;
  readonly path: string;
  readonly command: string;
  readonly isDestructive: boolean;
}

export interface Corpus extends ParsedFiles {
  readonly files: readonly KnowledgeFile[];
  readonly texts: readonly LocalizedText[];
  readonly strings: readonly JsonString[];
  readonly commands: readonly CommandLine[];
  readonly glossary: readonly GlossaryTerm[];
}

/** The rules' view of the files. Files that break their schema take part only as raw JSON. */
export function createCorpus(files: readonly KnowledgeFile[], glossary: readonly GlossaryTerm[]): Corpus {
  const parsed = parseKnowledgeFiles(files);
  return {
    ...parsed,
    files,
    glossary,
    strings: files.flatMap(listStrings),
    texts: files.flatMap(listTexts),
    commands: listCommands(parsed),
  };
}

/** Every text of a file that stands in both languages. */
export function listTexts(file: KnowledgeFile): LocalizedText[] {
  const texts: LocalizedText[] = [];
  walkJson(file.json, (node, path) => {
    if (typeof node !== 'object' || node === null || !('en' in node) || !('zh-CN' in node)) return;
    const { en, 'zh-CN': chinese } = node;
    if (typeof en !== 'string' || typeof chinese !== 'string' || path === 'messageOrigin') return;
    texts.push({ file: file.path, path, en, chinese, isVerbatim: isVerbatim(file.path, path) });
  });
  return texts;
}

function isVerbatim(file: string, path: string): boolean {
  return file.startsWith('sources/') || path === 'message' || path === 'systemMessage';
}

function listCommands({ entries, procedures }: ParsedFiles): CommandLine[] {
  return [
    ...entries.flatMap(({ file, value }) =>
      [...value.steps, ...(value.elsewhere?.steps ?? [])].flatMap((step) =>
        commandsOf(file.path, `steps.${step.id}`, step.destructive, [step.command, step.text.en, step.expect?.en]),
      ),
    ),
    ...procedures.flatMap(({ file, value }) =>
      Object.entries(value.steps).flatMap(([id, step]) =>
        commandsOf(file.path, `steps.${id}`, step.destructive, [step.command, step.ask.en]),
      ),
    ),
  ];
}

function commandsOf(
  file: string,
  path: string,
  isDestructive: boolean,
  [command, ...prose]: readonly (string | undefined)[],
): CommandLine[] {
  const lines = [...(command?.split('\n') ?? []), ...prose.flatMap((text) => inlineCode(text ?? ''))];
  return lines.map((line) => ({ file, path, command: line, isDestructive }));
}

/** The runs of a sentence that stand in backticks. */
export function inlineCode(sentence: string): string[] {
  return sentence.split('`').filter((_, index) => index % 2 === 1);
}

type Explanation = Pick<Entry, 'causes' | 'steps' | 'warnings'>;

/** What rests on sources, with its path in the file. */
export interface Statement {
  readonly path: string;
  readonly confidence: 'documented' | 'likely';
  readonly sources: readonly string[];
}

/** Every cause, step and warning of an entry. */
export function statementsOfEntry({ value }: Parsed<Entry>): Statement[] {
  const { elsewhere } = value;
  return [...statementsOf(value, ''), ...(elsewhere === undefined ? [] : statementsOf(elsewhere, 'elsewhere.'))];
}

function statementsOf({ causes, steps, warnings }: Explanation, prefix: string): Statement[] {
  return Object.entries({ causes, steps, warnings }).flatMap(([group, statements]) =>
    statements.map(({ confidence, sources }, index) => ({ path: `${prefix}${group}[${index}]`, confidence, sources })),
  );
}

/** Every step of a procedure. */
export function statementsOfProcedure({ value }: Parsed<Procedure>): Statement[] {
  return Object.entries(value.steps).map(([id, { confidence, sources }]) => ({
    path: `steps.${id}`,
    confidence,
    sources,
  }));
}

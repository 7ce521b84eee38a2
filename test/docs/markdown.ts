/** The Markdown files of the project, and what tests look for in them. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(__dirname, '../..');

/** Where nobody writes: made or downloaded. */
const NOT_OURS = ['node_modules', 'dist', 'coverage', 'data', '.git'];

/** Paths of all Markdown files, relative to the root, with forward slashes. */
export function listMarkdown(folder = ROOT): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.includes(entry.name) ? [] : listMarkdown(full);
    return entry.name.endsWith('.md') ? [path.relative(ROOT, full).replaceAll(path.sep, '/')] : [];
  });
}

export function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

const FENCE = /^( *)```(\w*)\n([\s\S]*?)^\1```$/gm;

/** Fenced blocks of the given languages, without the fences. */
export function codeBlocks(markdown: string, languages: readonly string[]): string[] {
  return [...markdown.matchAll(FENCE)]
    .filter(([, , language = '']) => languages.includes(language))
    .map(([, , , block = '']) => block);
}

/** The text around the fenced blocks. */
export function prose(markdown: string): string {
  return markdown.replace(FENCE, '');
}

/** The content of inline code. */
export function codeSpans(markdown: string): string[] {
  return [...prose(markdown).matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
}

/** Targets of links and images. */
export function linkTargets(markdown: string): string[] {
  const text = prose(markdown).replace(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => target);
}

/** Headings as the repository hosts name them in links. */
export function anchors(markdown: string): string[] {
  return [...prose(markdown).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Commands in shell blocks and in inline code, without comments and with quoted words left open. */
export function commands(markdown: string): string[] {
  const lines = codeBlocks(markdown, ['sh', 'console']).flatMap((block) => block.split('\n'));
  return [...lines.map((line) => line.trim().replace(/^\$ /, '')), ...codeSpans(markdown)]
    .filter((line) => /^(?:npm|bash|git|cd|cp|node) /.test(line))
    .map((line) => line.replace(/\s+# .*$/, '').replace(/"[^"]*"/g, '"…"'));
}

/** Names of our environment variables. */
export function variables(markdown: string): string[] {
  return [...markdown.matchAll(/\b(?:(?:HEXFIX|TEAMS|SLACK|MICROSOFT_APP)_[A-Z_]*[A-Z]|NODE_ENV)\b/g)].map(
    ([name]) => name,
  );
}

/** The cells of every table row whose first cell is inline code. */
export function codeRows(markdown: string): string[][] {
  return prose(markdown)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** Each value once, sorted. */
export function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

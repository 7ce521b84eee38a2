/**
 * Compiles the program and the local page into `dist/`, with the knowledge beside them, checked. With `--if-stale` it does
 * nothing while `dist/` is newer than every source, so that starting costs no compile.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileAhead } from './compile-ahead.mjs';
import { shipKnowledge } from './ship-knowledge.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const sources = path.join(root, 'src');
const output = path.join(root, 'dist');
/** Built beside and moved into place when whole, so that a running program never finds half of it. */
const workshop = path.join(root, `dist-${process.pid}`);
const knowledge = path.join(root, 'knowledge');
const checked = path.join(output, 'knowledge', 'checked.json');
const stamp = path.join(output, '.built');
const page = path.join('adapters', 'playground', 'page');
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** The newest modification time under a folder, the folders' own included (a deleted file changes its folder). */
function newestChange(folder) {
  let newest = statSync(folder).mtimeMs;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestChange(full) : statSync(full).mtimeMs);
  }
  return newest;
}

function isFresh() {
  const settings = Math.max(
    ...['tsconfig.json', 'package.json'].map((file) => statSync(path.join(root, file)).mtimeMs),
  );
  return existsSync(stamp) && statSync(stamp).mtimeMs > Math.max(newestChange(sources), settings);
}

function isKnowledgeFresh() {
  return existsSync(checked) && statSync(checked).mtimeMs > newestChange(knowledge);
}

function compile(project, folder) {
  const run = spawnSync(process.execPath, [tsc, '-p', project, '--outDir', folder], { cwd: root, stdio: 'inherit' });
  if (run.status === 0) return;
  rmSync(workshop, { recursive: true, force: true });
  process.exit(run.status ?? 1);
}

if (!process.argv.includes('--if-stale') || !isFresh()) {
  compile('tsconfig.json', workshop);
  compile(path.join('src', page), path.join(workshop, page));
  for (const file of readdirSync(path.join(sources, page)).filter((name) => /\.(html|css|svg)$/.test(name))) {
    cpSync(path.join(sources, page, file), path.join(workshop, page, file));
  }
  shipKnowledge(workshop);
  writeFileSync(path.join(workshop, '.built'), '');
  rmSync(output, { recursive: true, force: true });
  renameSync(workshop, output);
  compileAhead(output);
} else if (!isKnowledgeFresh()) {
  shipKnowledge(output);
}

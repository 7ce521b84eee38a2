import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EVERYWHERE, LAW, ROOTS } from './law';

const SOURCES = path.join(__dirname, '../../src');
const IMPORT =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\b(?:require|import)\(\s*'([^']+)'\s*\)/g;

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isType: boolean;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort();
}

function readImports(file: string): Import[] {
  const text = readFileSync(path.join(SOURCES, file), 'utf8');
  return [...text.matchAll(IMPORT)].map(([, , type, from, called]) => ({
    file,
    target: from ?? called ?? '',
    isType: type !== undefined,
  }));
}

/** The file or room behind an import: `reply`, `bot.ts`, or a package's name. */
function resolveTarget({ file, target }: Import): { inside: string } | { outside: string } {
  if (!target.startsWith('.')) return { outside: target };
  return { inside: path.posix.join(path.posix.dirname(file), target) };
}

/** The narrowest room of the law that holds a file. */
function roomOf(file: string): string | undefined {
  const candidates = [file, `${file}.ts`, ...parents(file)];
  return candidates.find((name) => name in LAW || ROOTS.includes(name));
}

function parents(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

function breach(imported: Import): string | undefined {
  const room = roomOf(imported.file);
  if (room === undefined) return `${imported.file} is in no room; add it to the law or move it`;
  if (ROOTS.includes(room)) return undefined;
  const { rooms, packages } = LAW[room] ?? { rooms: [], packages: [] };
  const target = resolveTarget(imported);
  if ('outside' in target) {
    const allowed = packages.some(
      (name) => name === target.outside || (name === 'node:*' && target.outside.startsWith('node:')),
    );
    return allowed
      ? undefined
      : `${imported.file} imports ${target.outside}; ${room} may use ${packages.join(', ') || 'no package'}`;
  }
  if (EVERYWHERE.includes(`${target.inside}.ts`)) return undefined;
  const targetRoom = roomOf(target.inside) ?? target.inside;
  const isAllowed =
    targetRoom === room || rooms.includes(targetRoom) || (imported.isType && rooms.includes(`${targetRoom}:types`));
  return isAllowed
    ? undefined
    : `${imported.file} imports ${target.inside}; ${room} may use ${rooms.join(', ') || 'no other room'}`;
}

const files = listFiles(SOURCES);

it('finds the sources and their imports', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(readImports('bot/keys.ts').map(({ target }) => target)).toEqual(['node:crypto', './values']);
});

it('is kept by every file', () => {
  expect(files.flatMap(readImports).map(breach).filter(Boolean)).toEqual([]);
});

it.each([
  ['resolver/x.ts', '../store/ports', false],
  ['code/x.ts', '../i18n/locale', false],
  ['render/block-kit/x.ts', '../adaptive-card', false],
  ['adapters/teams/x.ts', '../slack/inbound', false],
  ['adapters/slack/x.ts', '../../bot', false],
  ['resolver/x.ts', 'botbuilder', false],
  ['adapters/slack/x.ts', 'botbuilder', true],
  ['bot.ts', './adapters/teams/adapter', true],
])('is broken by %s importing %s', (file, target, isType) => {
  expect(breach({ file, target, isType })).toBeDefined();
});

it.each([
  ['adapters/teams/x.ts', '../../bot', true],
  ['resolver/x.ts', '../reply/reply', false],
  ['code/x.ts', '../errors', false],
  ['start.ts', './adapters/teams/adapter', false],
])('allows %s to import %s', (file, target, isType) => {
  expect(breach({ file, target, isType })).toBeUndefined();
});

it('names no room that does not exist', () => {
  const rooms = new Set(files.flatMap((file) => [file, ...parents(file)]));
  expect(Object.keys(LAW).filter((room) => !rooms.has(room))).toEqual([]);
});

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const PAGE = 'docs/dependencies.md';
/** Imports of types alone are left out: nothing of them is there when the program runs. */
const IMPORT = /^(?:import|export) (?!type\b)(?:[^;']*? from )?'([^'.][^']*)'|\b(?:require|import)\('([^'.][^']*)'\)/gm;

interface Manifest {
  readonly license?: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface Row {
  readonly name: string;
  readonly license: string;
  /** Where it is used; absent for development. */
  readonly rooms: readonly string[];
  readonly reason: string;
}

const { dependencies, devDependencies } = readManifest('package.json');
const [runtime = [], development = [], byHand = []] = readFileSync(path.join(ROOT, PAGE), 'utf8')
  .split('\n## ')
  .slice(1)
  .map(readRows);

function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
}

function readRows(chapter: string): Row[] {
  return chapter
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()))
    .map(([name = '', license = '', ...rest]) => ({
      name: name.replaceAll('`', ''),
      license,
      rooms: rest.length > 1 ? [...(rest[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, room = '']) => room) : [],
      reason: rest.at(-1) ?? '',
    }));
}

function sourceFiles(room: string): string[] {
  const full = path.join(ROOT, room);
  if (statSync(full).isFile()) return [full];
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(full, file));
}

/** The packages that the sources of a room load, without the paths into them. */
function packagesUsedIn(room: string): Set<string> {
  const named = sourceFiles(room).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(IMPORT)]);
  return new Set(
    named
      .map(([, imported, called]) => imported ?? called ?? '')
      .filter((name) => !isBuiltin(name))
      .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')),
  );
}

describe(PAGE, () => {
  test('lists every direct dependency, and no other', () => {
    expect(runtime.map(({ name }) => name)).toEqual(Object.keys(dependencies).sort());
    expect(development.map(({ name }) => name)).toEqual(Object.keys(devDependencies).sort());
    const folders = [...new Set(byHand.flatMap(({ rooms }) => rooms))];
    const apart = folders.flatMap((folder) => Object.keys(readManifest(`${folder}/package.json`).devDependencies));
    expect(byHand.map(({ name }) => name)).toEqual(apart.sort());
  });

  test.each([...runtime, ...development])('gives $name the license of its own package.json', ({ name, license }) => {
    expect(license).toBe(readManifest(path.join('node_modules', name, 'package.json')).license);
  });

  test.each(byHand)('gives $name the license of its own lock file', ({ name, license, rooms: [folder = ''] }) => {
    const { packages } = JSON.parse(readFileSync(path.join(ROOT, folder, 'package-lock.json'), 'utf8'));
    expect(license).toBe(packages[`node_modules/${name}`].license);
  });

  test.each([...runtime, ...development, ...byHand])('gives a reason for $name', ({ reason }) => {
    expect(reason.length).toBeGreaterThan(10);
  });

  test.each(runtime)('says truly where $name is used', ({ name, rooms }) => {
    expect(rooms.length).toBeGreaterThan(0);
    expect(rooms.filter((room) => !mentions(room, name))).toEqual([]);
    const allowed = rooms.flatMap(sourceFiles);
    const users = sourceFiles('src').filter((file) => packagesUsedIn(path.relative(ROOT, file)).has(name));
    expect(users.filter((file) => !allowed.includes(file))).toEqual([]);
  });
});

/** Also finds a package whose path is looked up instead of imported. */
function mentions(room: string, name: string): boolean {
  return sourceFiles(room).some((file) => new RegExp(`'${name}(?:/[^']*)?'`).test(readFileSync(file, 'utf8')));
}

test('every package that the program loads is a direct dependency', () => {
  const used = [...packagesUsedIn('src')];
  expect(used).toEqual(expect.arrayContaining(['restify', 'kysely', '@slack/bolt']));
  expect(used.filter((name) => !(name in dependencies))).toEqual([]);
});

import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT, readText } from './files';

const instructions = readText('Dockerfile')
  .replaceAll('\\\n', '')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => ({ name: line.slice(0, line.indexOf(' ')), rest: line.slice(line.indexOf(' ') + 1).trim() }));
const stages = instructions.filter(({ name }) => name === 'FROM').map(({ rest }) => rest);
const last = instructions.slice(instructions.map(({ name }) => name).lastIndexOf('FROM'));
const entries = readText('.dockerignore').split('\n');

/** The arguments of all lines of the last stage with this instruction. */
function inLast(instruction: string): string[] {
  return last.filter(({ name }) => name === instruction).map(({ rest }) => rest);
}

/** What is copied from the folder of the project, not from another stage. */
function copiedFiles(): string[] {
  const copies = instructions.filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from='));
  return copies.flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1));
}

describe('the container image', () => {
  it('begins with one image, named by digest, of the Node that the project develops on', () => {
    const own = stages.flatMap((stage) => / AS (\w+)$/.exec(stage)?.[1] ?? []);
    const foreign = stages.filter((stage) => !own.includes(stage.split(' ')[0] ?? ''));
    expect(foreign).toEqual([expect.stringMatching(/^node:\d+\.\d+\.\d+-\w+-slim@sha256:[0-9a-f]{64} AS base$/)]);
    const { devDependencies } = JSON.parse(readText('package.json'));
    expect(foreign[0]).toContain(`node:${devDependencies.node.replace('.x', '.')}`);
  });

  it('runs as a user by number who is not root, and is told to stop and asked how it is', () => {
    expect(inLast('USER')).toEqual([expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/)]);
    expect(inLast('STOPSIGNAL')).toEqual(['SIGTERM']);
    expect(inLast('HEALTHCHECK')).toEqual([expect.stringContaining('"health.mjs", "/healthz"')]);
    expect(inLast('ENV').join(' ')).toContain('NODE_ENV=production');
  });

  it('holds what the program reads and none of the tools that built it', () => {
    const targets = inLast('COPY').map((copy) => copy.split(/\s+/).at(-1));
    expect(targets).toEqual(expect.arrayContaining(['dist', 'knowledge', 'node_modules']));
    expect(inLast('COPY').find((copy) => copy.endsWith('node_modules'))).toMatch(/^--from=packages /);
    const installs = instructions.filter(({ rest }) => rest.includes('npm ci')).map(({ rest }) => rest);
    expect(installs).toEqual(['npm ci --ignore-scripts', 'npm ci --omit=dev --ignore-scripts']);
  });

  it('is built from files that exist and that .dockerignore lets in, which keeps everything else out', () => {
    expect(entries.filter((entry) => entry !== '' && !entry.startsWith('#'))[0]).toBe('*');
    const files = copiedFiles();
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
    expect(files.filter((file) => !entries.includes(`!${file}`))).toEqual([]);
    expect(entries.filter((entry) => entry.startsWith('!') && !files.includes(entry.slice(1)))).toEqual([]);
  });
});

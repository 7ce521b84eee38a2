import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markFolder, readFolder } from '../../../src/overlay/folder';
import { EXAMPLE, removeOverlays, writeInto, writeOverlay } from './fixture';

// Two thousand files are many for a slow disk.
jest.setTimeout(60_000);
afterAll(removeOverlays);

const whatOf = async (directory: string) =>
  (await readFolder(directory)).faults.map(({ file, what }) => `${file}: ${what}`);

describe('reading', () => {
  it('takes the four kinds of files, in one order', async () => {
    const { files, faults } = await readFolder(EXAMPLE);
    expect(faults).toEqual([]);
    expect(files.map(({ path }) => path)).toEqual([
      'codes/0x8007232B.json',
      'codes/vpn.json',
      'organization.json',
      'procedures/contoso-vpn.json',
      'sources.json',
    ]);
  });

  it('leaves alone what is no JSON and what is hidden', async () => {
    const directory = writeOverlay({
      'README.md': 'x',
      '.git/config.json': '{',
      'notes/how.txt': 'x',
      'codes/.a.json': '{',
    });
    expect((await readFolder(directory)).files.map(({ path }) => path)).toEqual(['sources.json']);
  });

  it.each(['organisation.json', 'code/a.json'])('refuses %s, which would be left out unnoticed', async (path) => {
    expect(await whatOf(writeOverlay({ [path]: {} }))).toEqual([
      `${path.replace('a.json', '')}: this is no part of an overlay`,
    ]);
  });

  it('takes the byte order mark off that Windows’ tools write, and refuses other encodings', async () => {
    const marked = writeOverlay({ 'sources.json': Buffer.from('\uFEFF{}') });
    expect((await readFolder(marked)).files).toEqual([{ path: 'sources.json', text: '{}' }]);
    const wide = writeOverlay({ 'sources.json': Buffer.from('\uFEFF{}', 'utf16le') });
    expect(await whatOf(wide)).toEqual(['sources.json: the file is not UTF-8']);
  });

  it('takes 256 KB and not a byte more', async () => {
    const full = `"${'x'.repeat(256 * 1024 - 2)}"`;
    expect(await whatOf(writeOverlay({ 'codes/a.json': full }))).toEqual([]);
    expect(await whatOf(writeOverlay({ 'codes/a.json': `${full} ` }))).toEqual([
      'codes/a.json: the file is larger than 256 KB',
    ]);
  });

  it('takes 2,000 files and not one more', async () => {
    const files = Object.fromEntries(Array.from({ length: 1_999 }, (_, index) => [`codes/${index}.json`, '{}']));
    const directory = writeOverlay(files);
    expect((await readFolder(directory)).files).toHaveLength(2_000);
    writeInto(directory, 'codes/one-more.json', '{}');
    expect(await whatOf(directory)).toEqual([': the overlay has 2001 files of at most 2000']);
  });

  it('tells a folder that is not there', async () => {
    expect(await whatOf(join(EXAMPLE, 'nowhere'))).toEqual([': the folder of the overlay cannot be read']);
  });

  const onPosix = process.platform === 'win32' ? it.skip : it;

  onPosix('follows links within the folder, as mounted ones have them, and none that leave it', async () => {
    const directory = writeOverlay({ 'sources.json': undefined, '..data/a.json': '{}', 'codes/b.json': '{}' });
    symlinkSync('../..data/a.json', join(directory, 'codes', 'a.json'));
    expect((await readFolder(directory)).files.map(({ path }) => path)).toEqual(['codes/a.json', 'codes/b.json']);
    symlinkSync(__filename, join(directory, 'codes', 'c.json'));
    symlinkSync(join(directory, 'nothing'), join(directory, 'codes', 'd.json'));
    expect(await whatOf(directory)).toEqual([
      'codes/c.json: this is a link to a place outside the overlay',
      'codes/d.json: the file cannot be read',
    ]);
  });

  onPosix('does not wait for a pipe', async () => {
    const directory = writeOverlay({ 'codes/b.json': '{}' });
    execFileSync('mkfifo', [join(directory, 'codes', 'a.json')]);
    expect(await whatOf(directory)).toEqual(['codes/a.json: the file cannot be read']);
  });
});

describe('the mark of a folder', () => {
  it('stays as long as nothing changes', async () => {
    const directory = writeOverlay();
    expect(await markFolder(directory)).toBe(await markFolder(directory));
  });

  it.each<[string, (directory: string) => void]>([
    ['is written to', (directory) => writeInto(directory, 'codes/a.json', '{ }')],
    [
      'is replaced by one of the same size and time',
      (directory) => {
        writeFileSync(join(directory, 'new'), '[]');
        utimesSync(join(directory, 'new'), 1, 1);
        renameSync(join(directory, 'new'), join(directory, 'codes/a.json'));
      },
    ],
    ['is added', (directory) => writeInto(directory, 'procedures/b.json', '{}')],
    ['is removed', (directory) => unlinkSync(join(directory, 'codes/a.json'))],
    ['is made a folder', (directory) => mkdirSync(join(directory, 'codes/c.json'))],
  ])('changes when a file %s', async (_name, change) => {
    const directory = writeOverlay({ 'codes/a.json': '{}' });
    utimesSync(join(directory, 'codes/a.json'), 1, 1);
    const before = await markFolder(directory);
    change(directory);
    expect(await markFolder(directory)).not.toBe(before);
  });

  it('tells that the folder has gone', async () => {
    expect(await markFolder(join(EXAMPLE, 'nowhere'))).toBe('unreadable');
  });
});

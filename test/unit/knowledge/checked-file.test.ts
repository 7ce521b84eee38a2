import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkKnowledge } from '../../../src/knowledge/check-knowledge';
import { type CheckedParts, readCheckedFile, writeCheckedFile } from '../../../src/knowledge/checked-file';
import { digestFolder } from '../../../src/knowledge/digest-folder';
import { KNOWLEDGE_DIRECTORY } from '../../../src/knowledge/directory';
import { removeKnowledge, soundEntry, writeKnowledge } from './fixture';

afterAll(removeKnowledge);

const CODE = 'codes/0xC004F038.json';

interface Shipped {
  readonly directory: string;
  readonly file: string;
  readonly parts: CheckedParts;
}

function ship(): Shipped {
  const directory = writeKnowledge({ [CODE]: soundEntry() });
  const file = path.join(directory, 'checked');
  const parts = checkKnowledge(directory);
  writeCheckedFile(file, directory, parts);
  return { directory, file, parts };
}

function change({ directory }: Shipped, edit: (text: string) => string): void {
  const file = path.join(directory, CODE);
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
}

test('gives what was checked, and of which folder', () => {
  const { directory, file, parts } = ship();
  expect(readCheckedFile(file)).toStrictEqual({ digest: digestFolder(directory), parts });
});

test('loses nothing of what we know', () => {
  const parts = checkKnowledge(KNOWLEDGE_DIRECTORY);
  expect(JSON.parse(JSON.stringify(parts))).toStrictEqual(parts);
});

test.each<[string, (shipped: Shipped) => void]>([
  ['has another letter', (shipped) => change(shipped, (text) => text.replace('SL_E', 'SL_F'))],
  ['has a file more', ({ directory }) => writeFileSync(path.join(directory, 'codes/0xC004F039.json'), '{}')],
  ['has a file less', ({ directory }) => rmSync(path.join(directory, CODE))],
])('is told from a folder that %s', (_what, edit) => {
  const shipped = ship();
  edit(shipped);
  expect(readCheckedFile(shipped.file)?.digest).not.toBe(digestFolder(shipped.directory));
});

test('is nothing where there is none, or half of one', () => {
  const { file } = ship();
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 100));
  expect(readCheckedFile(file)).toBeUndefined();
  rmSync(file);
  expect(readCheckedFile(file)).toBeUndefined();
});

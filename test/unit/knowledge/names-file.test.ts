import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createNameTable, createTableOf, readNameIndex } from '../../../src/knowledge/names';
import { readNamesFile, writeNamesFile } from '../../../src/knowledge/names-file';

const index = readNameIndex();
const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-names-file-'));
const file = path.join(folder, 'names.bin');

beforeEach(() => writeNamesFile(file, index));
afterAll(() => rmSync(folder, { recursive: true }));

test('what was kept is what was read, number for number', () => {
  expect(readNamesFile(file)).toStrictEqual(index);
});

test('whoever asks what was kept gets the same answers', () => {
  const [kept, ours] = [createTableOf(() => readNamesFile(file) ?? index), createNameTable()];
  for (const symbol of ['ERROR_ACCESS_DENIED', 'e_fail', 'STATUS_UNSUCCESSFUL', 'IRQL_NOT_LESS_OR_EQUAL', 'NO_SUCH']) {
    expect(kept.codesNamed(symbol)).toEqual(ours.codesNamed(symbol));
  }
  expect(kept.codesNamed('ERROR_ACCESS_DENIED')).toEqual([{ kind: 'win32', value: 5 }]);
  expect(kept.namesOf('win32', 1603)).toEqual(['ERROR_INSTALL_FAILURE']);
});

test('an empty table is kept as well', () => {
  const none = new Float64Array();
  const empty = {
    text: '',
    byValue: { win32: none, hresult: none, ntstatus: none, 'stop-code': none },
    bySymbol: none,
  };
  writeNamesFile(file, empty);
  expect(readNamesFile(file)).toStrictEqual(empty);
});

test.each<readonly [string, (whole: Buffer) => Buffer]>([
  ['cut in the head', (whole) => whole.subarray(0, 20)],
  ['cut in the positions', (whole) => whole.subarray(0, 4_000)],
  ['cut in the text', (whole) => whole.subarray(0, -1)],
  ['with more behind it', (whole) => Buffer.concat([whole, Buffer.from('x')])],
  ['of another form', (whole) => Buffer.concat([Buffer.alloc(8), whole.subarray(8)])],
  ['that is empty', () => Buffer.alloc(0)],
])('a file %s is none', (_what, change) => {
  writeFileSync(file, change(readFileSync(file)));
  expect(readNamesFile(file)).toBeUndefined();
});

test('where nothing was kept, nothing is read', () => {
  expect(readNamesFile(path.join(folder, 'none.bin'))).toBeUndefined();
});

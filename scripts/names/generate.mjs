/**
 * Writes `knowledge/names/headers.tsv` and its provenance from the headers of two Debian packages, unpacked with
 * `dpkg-deb -x` into the folder named on the command line. Nobody needs to run it to build Hexfix: what it writes is
 * committed.
 */

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HEADERS, PACKAGES } from './headers.mjs';
import { parseHeader } from './parse-header.mjs';
import { countTable, formatTable } from './table.mjs';

const [, , root] = process.argv;
if (root === undefined) {
  console.error('Name the folder that both packages were unpacked into: node scripts/names/generate.mjs <folder>');
  process.exit(2);
}

const folder = new URL('../../knowledge/names/', import.meta.url);
const headers = HEADERS.map((header) => {
  const bytes = readFileSync(join(root, PACKAGES[header.package].folder, header.file));
  const codes = parseHeader(bytes.toString('utf8'), header.file);
  return { ...header, sha256: sha256(bytes), codes: codes.filter(({ name }) => header.only?.test(name) ?? true) };
});

const table = formatTable(headers.flatMap(({ codes }) => codes));
const provenance = {
  table: { file: 'headers.tsv', sha256: sha256(table), numbers: countTable(table) },
  packages: PACKAGES,
  headers: headers.map(({ package: name, file, sha256, codes }) => ({
    package: name,
    file,
    sha256,
    names: codes.length,
  })),
};
writeFileSync(new URL('headers.tsv', folder), table);
writeFileSync(new URL('provenance.json', folder), `${JSON.stringify(provenance, null, 2)}\n`);
console.log(`${table.split('\n').length - 1} numbers`, provenance.table.numbers);

function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

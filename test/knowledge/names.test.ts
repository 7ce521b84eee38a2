/** The committed tables of names: their form, their counts, and where each name is from. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ntStatusFacilityNames } from '../../src/code/facilities';
import { NUMBER_KINDS, type NumberKind } from '../../src/knowledge/name-text';
import { createNameTable, NAMES_DIRECTORY } from '../../src/knowledge/names';

interface Provenance {
  readonly table: {
    readonly file: string;
    readonly sha256: string;
    readonly numbers: Readonly<Partial<Record<NumberKind, number>>>;
  };
  readonly packages: Readonly<Record<string, { readonly version: string; readonly license: string }>>;
  readonly headers: readonly { readonly package: string; readonly sha256: string; readonly names: number }[];
}

const HEADERS = read('headers.tsv');
const DOCUMENTED = read('documented.tsv');
const ALL = [...rows(HEADERS), ...rows(DOCUMENTED)];

function read(file: string): string {
  return readFileSync(join(NAMES_DIRECTORY, file), 'utf8');
}

function rows(text: string): string[][] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
}

function json<T>(file: string): T {
  // The two files are written by the generator and by hand; what the tests read of them is checked by their assertions.
  return JSON.parse(read(file)) as T;
}

describe('the tables of names', () => {
  it('name at least 11,000 numbers, most of them from headers', () => {
    const numbers = new Set(ALL.map(([value, kind]) => `${kind} ${value}`));
    expect(numbers.size).toBeGreaterThanOrEqual(12_000);
    expect(rows(HEADERS).length).toBeGreaterThanOrEqual(11_000);
    expect(rows(DOCUMENTED).filter(([, kind]) => kind === 'stop-code').length).toBeGreaterThanOrEqual(370);
  });

  it.each([
    ['headers.tsv', HEADERS],
    ['documented.tsv', DOCUMENTED],
  ])('have in %s one line for each number of each kind, sorted', (_, text) => {
    const keys = rows(text).map(
      ([value = '', kind = '']) => `${(NUMBER_KINDS as readonly string[]).indexOf(kind)} ${value}`,
    );
    expect(keys).toEqual([...new Set(keys)].sort());
    expect(text).toMatch(
      /^(?:0x[0-9A-F]{8}\t(?:win32|hresult|ntstatus|stop-code)\t\w+(?: \w+)*(?:\t[a-z0-9 -]+)?\n)+$/,
    );
  });

  it('keep Win32 numbers within 16 bits', () => {
    expect(ALL.filter(([value = '', kind]) => kind === 'win32' && !value.startsWith('0x0000'))).toEqual([]);
  });

  it('hold names, no texts: nothing with a blank inside, nothing that is a facility or the end of a range', () => {
    const names = ALL.flatMap(([, , symbols = '']) => symbols.split(' '));
    expect(names.filter((name) => /^FACILITY_|_[ES]_(?:FIRST|LAST)$/.test(name))).toEqual([]);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThan(100);
  });

  it('are found again, every name of every line, in both directions', () => {
    const table = createNameTable();
    for (const [value = '', kind, symbols = ''] of ALL) {
      const of = NUMBER_KINDS.find((each) => each === kind) ?? 'win32';
      const number = Number(value);
      for (const symbol of symbols.split(' ')) {
        if (!table.namesOf(of, number).includes(symbol)) throw new Error(`${value} has lost ${symbol}`);
        const found = table.codesNamed(symbol.toLowerCase());
        if (!found.some((named) => named.kind === kind && named.value === number)) throw new Error(`${symbol} is lost`);
      }
    }
  });

  it('belong to facilities that have a name where they are NTSTATUS', () => {
    const unnamed = ALL.filter(([, kind]) => kind === 'ntstatus').filter(
      ([value = '']) => ntStatusFacilityNames((Number(value) >>> 16) & 0xfff).length === 0,
    );
    expect(unnamed).toEqual([]);
  });
});

describe('the provenance of the names', () => {
  const provenance = json<Provenance>('provenance.json');

  it('is that of the committed table', () => {
    expect(createHash('sha256').update(HEADERS).digest('hex')).toBe(provenance.table.sha256);
    for (const kind of NUMBER_KINDS) {
      expect(rows(HEADERS).filter((row) => row[1] === kind).length).toBe(provenance.table.numbers[kind] ?? 0);
    }
  });

  it('tells of each header its package, its license and its digest', () => {
    expect(provenance.headers.length).toBeGreaterThan(5);
    for (const header of provenance.headers) {
      expect(provenance.packages[header.package]?.license).toMatch(/^(?:MIT OR Apache-2\.0|LicenseRef-public-domain)$/);
      expect(header.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(header.names).toBeGreaterThan(0);
    }
  });

  it('names the licenses in the notices', () => {
    const notices = readFileSync(join(NAMES_DIRECTORY, '..', '..', 'THIRD_PARTY_NOTICES.md'), 'utf8');
    for (const name of Object.keys(provenance.packages)) expect(notices).toContain(name);
    expect(notices).toContain('Permission is hereby granted, free of charge');
    expect(notices).toContain('placed in the Public Domain');
  });

  it('leads from each documented name to a page, and each page is used', () => {
    const documents = json<Record<string, { readonly url: string; readonly license: string }>>('documents.json');
    const used = new Set(rows(DOCUMENTED).flatMap((row) => (row[3] ?? '').split(' ')));
    expect([...used].sort()).toEqual(Object.keys(documents));
    for (const { url, license } of Object.values(documents)) {
      expect(url).toMatch(
        /^https:\/\/(?:learn\.microsoft\.com|msdn\.microsoft\.com|github\.com\/(?:microsoft|dotnet))\//,
      );
      expect(url).not.toMatch(/\/[a-z]{2}-[a-z]{2}\//);
      expect(license).toMatch(/^(?:CC-BY-4\.0|MIT|none stated; facts only)$/);
    }
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadKnowledge } from '../../../src/knowledge/load';
import { readSearchFile, writeSearchFile } from '../../../src/knowledge/search-file';
import { readTextsAtOnce, toIndex } from '../../../src/knowledge/search-index';
import { rank, toAsked } from '../../../src/knowledge/search-rank';
import { toTokens } from '../../../src/knowledge/search-tokens';
import { QUESTIONS } from './questions';

const knowledge = loadKnowledge();
const texts = readTextsAtOnce(knowledge);
const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-search-'));
const file = path.join(folder, 'search.json');

beforeEach(() => writeSearchFile(file, 'digest', texts));
afterAll(() => rmSync(folder, { recursive: true }));

test('ranks by what was kept exactly as by what was read', () => {
  const kept = readSearchFile(file, 'digest');
  const index = toIndex(texts, knowledge);
  const again = toIndex(kept ?? texts, knowledge);
  expect(kept?.vocabulary).toStrictEqual(texts.vocabulary);
  expect(again.wordings).toStrictEqual(index.wordings);
  for (const [, question] of QUESTIONS) {
    const asked = toAsked(toTokens(question));
    expect(rank(asked, again)).toStrictEqual(rank(asked, index));
  }
});

test('is nothing of another knowledge, where there is none, or half of one', () => {
  expect(readSearchFile(file, 'another')).toBeUndefined();
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 100));
  expect(readSearchFile(file, 'digest')).toBeUndefined();
  rmSync(file);
  expect(readSearchFile(file, 'digest')).toBeUndefined();
});

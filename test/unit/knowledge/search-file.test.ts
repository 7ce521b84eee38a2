import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadKnowledge } from '../../../src/knowledge/load';
import { readSearchFile, readSearchFileInPieces, writeSearchFile } from '../../../src/knowledge/search-file';
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

test.each([
  ['at once', async () => readSearchFile(file, 'digest')],
  ['in pieces', () => readSearchFileInPieces(file, 'digest')],
])('ranks by what was kept exactly as by what was read, %s', async (_how, read) => {
  const kept = await read();
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

test('lets others work between its pieces', async () => {
  let [rounds, isRead] = [0, false];
  const reading = readSearchFileInPieces(file, 'digest').finally(() => {
    isRead = true;
  });
  for (; !isRead; rounds += 1) await new Promise(setImmediate);
  expect(await reading).toBeDefined();
  expect(rounds).toBeGreaterThan(5);
  expect(await readSearchFileInPieces(file, 'another')).toBeUndefined();
});

import MiniSearch from 'minisearch';
import { type ErrorCode, toErrorCode } from '../../../src/code/error-code';
import { DOCUMENT_OPTIONS, type Document, type SearchIndex } from '../../../src/knowledge/search-index';
import { rank, toAsked } from '../../../src/knowledge/search-rank';

/** Entries that all say the same, but one. */
const ALIKE = 5_000;
const SINGLE: ErrorCode = toErrorCode(0xa0100000);
const SAID_BY_ALL = 'laptop';

function indexOfAlike(): SearchIndex {
  const documents = new MiniSearch<Document>(DOCUMENT_OPTIONS);
  for (let number = 0; number < ALIKE; number += 1) {
    const said = number === 0 ? `${SAID_BY_ALL} tunnel` : SAID_BY_ALL;
    documents.add({ id: toErrorCode(0xa0100000 + number), code: '', said, behind: '' });
  }
  const vocabulary = new Map([
    [SAID_BY_ALL, ALIKE],
    ['tunnel', 1],
  ]);
  const weightOf = (token: string) => Math.log(1 + (2 * ALIKE) / (vocabulary.get(token) ?? 1));
  return { documents, wordings: new Map(), standing: new Map(), vocabulary, weightOf };
}

const asked = (...words: readonly string[]) => toAsked(words.map((text) => ({ text, isPart: false })));

describe('rank, where thousands of entries are alike', () => {
  const index = indexOfAlike();
  const search = jest.spyOn(index.documents, 'search');
  beforeEach(() => search.mockClear());

  test('looks for the rare word alone, and finds by it', () => {
    expect(rank(asked(SAID_BY_ALL, 'tunnel'), index).map(({ code }) => code)).toEqual([SINGLE]);
    expect(search.mock.calls.map(([query]) => query)).toEqual(['tunnel']);
  });

  test('looks for nothing where only common words are left', () => {
    expect(rank(asked(SAID_BY_ALL), index)).toEqual([]);
    expect(search).not.toHaveBeenCalled();
  });
});

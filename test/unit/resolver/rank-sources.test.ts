import { toErrorCode } from '../../../src/code/error-code';
import { loadKnowledge } from '../../../src/knowledge/load';
import { rankSources } from '../../../src/resolver/rank-sources';

const knowledge = loadKnowledge();

function urlsOf(value: number): (string | null)[] {
  const entry = knowledge.find(toErrorCode(value));
  if (entry === undefined) throw new Error('no such entry');
  return rankSources(entry, knowledge).map(({ url }) => url);
}

it('puts the article that most statements rest on first', () => {
  expect(urlsOf(0xc004f074)[0]).toContain('error-0xc004f074-activate-windows');
});

it('puts what cannot be opened last', () => {
  for (const { code } of knowledge.entries.values()) {
    const urls = urlsOf(Number(code));
    expect(urls.slice(urls.indexOf(null) === -1 ? urls.length : urls.indexOf(null))).toEqual(
      urls.filter((url) => url === null),
    );
  }
});

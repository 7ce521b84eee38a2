import { loadKnowledge } from '../../../src/knowledge/load';
import { findPage, toAddress } from '../../../src/knowledge/pages';

const knowledge = loadKnowledge();

it.each([
  ['https://Learn.Microsoft.com/en-us/Windows/', 'learn.microsoft.com/windows'],
  ['http://learn.microsoft.com/zh-cn/windows?tabs=a#b', 'learn.microsoft.com/windows'],
  ['https://learn.microsoft.com/windows//', 'learn.microsoft.com/windows'],
  ['https://example.com/en-us', 'example.com/en-us'],
  ['ftp://example.com/', undefined],
  ['learn.microsoft.com/windows', undefined],
])('reads %s as %s', (url, address) => {
  expect(toAddress(url)).toBe(address);
});

it('finds every page that an entry was drawn from, with its codes', () => {
  for (const { code, sources } of knowledge.entries.values()) {
    for (const { url } of sources.map((id) => knowledge.source(id))) {
      if (url !== null) expect(findPage(url, knowledge)?.codes).toContain(code);
    }
  }
});

it('puts the codes first that the page sets out to explain', () => {
  const source = knowledge.source('activation-error-codes');
  const codes = findPage(source.url ?? '', knowledge)?.codes ?? [];
  expect(codes.slice(0, source.lists?.length)).toEqual(source.lists);
});

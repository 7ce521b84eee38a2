import { createWordFinder } from '../../../src/code/word-trie';

const finder = createWordFinder([
  ['first', ['exit code', 'fail*', 'err']],
  ['second', ['exit', 'err', '错误']],
]);

describe('a word finder', () => {
  test.each([
    ['exit code 1', 'first', 9],
    ['exit_code', 'first', 9],
    ['exitcode', 'first', 8],
    ['exit door', 'second', 4],
    ['failures', 'first', 8],
    ['err.', 'first', 3],
    ['错误码', 'second', 2],
  ])('finds the longest word in %j', (text, kind, end) => {
    expect(finder.at(text, 0)).toEqual({ kind, end });
  });

  test.each(['exits', 'erring', 'nothing', ''])('finds none in %j', (text) => {
    expect(finder.at(text, 0)).toBeUndefined();
  });

  it('knows at once where no word begins', () => {
    expect(finder.mayBegin('e'.charCodeAt(0))).toBe(true);
    expect(finder.mayBegin('z'.charCodeAt(0))).toBe(false);
  });
});

import { setChinese } from '../../src/knowledge/lint/chinese-typography';
import { codeRows, commands, distinct, linkTargets, listMarkdown, prose, read, variables } from './markdown';

const CHINESE = listMarkdown().filter((file) => file.endsWith('.zh-CN.md'));

test('the main documents exist in Chinese', () => {
  expect(CHINESE).toEqual(
    expect.arrayContaining([
      'README.zh-CN.md',
      'CONTRIBUTING.zh-CN.md',
      'SECURITY.zh-CN.md',
      'docs/architecture.zh-CN.md',
    ]),
  );
});

describe.each(CHINESE)('%s', (file) => {
  const chinese = read(file);
  const english = read(file.replace('.zh-CN', ''));

  test('names the same commands as its English twin', () => {
    expect(distinct(commands(chinese))).toEqual(distinct(commands(english)));
  });

  test('names the same settings', () => {
    expect(distinct(variables(chinese))).toEqual(distinct(variables(english)));
  });

  test('links to the same places', () => {
    expect(distinct(linkTargets(chinese).map(inEnglish))).toEqual(distinct(linkTargets(english).map(inEnglish)));
  });

  test('has the same chapters and tables', () => {
    expect(outline(chinese)).toEqual(outline(english));
    expect(codeRows(chinese).map(([first]) => first)).toEqual(codeRows(english).map(([first]) => first));
  });

  test('is set as Chinese is set', () => {
    expect(sentences(chinese).filter((sentence) => setChinese(sentence) !== sentence)).toEqual([]);
  });

  // Between a full stop and a Chinese character, Markdown does not take two asterisks for the end of bold text.
  test('ends bold text before the punctuation', () => {
    const bold = [...chinese.matchAll(/\*\*[^*\n]+\*\*[^*\n]?/gu)].map(([text]) => text);
    expect(bold.filter((text) => /[，。；：！？、）”]\*\*\p{Script=Han}$/u.test(text))).toEqual([]);
  });
});

/** Headings are translated, so links to them are counted by their file alone. */
function inEnglish(target: string): string {
  return target.replace(/#.*/, '#').replace(/\.zh-CN\.(md|png|svg)/, '.$1');
}

function outline(markdown: string): string[] {
  return [...prose(markdown).matchAll(/^#+(?= )/gm)].map(([level]) => level);
}

/** Prose as it is read: without the marks of lists, tables, links and emphasis. */
function sentences(markdown: string): string[] {
  return prose(markdown)
    .split('\n')
    .flatMap((line) =>
      line
        .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replaceAll('**', '')
        .split(/(?<!\\)\|/),
    )
    .map((part) => part.replace(/^\s*(?:#+|[-*>]|\d+\.)\s/, '').trim());
}

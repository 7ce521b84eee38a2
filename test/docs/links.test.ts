import { existsSync } from 'node:fs';
import path from 'node:path';
import { anchors, codeSpans, linkTargets, listMarkdown, ROOT, read } from './markdown';

const FILES = listMarkdown();
const PATH = /^(?:src|test|docs|knowledge|cards|manifest|scripts|bench)\/[\w./-]*$/;

test('there are Markdown files to check, with links in them', () => {
  expect(FILES).toEqual(expect.arrayContaining(['README.md', 'README.zh-CN.md', 'docs/architecture.md']));
  expect(linkTargets(read('README.md')).length).toBeGreaterThan(5);
});

describe.each(FILES)('%s', (file) => {
  const text = read(file);
  const local = linkTargets(text).filter((target) => !/^[a-z]+:/.test(target));

  test('links to files that exist', () => {
    expect(local.filter((target) => !existsSync(resolve(file, target)))).toEqual([]);
  });

  test('links to headings that exist', () => {
    const missing = local.filter((target) => {
      const [, anchor] = target.split('#');
      return anchor !== undefined && !anchors(read(path.relative(ROOT, resolve(file, target)))).includes(anchor);
    });
    expect(missing).toEqual([]);
  });

  test('links to other sites by https', () => {
    expect(linkTargets(text).filter((target) => /^[a-z]+:/.test(target) && !target.startsWith('https:'))).toEqual([]);
  });

  test('names paths that exist', () => {
    const paths = codeSpans(text).filter((span) => PATH.test(span));
    expect(paths.filter((span) => !existsSync(path.join(ROOT, span)))).toEqual([]);
  });

  test('gives every image a text for those who do not see it', () => {
    expect(text.match(/!\[\s*\]\(/g)).toBeNull();
  });
});

function resolve(file: string, target: string): string {
  const [name = ''] = target.split('#');
  return name === '' ? path.join(ROOT, file) : path.join(ROOT, path.dirname(file), name);
}

import { linkTargets, listMarkdown, read } from './markdown';

const FOLDER = 'docs/decisions/';
const FILES = listMarkdown()
  .filter((file) => file.startsWith(FOLDER) && !file.endsWith('README.md'))
  .sort();
const MOST_LINES = 40;

test('decisions are numbered without a gap', () => {
  const numbers = FILES.map((file) => file.slice(FOLDER.length, FOLDER.length + 4));
  expect(numbers).toEqual(FILES.map((_, index) => String(index + 1).padStart(4, '0')));
});

test('the index lists every decision by its title', () => {
  const index = read(`${FOLDER}README.md`);
  expect(linkTargets(index).map((target) => FOLDER + target)).toEqual(FILES);
  expect(FILES.filter((file) => !index.includes(`| ${titleOf(file)} |`))).toEqual([]);
});

test.each(FILES)('%s is short, dated, and has its three parts', (file) => {
  const text = read(file);
  expect(text.split('\n').length).toBeLessThanOrEqual(MOST_LINES);
  expect(text).toMatch(/^\d{4}-\d{2}-\d{2} · (?:accepted|replaced by \[\d{4}\])/m);
  expect([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual([
    'Context',
    'Decision',
    'Consequences',
  ]);
});

function titleOf(file: string): string {
  return read(file).match(/^# \d{4}: (.*)$/m)?.[1] ?? '';
}

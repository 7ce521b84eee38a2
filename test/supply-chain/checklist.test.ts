import { codeRows, read } from '../docs/markdown';

/** The rows whose first cell is an item of the standard. */
const rows = codeRows(read('docs/security-checklist.md')).filter(([item = '']) => /^`\d/.test(item));

test('the checklist covers every part', () => {
  expect(rows.length).toBeGreaterThan(35);
});

test.each(rows)('%s: %s, by a test that exists', (_item, _what, named = '') => {
  const [, file = '', name = ''] = /^`([^`]+)`: (.+)$/.exec(named) ?? [];
  expect(name).not.toBe('');
  expect(read(file)).toContain(name);
});

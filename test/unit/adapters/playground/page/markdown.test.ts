import fc from 'fast-check';
import { readMarkdown, toHtml } from '../../../../../src/adapters/playground/page/teams/markdown';
import { escapeMarkdown, markdownLink } from '../../../../../src/render/adaptive-card/escape';

test('a link and the text around it become HTML', () => {
  expect(toHtml('[KMS \\(host\\)](https://example.com/a?b=1&c=2) · 2025\\-01\\-15')).toBe(
    '<p><a href="https://example.com/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">KMS (host)</a> · 2025-01-15</p>',
  );
});

test.each(['[x](javascript:alert(1))', '[x](http://example.com)', '[x](https://example.com/"onclick=1 y)'])(
  'makes no link of %s',
  (markdown) => {
    expect(toHtml(markdown)).not.toContain('<a');
  },
);

test('undoes the renderer’s escaping, whatever the text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(
        readMarkdown(escapeMarkdown(text))
          .map((token) => token.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

test('finds the renderer’s links, whatever their title', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (title) => {
      const url = 'https://learn.microsoft.com/x?a=1&b=2';
      expect(readMarkdown(markdownLink(title, url))).toEqual([{ kind: 'link', text: title, url }]);
    }),
  );
});

test('lets no tag through but its own, whatever the Markdown', () => {
  const pieces = fc.constantFrom(
    '<b>',
    '<img src=x onerror=1>',
    '"',
    "'",
    '[',
    '](https://e.x/',
    ')',
    '\\',
    '&lt;',
    'a',
  );
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      const html = toHtml(parts.join(''));
      expect(
        html.replace(/<\/?p>|<a href="https:[^"<>]*" target="_blank" rel="noopener noreferrer">|<\/a>/g, ''),
      ).not.toMatch(/[<>"']/);
    }),
  );
});

import fc from 'fast-check';
import { escapeMarkdown, markdownLink } from '../../../../src/render/adaptive-card/escape';
import { HOSTILE_TEXTS } from '../../../fixtures/replies';

/** Reads Markdown as far as escapes go: the characters that are shown, and those that would be markup. */
function readMarkdown(markdown: string): { shown: string; markup: string[] } {
  let shown = '';
  const markup: string[] = [];
  for (const [token, escaped] of markdown.matchAll(/\\([!-/:-@[-`{-~])|[\s\S]/g)) {
    shown += escaped ?? token;
    if (escaped === undefined && /[\\`*_~[\]<>&{}]/.test(token)) markup.push(token);
  }
  return { shown, markup };
}

const hostile = fc.oneof(
  fc.constantFrom<string>(...HOSTILE_TEXTS),
  fc.string({ unit: fc.constantFrom(...'[]()*_~`\\<>&{}#-+>.1 \nab') }),
  fc.string({ unit: 'grapheme' }),
);

describe('escapeMarkdown', () => {
  test('leaves ordinary words alone', () => {
    expect(escapeMarkdown('0xC004F074 · 无法联系 KMS 主机 (1 of 3)')).toBe('0xC004F074 · 无法联系 KMS 主机 (1 of 3)');
  });

  test.each([
    ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
    ['{{DATE(2026-01-01)}}', '\\{\\{DATE(2026-01-01)\\}\\}'],
    ['# a\n- b\n1. c\n> d', '\\# a\n\\- b\n1\\. c\n\\> d'],
    ['10. a\n2)', '10\\. a\n2\\)'],
    ['a - b, 1. c\nv2. d', 'a - b, 1. c\nv2. d'],
  ])('makes %j harmless', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test('shows every text letter by letter and leaves no markup in it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(readMarkdown(escapeMarkdown(text))).toEqual({ shown: text, markup: [] });
        expect(escapeMarkdown(text)).not.toMatch(/^\s*([-+#>]|\d+[.)](\s|$))/m);
      }),
    );
  });
});

describe('markdownLink', () => {
  test('links a title', () => {
    expect(markdownLink('KB [1]', 'https://example.com/a')).toBe('[KB \\[1\\]](https://example.com/a)');
  });

  test.each([undefined, 'javascript:alert(1)'])('gives the title alone for the address %s', (address) => {
    expect(markdownLink('KB', address)).toBe('KB');
  });

  test('is one link and nothing else, whatever the title', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        expect(readMarkdown(markdownLink(title, 'https://example.com/')).markup).toEqual(['[', ']']);
      }),
    );
  });
});
